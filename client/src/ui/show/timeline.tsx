import type { ReactNode } from 'react';
import { formatDateTime, formatRelative } from '../core/format.ts';
import { useLanguage } from '../core/language.ts';

/** One thing that happened. */
export interface TimelineItem {
  readonly key: string;
  readonly at: string;
  readonly title: ReactNode;
  /** Who did it. */
  readonly by?: ReactNode;
  readonly detail?: ReactNode;
  readonly tone?: 'plain' | 'done' | 'refused' | 'waiting';
}

/** What happened, newest first as given; the exact time stands beside the relative one. */
export function Timeline({
  items,
  now = Date.now(),
}: {
  items: readonly TimelineItem[];
  now?: number;
}): ReactNode {
  const language = useLanguage();
  return (
    <ol className="xh-timeline">
      {items.map((item) => (
        <li key={item.key} className={`xh-timeline-${item.tone ?? 'plain'}`}>
          <p>
            <strong>{item.title}</strong>
            {item.by ? <span className="xh-hint"> {item.by}</span> : null}
          </p>
          <p className="xh-hint">
            <time dateTime={item.at}>{formatDateTime(item.at)}</time>
            {' · '}
            {formatRelative(item.at, now, language)}
          </p>
          {item.detail ? <div className="xh-timeline-detail">{item.detail}</div> : null}
        </li>
      ))}
    </ol>
  );
}
