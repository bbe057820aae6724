import { memo, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useLanguage } from '#client/ui/core/language.ts';
import type { BoardJudge } from './assignment-board.ts';

/** A judge's load against the own capacity, as a bar with its figures. */
export function LoadBar({ held, capacity }: { held: number; capacity: number }): ReactNode {
  const share = capacity === 0 ? (held > 0 ? 1 : 0) : held / capacity;
  const tone = held > capacity ? 'xj-load-over' : held === capacity ? 'xj-load-full' : '';
  return (
    <span className={`xj-load ${tone}`}>
      <span style={{ height: `${Math.min(1, share) * 100}%` }} />
    </span>
  );
}

/** The heads of the columns: code, name and load. */
export const JudgeHeads = memo(function JudgeHeads(props: {
  judges: readonly BoardJudge[];
  loads: ReadonlyMap<string, number>;
}): ReactNode {
  const { t } = useTranslation('judging');
  const english = useLanguage() === 'en';
  return (
    // biome-ignore lint/a11y/useSemanticElements: part of a grid laid out by CSS grid
    // biome-ignore lint/a11y/useFocusableInteractive: the cells take the focus
    <div className="xj-grid-row xj-grid-heads" role="row" aria-rowindex={1}>
      {/* biome-ignore lint/a11y/useSemanticElements: as above */}
      {/* biome-ignore lint/a11y/useFocusableInteractive: as above */}
      <div className="xj-grid-entry" role="columnheader">
        {t('assignment.entryHead')}
      </div>
      {props.judges.map((judge) => {
        const held = props.loads.get(judge.id) ?? 0;
        const name = english && judge.nameEn ? judge.nameEn : judge.name;
        const words = t('assignment.loadOf', { name, held, capacity: judge.capacity });
        return (
          // biome-ignore lint/a11y/useSemanticElements: as above
          // biome-ignore lint/a11y/useFocusableInteractive: as above
          <div key={judge.id} className="xj-grid-judge" role="columnheader" title={`${judge.code} ${words}`}>
            <LoadBar held={held} capacity={judge.capacity} />
            <span className="xj-grid-load">
              {held}
              <small>/{judge.capacity}</small>
            </span>
            <Link to={`/judges/${judge.id}`} tabIndex={-1}>
              <span>{judge.code}</span>
              <span className="xj-grid-name">{name}</span>
            </Link>
          </div>
        );
      })}
    </div>
  );
});
