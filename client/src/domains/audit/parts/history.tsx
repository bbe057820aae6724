import { useQuery } from '@apollo/client/react';
import { Button } from 'antd';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useLanguage } from '#client/ui/core/language.ts';
import { useCan } from '#client/ui/core/viewer.ts';
import { Loaded } from '#client/ui/show/loaded.tsx';
import { Section } from '#client/ui/show/page.tsx';
import { EmptyState, LoadingState } from '#client/ui/show/states.tsx';
import { Timeline } from '#client/ui/show/timeline.tsx';
import { readChanges } from '../audit-changes.ts';
import { useAuditWords } from '../audit-words.ts';
import { HISTORY } from '../documents.ts';
import { ChangeFields } from './change-view.tsx';

/** Steps drawn at once. */
const SHOWN = 20;

/** The changes of one step, opened on demand. */
function Changes({ changes, own }: { changes: unknown; own: string }): ReactNode {
  const { t } = useTranslation('audit');
  const words = useAuditWords();
  const [open, setOpen] = useState(false);
  const read = readChanges(changes);
  if (read.length === 0) return null;
  if (!open) {
    return (
      <Button size="small" type="link" onClick={() => setOpen(true)}>
        {t('history.show')} {t('changeCount', { count: read.length })}
      </Button>
    );
  }
  return read.map((change) => (
    <div key={`${change.type} ${change.id}`}>
      <strong>
        {words.type(change.type)} {t(`event.${change.kind}`)}
      </strong>
      <ChangeFields change={change} own={own} />
    </div>
  ));
}

/** What happened to one object, for those who run it or audit it (`audit.history`). */
export default function History(props: { subjectType: string; subjectId: string }): ReactNode {
  const { t, i18n } = useTranslation('audit');
  const language = useLanguage();
  const can = useCan();
  const words = useAuditWords();
  const [all, setAll] = useState(false);
  const { subjectType, subjectId } = props;
  const result = useQuery(HISTORY, {
    variables: { subjectType, subjectId },
    fetchPolicy: 'cache-and-network',
  });
  // The page belongs to another domain: the words of this one come in their own time.
  if (!i18n.hasResourceBundle(language, 'audit')) return <LoadingState />;
  return (
    <Loaded result={result}>
      {({ history }) =>
        history.length === 0 ? (
          <EmptyState title={t('history.empty')} hint={t('history.emptyHint')} />
        ) : (
          <Section
            title={words.type(subjectType)}
            extra={
              can('audit.list') ? (
                <Link to={`/audit?f.subjectId=${subjectId}~${encodeURIComponent(words.type(subjectType))}`}>
                  {t('history.open')}
                </Link>
              ) : null
            }
          >
            <Timeline
              items={history.slice(0, all ? undefined : SHOWN).map((event) => ({
                key: event.id,
                at: event.at,
                title: words.operation(event.operation),
                by: words.actor(event),
                detail: (
                  <>
                    {event.reason ? <p>{event.reason}</p> : null}
                    <Changes changes={event.changes} own={subjectId} />
                  </>
                ),
              }))}
            />
            {!all && history.length > SHOWN ? (
              <p className="xh-hint">
                {t('history.more', { count: history.length - SHOWN })}{' '}
                <Button size="small" type="link" onClick={() => setAll(true)}>
                  {t('history.showMore')}
                </Button>
              </p>
            ) : null}
          </Section>
        )
      }
    </Loaded>
  );
}
