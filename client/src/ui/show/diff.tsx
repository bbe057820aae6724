import { Button } from 'antd';
import { diffChars, diffWordsWithSpace } from 'diff';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { EmptyState } from './states.tsx';

/** One field of two revisions, written out as the reader sees it. */
export interface DiffField {
  readonly key: string;
  readonly label: string;
  readonly before: string;
  readonly after: string;
}

/** A piece of text: kept, taken out or put in. */
export interface DiffPiece {
  readonly text: string;
  readonly change: 'same' | 'out' | 'in';
}

/** Compares two texts; Chinese by character, since it writes no spaces between words. */
export function diffText(before: string, after: string): readonly DiffPiece[] {
  const compare = /\p{Script=Han}/u.test(before + after) ? diffChars : diffWordsWithSpace;
  return compare(before, after).map(({ value, added, removed }) => ({
    text: value,
    change: added ? 'in' : removed ? 'out' : 'same',
  }));
}

function Side({ pieces, side }: { pieces: readonly DiffPiece[]; side: 'out' | 'in' }): ReactNode {
  const { t } = useTranslation('kit');
  const shown = pieces.filter(({ change }) => change === 'same' || change === side);
  if (shown.every(({ text }) => text === '')) return <span className="xh-hint">{t('diff.empty')}</span>;
  return shown.map(({ text, change }, index) => {
    // The pieces of one comparison have no other identity than their place.
    const key = `${index}`;
    if (change === 'same') return <span key={key}>{text}</span>;
    return change === 'out' ? <del key={key}>{text}</del> : <ins key={key}>{text}</ins>;
  });
}

/** Two revisions side by side, field by field; unchanged fields are folded away. */
export function Diff(props: { fields: readonly DiffField[]; before: string; after: string }): ReactNode {
  const { t } = useTranslation('kit');
  const [all, setAll] = useState(false);
  const changed = props.fields.filter(({ before, after }) => before !== after);
  const hidden = props.fields.length - changed.length;
  if (changed.length === 0 && !all) return <EmptyState title={t('diff.same')} />;
  return (
    <div className="xh-diff">
      <div className="xh-diff-row xh-diff-head" aria-hidden>
        <span />
        <span>{t('diff.before', { name: props.before })}</span>
        <span>{t('diff.after', { name: props.after })}</span>
      </div>
      {(all ? props.fields : changed).map(({ key, label, before, after }) => {
        const pieces = diffText(before, after);
        return (
          <div key={key} className="xh-diff-row">
            <h3>{label}</h3>
            <div className="xh-diff-side">
              <Side pieces={pieces} side="out" />
            </div>
            <div className="xh-diff-side">
              <Side pieces={pieces} side="in" />
            </div>
          </div>
        );
      })}
      {!all && hidden > 0 ? (
        <p className="xh-hint">
          {t('diff.unchanged', { count: hidden })}{' '}
          <Button type="link" size="small" onClick={() => setAll(true)}>
            {t('diff.showAll')}
          </Button>
        </p>
      ) : null}
    </div>
  );
}
