import { PushpinFilled } from '@ant-design/icons';
import { memo, type ReactNode } from 'react';
import type { BoardEntry, BoardFrame, BoardJudge, BoardRow } from './assignment-board.ts';
import { type CellKind, cellKind } from './assignment-cell.ts';

const MARKS: Readonly<Record<CellKind, string>> = {
  submitted: '●',
  begun: '◐',
  held: '○',
  conflict: '',
  away: '',
  outside: '',
  knows: '·',
  open: '',
};

/** Words of the row, put in from outside so that a row is drawn again only when something of it changed. */
export interface RowWords {
  readonly kinds: Readonly<Record<CellKind, string>>;
  readonly pinned: string;
  readonly anchor: string;
}

/** Properties of a row of the board. */
export interface AssignmentRowProps {
  readonly frame: BoardFrame;
  readonly panel: ReadonlySet<string> | null;
  readonly entry: BoardEntry;
  readonly title: string;
  readonly judges: readonly BoardJudge[];
  readonly row: BoardRow;
  /** Place among all rows, from 0. */
  readonly at: number;
  /** The column that has the cursor, −1 when it is in another row. */
  readonly cursor: number;
  /** The column something is dragged from, and the one it is over; −1 when nothing is. */
  readonly dragFrom: number;
  readonly dragOver: number;
  readonly words: RowWords;
}

/** One entry and its cells. Cells carry their place as `data-cell="row:column"`; the board listens for all of them. */
export const AssignmentRow = memo(function AssignmentRow(props: AssignmentRowProps): ReactNode {
  const { frame, panel, entry, judges, row, at, cursor, dragFrom, dragOver, words } = props;
  const short = row.size < frame.wanted;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a grid of many thousand cells, laid out by CSS grid
    // biome-ignore lint/a11y/useFocusableInteractive: the cells take the focus, one at a time
    <div className="xj-grid-row" role="row" aria-rowindex={at + 2}>
      {/* biome-ignore lint/a11y/useSemanticElements: as above */}
      {/* biome-ignore lint/a11y/useFocusableInteractive: as above */}
      <div className="xj-grid-entry" role="rowheader" title={`${entry.number ?? ''} ${props.title}`}>
        <span className="xj-grid-number">{entry.number}</span>
        <span className="xj-grid-title">{props.title}</span>
        {frame.anchors.has(entry.id) ? <span className="xj-anchor">{words.anchor}</span> : null}
        <span className={short ? 'xj-grid-count xj-late' : 'xj-grid-count'}>
          {row.size}/{frame.wanted}
        </span>
      </div>
      {judges.map((judge, column) => {
        const cell = row.get(judge.id);
        const kind = cellKind(frame, panel, entry, judge, cell);
        const conflict = cell !== undefined && frame.conflicts.get(entry.id)?.has(judge.id);
        const classes = [
          'xj-cell',
          `xj-cell-${kind}`,
          conflict ? 'xj-cell-wrong' : '',
          column === dragFrom ? 'xj-cell-from' : '',
          column === dragOver ? 'xj-cell-over' : '',
        ];
        return (
          // biome-ignore lint/a11y/useSemanticElements: as above
          <div
            key={judge.id}
            className={classes.filter(Boolean).join(' ')}
            role="gridcell"
            aria-colindex={column + 2}
            aria-selected={cell !== undefined}
            tabIndex={column === cursor ? 0 : -1}
            data-cell={`${at}:${column}`}
            aria-label={`${judge.code} ${judge.name}: ${words.kinds[kind]}${cell?.pinned ? ` ${words.pinned}` : ''}`}
          >
            {MARKS[kind]}
            {cell?.pinned ? <PushpinFilled className="xj-pin" aria-hidden /> : null}
          </div>
        );
      })}
    </div>
  );
});
