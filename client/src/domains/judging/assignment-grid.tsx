import { type KeyboardEvent, type PointerEvent, type ReactNode, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '#client/ui/core/language.ts';
import {
  type BoardFrame,
  type BoardJudge,
  type BoardRows,
  type BoardStep,
  rowOf,
} from './assignment-board.ts';
import { cellKind } from './assignment-cell.ts';
import { JudgeHeads } from './assignment-heads.tsx';
import { boardCommand, type Place, placeFrom } from './assignment-keys.ts';
import { AssignmentRow, type RowWords } from './assignment-row.tsx';
import { useTitleOf } from './edition-page.tsx';

/** Pixels the pointer moves before a press becomes a drag. */
const DRAG_AFTER = 6;

/** Properties of the grid. */
export interface AssignmentGridProps {
  readonly frame: BoardFrame;
  readonly rows: BoardRows;
  /** The entries shown, by category. */
  readonly entries: BoardFrame['entries'];
  readonly judges: readonly BoardJudge[];
  readonly panels: ReadonlyMap<string, ReadonlySet<string> | null>;
  readonly loads: ReadonlyMap<string, number>;
  readonly onStep: (step: BoardStep) => void;
}

/** Words of the cells, the same object until the language changes. */
function useRowWords(): RowWords {
  const { t } = useTranslation('judging');
  return useMemo(
    () => ({
      kinds: {
        submitted: t('assignment.kind.submitted'),
        begun: t('assignment.kind.begun'),
        held: t('assignment.kind.held'),
        conflict: t('assignment.kind.conflict'),
        away: t('assignment.kind.away'),
        outside: t('assignment.kind.outside'),
        knows: t('assignment.kind.knows'),
        open: t('assignment.kind.open'),
      },
      pinned: t('assignment.kind.pinned'),
      anchor: t('assignment.anchor'),
    }),
    [t],
  );
}

function placeOf(target: EventTarget | null): Place | undefined {
  const cell = target instanceof Element ? target.closest<HTMLElement>('[data-cell]') : null;
  return placeFrom(cell?.dataset.cell);
}

/**
 * Entries × judges. One listener serves all cells; a row is drawn again only when it changed, so that thousands of
 * cells stay quick. Click or Space gives and takes, P pins, a drag within a row moves.
 */
export function AssignmentGrid(props: AssignmentGridProps): ReactNode {
  const { frame, rows, entries, judges, panels, loads, onStep } = props;
  const { t } = useTranslation('judging');
  const english = useLanguage() === 'en';
  const titleOf = useTitleOf();
  const words = useRowWords();
  const grid = useRef<HTMLDivElement>(null);
  const info = useRef<HTMLParagraphElement>(null);
  const pressed = useRef<(Place & { readonly x: number; readonly y: number }) | undefined>(undefined);
  const [cursor, setCursor] = useState<Place>({ row: 0, column: 0 });
  const [drag, setDrag] = useState<{ readonly row: number; readonly from: number; readonly over: number }>();

  const toggle = ({ row, column }: Place): void => {
    const entry = entries[row];
    const judge = judges[column];
    if (!entry || !judge) return;
    const held = rowOf(rows, entry.id).has(judge.id);
    onStep(
      held
        ? { kind: 'remove', entry: entry.id, judge: judge.id }
        : { kind: 'add', entry: entry.id, judge: judge.id, pinned: true },
    );
  };
  const pin = ({ row, column }: Place): void => {
    const entry = entries[row];
    const judge = judges[column];
    const cell = entry && judge ? rowOf(rows, entry.id).get(judge.id) : undefined;
    if (entry && judge && cell)
      onStep({ kind: 'pin', entry: entry.id, judge: judge.id, pinned: !cell.pinned });
  };
  const tell = (place: Place | undefined): void => {
    const entry = place ? entries[place.row] : undefined;
    const judge = place ? judges[place.column] : undefined;
    if (!info.current || !entry || !judge) return;
    const cell = rowOf(rows, entry.id).get(judge.id);
    const kind = cellKind(frame, panels.get(entry.category.id) ?? null, entry, judge, cell);
    info.current.textContent = t('assignment.cellInfo', {
      entry: `${entry.number ?? ''} ${titleOf(entry)}`,
      judge: `${judge.code} ${english && judge.nameEn ? judge.nameEn : judge.name}`,
      state: words.kinds[kind] + (cell?.pinned ? t('frame.separator') + words.pinned : ''),
    });
  };
  const focus = (place: Place): void => {
    setCursor(place);
    grid.current
      ?.querySelector<HTMLElement>(`[data-cell="${place.row}:${place.column}"]`)
      ?.focus({ preventScroll: false });
  };

  const onKeyDown = (event: KeyboardEvent): void => {
    const place = placeOf(event.target);
    if (!place || event.ctrlKey || event.metaKey || event.altKey) return;
    const command = boardCommand(event.key, place, { rows: entries.length, columns: judges.length });
    if (!command) return;
    event.preventDefault();
    event.stopPropagation();
    const entry = entries[place.row];
    const judge = judges[place.column];
    const held = entry && judge && rowOf(rows, entry.id).has(judge.id);
    if (command.kind === 'go') focus(command.to);
    else if (command.kind === 'pin') pin(place);
    else if (command.kind === 'toggle' || held) toggle(place);
  };

  const onPointerMove = (event: PointerEvent): void => {
    const start = pressed.current;
    if (!start) return;
    if (!drag && Math.hypot(event.clientX - start.x, event.clientY - start.y) < DRAG_AFTER) return;
    const entry = entries[start.row];
    const judge = judges[start.column];
    if (!entry || !judge || !rowOf(rows, entry.id).has(judge.id)) return;
    const under = placeOf(document.elementFromPoint(event.clientX, event.clientY));
    const over = under?.row === start.row && under.column !== start.column ? under.column : -1;
    if (drag?.over !== over) setDrag({ row: start.row, from: start.column, over });
  };
  const onPointerUp = (event: PointerEvent): void => {
    const start = pressed.current;
    pressed.current = undefined;
    if (drag) {
      const entry = entries[drag.row];
      const from = judges[drag.from];
      const to = judges[drag.over];
      setDrag(undefined);
      if (entry && from && to)
        onStep({ kind: 'move', entry: entry.id, from: from.id, judge: to.id, pinned: true });
      return;
    }
    const place = placeOf(event.target);
    if (start && place && place.row === start.row && place.column === start.column) {
      focus(place);
      toggle(place);
    }
  };

  const groups = useMemo(() => Map.groupBy(entries, ({ category }) => category.id), [entries]);
  let at = -1;
  return (
    <>
      <div className="xj-grid-scroll">
        {/* biome-ignore lint/a11y/useSemanticElements: a grid of many thousand cells, laid out by CSS grid */}
        <div
          ref={(node) => {
            grid.current = node;
            node?.style.setProperty('--xj-columns', String(judges.length));
          }}
          className={drag ? 'xj-grid xj-grid-dragging' : 'xj-grid'}
          role="grid"
          tabIndex={-1}
          aria-label={t('assignment.grid')}
          aria-rowcount={entries.length + 1}
          aria-colcount={judges.length + 1}
          onKeyDown={onKeyDown}
          onFocus={(event) => {
            const place = placeOf(event.target);
            if (place) setCursor(place);
            tell(place);
          }}
          onPointerOver={(event) => tell(placeOf(event.target))}
          onPointerDown={(event) => {
            const place = placeOf(event.target);
            if (place && event.button === 0)
              pressed.current = { ...place, x: event.clientX, y: event.clientY };
          }}
          onPointerMove={onPointerMove}
          onPointerUp={onPointerUp}
          onPointerLeave={() => {
            pressed.current = undefined;
            setDrag(undefined);
          }}
        >
          <JudgeHeads judges={judges} loads={loads} />
          {frame.categories.map((category) => {
            const members = groups.get(category.categoryId) ?? [];
            if (members.length === 0) return null;
            const panel = panels.get(category.categoryId) ?? null;
            return (
              // biome-ignore lint/a11y/useSemanticElements: part of the grid above
              <div key={category.categoryId} role="rowgroup" aria-label={titleOf(category)}>
                {/* biome-ignore lint/a11y/useSemanticElements: as above */}
                {/* biome-ignore lint/a11y/useFocusableInteractive: the cells take the focus */}
                <div className="xj-grid-category" role="row">
                  {/* biome-ignore lint/a11y/useSemanticElements: as above */}
                  {/* biome-ignore lint/a11y/useFocusableInteractive: as above */}
                  <div role="rowheader" aria-colspan={judges.length + 1}>
                    <b>{titleOf(category)}</b>{' '}
                    <small>
                      {t('assignment.entries', { count: members.length })} ·{' '}
                      {panel ? t('assignment.panelOf', { count: panel.size }) : t('assignment.noPanel')}
                    </small>
                  </div>
                </div>
                {members.map((entry) => {
                  at += 1;
                  return (
                    <AssignmentRow
                      key={entry.id}
                      frame={frame}
                      panel={panel}
                      entry={entry}
                      title={titleOf(entry)}
                      judges={judges}
                      row={rowOf(rows, entry.id)}
                      at={at}
                      cursor={cursor.row === at ? cursor.column : -1}
                      dragFrom={drag?.row === at ? drag.from : -1}
                      dragOver={drag?.row === at ? drag.over : -1}
                      words={words}
                    />
                  );
                })}
              </div>
            );
          })}
        </div>
      </div>
      <p ref={info} className="xj-grid-info" aria-hidden>
        {t('assignment.keys')}
      </p>
    </>
  );
}
