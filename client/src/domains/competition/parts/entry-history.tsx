import { NOTE_FIELDS } from '@xinghuo/shared/competition/entry';
import { lazy, type ReactNode, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { formatDateTime } from '#client/ui/core/format.ts';
import { useCan } from '#client/ui/core/viewer.ts';
import { LoadingState } from '#client/ui/show/states.tsx';
import { Timeline, type TimelineItem } from '#client/ui/show/timeline.tsx';
import { type EntryEventItem, entryHistory } from '../entry-history.ts';
import type { EntryView } from '../entry-types.ts';

const AuditHistory = lazy(() => import('../../audit/parts/history.tsx'));

/** What happened to an entry, newest first: every step for the office and auditors, what the entry keeps for others. */
export function EntryHistory({ entry }: { entry: EntryView }): ReactNode {
  const can = useCan();
  return can('audit.history') ? (
    <Suspense fallback={<LoadingState />}>
      <AuditHistory subjectType="Entry" subjectId={entry.id} />
    </Suspense>
  ) : (
    <OwnHistory entry={entry} />
  );
}

function OwnHistory({ entry }: { entry: EntryView }): ReactNode {
  const { t } = useTranslation('competition');
  const fieldName = (field: string): string => {
    const known = NOTE_FIELDS.find((one) => one === field);
    return known ? t(`entry.${known}`) : field;
  };
  const item = (event: EntryEventItem): TimelineItem => {
    const base = { key: `${event.kind}:${event.at}`, at: event.at };
    switch (event.kind) {
      case 'created':
        return { ...base, title: t('entry.created') };
      case 'submitted':
        return {
          ...base,
          title: t('entry.submitted', { number: event.number }),
          by: event.by,
          tone: 'done',
        };
      case 'returned':
        return {
          ...base,
          title: t('entry.returned'),
          by: event.by,
          tone: 'waiting',
          detail: (
            <ul>
              {event.notes.map(({ field, text }) => (
                <li key={`${field} ${text}`}>
                  <b>{fieldName(field)}</b> {text}
                </li>
              ))}
            </ul>
          ),
        };
      case 'extended':
        return {
          ...base,
          title: t('entry.extended', { until: formatDateTime(event.until) }),
          by: event.by,
          detail: event.reason,
        };
    }
  };
  return (
    <>
      {entry.stateReason ? (
        <p className="xc-gap">
          <b>{t('entry.stateReason')}</b> {entry.stateReason}
        </p>
      ) : null}
      <Timeline items={entryHistory(entry).map(item)} />
    </>
  );
}
