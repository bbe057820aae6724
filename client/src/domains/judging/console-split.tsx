import { type KeyboardEvent, type PointerEvent, type ReactNode, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useStored } from '#client/ui/core/stored.ts';

/** Percent of the width that the left side takes. */
const WIDTH = { least: 30, usual: 56, most: 75, step: 2 } as const;
const within = (share: number): number => Math.min(WIDTH.most, Math.max(WIDTH.least, share));

/** Two sides with a border that can be dragged or moved with the arrows; it is found where it was left. */
export function Split({ left, right }: { left: ReactNode; right: ReactNode }): ReactNode {
  const { t } = useTranslation('judging');
  const box = useRef<HTMLDivElement>(null);
  const [share, setShare] = useStored<number>('judge-split', WIDTH.usual, (value) =>
    typeof value === 'number' ? within(value) : undefined,
  );
  const drag = (event: PointerEvent): void => {
    if (!event.currentTarget.hasPointerCapture(event.pointerId) || !box.current) return;
    const { left: start, width } = box.current.getBoundingClientRect();
    setShare(within(((event.clientX - start) / width) * 100));
  };
  const press = (event: KeyboardEvent): void => {
    const by = event.key === 'ArrowLeft' ? -WIDTH.step : event.key === 'ArrowRight' ? WIDTH.step : 0;
    if (by === 0) return;
    event.preventDefault();
    setShare(within(share + by));
  };
  return (
    <div className="xh-split" ref={box} style={{ gridTemplateColumns: `${share}% 9px minmax(0, 1fr)` }}>
      {left}
      {/* biome-ignore lint/a11y/useSemanticElements: a rule cannot be moved; a focusable separator is the pattern for it */}
      <div
        className="xh-split-border"
        role="separator"
        aria-orientation="vertical"
        aria-label={t('console.split')}
        aria-valuemin={WIDTH.least}
        aria-valuemax={WIDTH.most}
        aria-valuenow={Math.round(share)}
        tabIndex={0}
        onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)}
        onPointerMove={drag}
        onDoubleClick={() => setShare(WIDTH.usual)}
        onKeyDown={press}
      />
      {right}
    </div>
  );
}
