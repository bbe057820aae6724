import { type ReactNode, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';

/** On a phone: document and rubric side by side, one swipe apart, with tabs that say where one is. */
export function Swipe(props: {
  left: ReactNode;
  right: ReactNode;
  marked: number;
  total: number;
  /** Begins at the rubric. */
  startRight: boolean;
}): ReactNode {
  const { t } = useTranslation('judging');
  const box = useRef<HTMLDivElement>(null);
  const [side, setSide] = useState<0 | 1>(props.startRight ? 1 : 0);
  const start = useRef(side);
  useEffect(() => {
    const element = box.current;
    if (element && start.current === 1) element.scrollLeft = element.clientWidth;
  }, []);
  const show = (target: 0 | 1): void => {
    const element = box.current;
    element?.scrollTo({ left: target * element.clientWidth, behavior: 'smooth' });
    setSide(target);
  };
  const names = [
    t('console.document'),
    t('console.rubricOf', { marked: props.marked, total: props.total }),
  ] as const;
  return (
    <>
      <div className="xh-swipe-tabs" role="tablist">
        {([0, 1] as const).map((one) => (
          <button key={one} type="button" role="tab" aria-selected={side === one} onClick={() => show(one)}>
            {names[one]}
          </button>
        ))}
      </div>
      <div
        className="xh-swipe"
        ref={box}
        onScroll={(event) => {
          const { scrollLeft, clientWidth } = event.currentTarget;
          setSide(scrollLeft > clientWidth / 2 ? 1 : 0);
        }}
      >
        {props.left}
        {props.right}
      </div>
    </>
  );
}
