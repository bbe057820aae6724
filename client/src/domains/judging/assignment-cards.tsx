import { CloseOutlined, PushpinFilled, PushpinOutlined } from '@ant-design/icons';
import { SHEET_STATES } from '@xinghuo/shared/judging/domain/score-sheet';
import { Button, Select } from 'antd';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLabel, useLanguage } from '#client/ui/core/language.ts';
import {
  type BoardEntry,
  type BoardFrame,
  type BoardJudge,
  type BoardRows,
  type BoardStep,
  rowOf,
} from './assignment-board.ts';
import { cellKind } from './assignment-cell.ts';
import { useTitleOf } from './edition-page.tsx';

interface CardsProps {
  readonly frame: BoardFrame;
  readonly rows: BoardRows;
  readonly entries: BoardFrame['entries'];
  readonly panels: ReadonlyMap<string, ReadonlySet<string> | null>;
  readonly loads: ReadonlyMap<string, number>;
  readonly onStep: (step: BoardStep) => void;
  /** False for those who only look. */
  readonly editable: boolean;
}

/** The choice of a further judge: those who know the category first, each with the load; conflicts are left out. */
function AddJudge({ entry, ...props }: CardsProps & { entry: BoardEntry }): ReactNode {
  const { frame, rows, panels, loads, onStep } = props;
  const { t } = useTranslation('judging');
  const english = useLanguage() === 'en';
  const panel = panels.get(entry.category.id) ?? null;
  const options = frame.judges
    .map((judge) => ({
      judge,
      kind: cellKind(frame, panel, entry, judge, rowOf(rows, entry.id).get(judge.id)),
    }))
    .filter(({ judge, kind }) => {
      const free = (loads.get(judge.id) ?? 0) < judge.capacity;
      return free && (kind === 'knows' || kind === 'open');
    })
    .toSorted((a, b) => Number(b.kind === 'knows') - Number(a.kind === 'knows'))
    .map(({ judge, kind }) => ({
      value: judge.id,
      label: `${judge.code} ${english && judge.nameEn ? judge.nameEn : judge.name} ${loads.get(judge.id) ?? 0}/${judge.capacity}${kind === 'knows' ? ` · ${t('assignment.kind.knows')}` : ''}`,
    }));
  return (
    <Select
      className="xj-card-add"
      aria-label={t('assignment.addJudge')}
      placeholder={t('assignment.addJudge')}
      value={null}
      showSearch={{ optionFilterProp: 'label' }}
      popupMatchSelectWidth={false}
      options={options}
      onChange={(judge: string | null) => {
        if (judge) onStep({ kind: 'add', entry: entry.id, judge, pinned: true });
      }}
    />
  );
}

function Held(props: { judge: BoardJudge; entry: BoardEntry } & CardsProps): ReactNode {
  const { judge, entry, rows, onStep, editable } = props;
  const { t } = useTranslation('judging');
  const label = useLabel();
  const english = useLanguage() === 'en';
  const cell = rowOf(rows, entry.id).get(judge.id);
  if (!cell) return null;
  const name = `${judge.code} ${english && judge.nameEn ? judge.nameEn : judge.name}`;
  const of = { entry: entry.id, judge: judge.id };
  return (
    <li>
      <span>{name}</span>
      <small>{label(SHEET_STATES[cell.sheet])}</small>
      {editable ? (
        <>
          <Button
            type="text"
            icon={cell.pinned ? <PushpinFilled /> : <PushpinOutlined />}
            aria-label={cell.pinned ? t('assignment.unpin', { name }) : t('assignment.pin', { name })}
            onClick={() => onStep({ kind: 'pin', ...of, pinned: !cell.pinned })}
          />
          {cell.sheet === 'SUBMITTED' || cell.sheet === 'LOCKED' ? null : (
            <Button
              type="text"
              icon={<CloseOutlined />}
              aria-label={t('assignment.takeOff', { name })}
              onClick={() => onStep({ kind: 'remove', ...of })}
            />
          )}
        </>
      ) : null}
    </li>
  );
}

/** Cards drawn at first; more on demand, so that a phone is not given thousands of controls at once. */
const PAGE = 24;

/** The board for a phone: entries one under the other, each with its judges. */
export function AssignmentCards(props: CardsProps): ReactNode {
  const { frame, rows, entries } = props;
  const { t } = useTranslation('judging');
  const titleOf = useTitleOf();
  const [shown, setShown] = useState(PAGE);
  return (
    <>
      <ul className="xj-cards">
        {entries.slice(0, shown).map((entry) => {
          const row = rowOf(rows, entry.id);
          return (
            <li key={entry.id}>
              <div className="xj-card-head">
                <b>
                  {entry.number} {titleOf(entry)}
                </b>
                <span className={row.size < frame.wanted ? 'xj-late' : undefined}>
                  {frame.anchors.has(entry.id) ? (
                    <span className="xj-anchor">{t('assignment.anchor')}</span>
                  ) : null}{' '}
                  {row.size}/{frame.wanted}
                </span>
              </div>
              <ul className="xj-card-judges">
                {frame.judges.map((judge) =>
                  row.has(judge.id) ? <Held key={judge.id} {...props} judge={judge} entry={entry} /> : null,
                )}
              </ul>
              {props.editable ? <AddJudge {...props} entry={entry} /> : null}
            </li>
          );
        })}
      </ul>
      {shown < entries.length ? (
        <Button block onClick={() => setShown(shown + PAGE)}>
          {t('assignment.more', { count: entries.length - shown })}
        </Button>
      ) : null}
    </>
  );
}
