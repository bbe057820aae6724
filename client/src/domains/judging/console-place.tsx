import { type ReactNode, useEffect, useRef } from 'react';
import { readStored, useOwnKey, writeStored } from '#client/ui/core/stored.ts';

const isShare = (value: unknown): number | undefined =>
  typeof value === 'number' && value >= 0 && value <= 1 ? value : undefined;

/** The part that scrolls: a document's pages, or the box itself. */
function scrollerOf(box: HTMLElement): Element {
  return box.querySelector('.xh-document-pages') ?? box;
}

/**
 * Keeps the place in a document: coming back to it, on any visit, finds the same page in view. The place is a share of
 * the whole, so that it holds at another zoom, too.
 */
export function KeptPlace(props: { name: string; className?: string; children: ReactNode }): ReactNode {
  const box = useRef<HTMLDivElement>(null);
  const key = useOwnKey(`place:${props.name}`);
  useEffect(() => {
    const element = box.current;
    if (!element) return;
    let wanted = readStored(key, isShare);
    let timer: ReturnType<typeof setTimeout> | undefined;
    const restore = (): void => {
      if (wanted === undefined) return;
      const scroller = scrollerOf(element);
      scroller.scrollTop = wanted * (scroller.scrollHeight - scroller.clientHeight);
    };
    // Pages find their height one after another: the place is sought until the reader moves.
    const watch = new MutationObserver(restore);
    watch.observe(element, { childList: true, subtree: true, attributes: true, attributeFilter: ['style'] });
    restore();
    const take = (): void => {
      wanted = undefined;
      watch.disconnect();
    };
    const note = (): void => {
      if (wanted !== undefined) return;
      clearTimeout(timer);
      timer = setTimeout(() => {
        const scroller = scrollerOf(element);
        const room = scroller.scrollHeight - scroller.clientHeight;
        writeStored(key, room > 0 ? Math.min(1, Math.max(0, scroller.scrollTop / room)) : undefined);
      }, 200);
    };
    const signs = ['wheel', 'touchmove', 'pointerdown', 'keydown'] as const;
    for (const sign of signs) element.addEventListener(sign, take, { passive: true });
    // Scrolling does not bubble, hence the capture.
    element.addEventListener('scroll', note, { capture: true, passive: true });
    return () => {
      clearTimeout(timer);
      watch.disconnect();
      for (const sign of signs) element.removeEventListener(sign, take);
      element.removeEventListener('scroll', note, { capture: true });
    };
  }, [key]);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling area must be reachable by keyboard
    <div ref={box} className={props.className} tabIndex={0}>
      {props.children}
    </div>
  );
}
