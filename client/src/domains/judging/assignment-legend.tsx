import { PushpinFilled } from '@ant-design/icons';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { CellKind } from './assignment-cell.ts';

const SHOWN: readonly (readonly [CellKind, string])[] = [
  ['held', '○'],
  ['begun', '◐'],
  ['submitted', '●'],
  ['knows', '·'],
  ['conflict', ''],
  ['away', ''],
  ['outside', ''],
];

/** What the cells of the board mean. */
export function BoardLegend(): ReactNode {
  const { t } = useTranslation('judging');
  return (
    <ul className="xj-legend">
      {SHOWN.map(([kind, mark]) => (
        <li key={kind}>
          <span className={`xj-cell xj-cell-${kind}`} aria-hidden>
            {mark}
          </span>
          {t(`assignment.kind.${kind}`)}
        </li>
      ))}
      <li>
        <span className="xj-cell xj-cell-held" aria-hidden>
          ○<PushpinFilled className="xj-pin" />
        </span>
        {t('assignment.kind.pinned')}
      </li>
    </ul>
  );
}
