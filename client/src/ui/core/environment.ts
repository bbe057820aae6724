import { useEffect, useSyncExternalStore } from 'react';

/** The width below which a page is laid out for a phone. */
const NARROW = '(max-width: 767.98px)';

function media(query: string): [(notify: () => void) => () => void, () => boolean] {
  return [
    (notify) => {
      const list = window.matchMedia(query);
      list.addEventListener('change', notify);
      return () => list.removeEventListener('change', notify);
    },
    () => window.matchMedia(query).matches,
  ];
}
const [watchNarrow, readNarrow] = media(NARROW);

/** True on a phone-wide screen. */
export function useNarrow(): boolean {
  return useSyncExternalStore(watchNarrow, readNarrow);
}

function watchOnline(notify: () => void): () => void {
  window.addEventListener('online', notify);
  window.addEventListener('offline', notify);
  return () => {
    window.removeEventListener('online', notify);
    window.removeEventListener('offline', notify);
  };
}

/** False while the browser knows that the line is down. */
export function useOnline(): boolean {
  return useSyncExternalStore(watchOnline, () => navigator.onLine);
}

/** Names the page in the browser's tab and history. */
export function useTitle(title: string | undefined): void {
  useEffect(() => {
    document.title = title ? `${title} · 星火` : '星火';
  }, [title]);
}
