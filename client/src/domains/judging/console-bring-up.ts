import { useEffect, useState } from 'react';

/** Milliseconds without a letter after which nobody is taken for being in the middle of a word. */
const WORD_PAUSE = 1500;

/**
 * `wanted`, but not in the middle of a word: what comes takes the place of the fields, and the rest of the word would be
 * typed into nothing. It waits for a pause or until the field is left.
 */
export function useAtRest(wanted: boolean): boolean {
  const [rested, setRested] = useState(wanted);
  useEffect(() => {
    if (!wanted) return;
    const rest = (): void => setRested(true);
    const writes = document.activeElement instanceof HTMLTextAreaElement;
    let timer = setTimeout(rest, writes ? WORD_PAUSE : 0);
    const goOn = (): void => {
      clearTimeout(timer);
      timer = setTimeout(rest, WORD_PAUSE);
    };
    document.addEventListener('input', goOn);
    document.addEventListener('focusout', rest);
    return () => {
      clearTimeout(timer);
      document.removeEventListener('input', goOn);
      document.removeEventListener('focusout', rest);
      setRested(false);
    };
  }, [wanted]);
  return wanted && rested;
}

/** Brings a part of the rubric into view, from its beginning, with the focus on it. */
export function bringUp(id: string): void {
  const part = document.getElementById(id);
  part?.scrollIntoView({ block: 'start' });
  part?.focus({ preventScroll: true });
}

/**
 * Brings up a part that has just taken the place of the fields: they have gone with the focus, and the pane has kept
 * its scroll. Whoever writes elsewhere (the reason of a recusal) goes on there.
 */
export function useBringUp(id: string): void {
  useEffect(() => {
    if (document.activeElement === document.body) bringUp(id);
    else document.getElementById(id)?.scrollIntoView({ block: 'start' });
  }, [id]);
}
