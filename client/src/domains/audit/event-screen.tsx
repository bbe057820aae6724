import './audit.css';
import { useQuery } from '@apollo/client/react';
import { Button } from 'antd';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { formatDate, formatNumber, formatTime, NOTHING } from '#client/ui/core/format.ts';
import { DetailPage } from '#client/ui/detail/detail-page.tsx';
import { listPath } from '#client/ui/list/list-state.ts';
import { Loaded } from '#client/ui/show/loaded.tsx';
import { Missing } from '#client/ui/show/missing.tsx';
import { EmptyState } from '#client/ui/show/states.tsx';
import { readChanges } from './audit-changes.ts';
import { subjectPath } from './audit-values.ts';
import { useAuditWords, useViaWords } from './audit-words.ts';
import { AUDIT_EVENTS } from './documents.ts';
import { ChangeView } from './parts/change-view.tsx';

/** Changes drawn at once: an import or the first loading touches thousands of objects. */
const SHOWN = 20;

/** One line of the log: who, when, what, why, every object it touched before and after, and its place in the chain. */
export default function EventScreen(): ReactNode {
  const { t } = useTranslation('audit');
  const words = useAuditWords();
  const viaOf = useViaWords();
  const { id = '' } = useParams();
  const [shown, setShown] = useState(SHOWN);
  const result = useQuery(AUDIT_EVENTS, { variables: { first: 1, filter: { id: { eq: id } } } });
  return (
    <Loaded result={result}>
      {({ auditEvents }) => {
        const event = auditEvents.nodes[0];
        if (!event) return <Missing />;
        const changes = readChanges(event.changes);
        const path = subjectPath(event.subjectType, event.subjectId);
        const subject = words.subject(event) || NOTHING;
        const actor = words.actor(event);
        return (
          <DetailPage
            title={words.operation(event.operation)}
            backTo="/audit"
            state={<span className="xh-hint">{t('event.changes', { count: changes.length })}</span>}
            actions={
              <>
                {event.subjectId ? (
                  <Link to={listPath('/audit', { subjectId: `${event.subjectId}~${subject}` })}>
                    <Button>{t('event.sameSubject')}</Button>
                  </Link>
                ) : null}
                {event.accountId ? (
                  <Link to={listPath('/audit', { account: `${event.accountId}~${event.actor}` })}>
                    <Button>{t('event.samePerson')}</Button>
                  </Link>
                ) : null}
              </>
            }
            facts={[
              { label: t('column.at'), value: `${formatDate(event.at)} ${formatTime(event.at)}` },
              { label: t('column.actor'), value: actor },
              { label: t('column.via'), value: viaOf(event.via) },
              { label: t('column.subject'), value: path ? <Link to={path}>{subject}</Link> : subject },
              { label: t('column.reason'), value: event.reason ?? NOTHING },
              {
                label: t('column.position'),
                value: event.sealPosition ? `#${formatNumber(event.sealPosition)}` : t('waitingSeal'),
              },
            ]}
          >
            {changes.length === 0 ? (
              <EmptyState title={t('event.none')} hint={t('event.noneHint')} />
            ) : (
              changes
                .slice(0, shown)
                .map((change) => <ChangeView key={`${change.type} ${change.id}`} change={change} />)
            )}
            {changes.length > shown ? (
              <p>
                <Button onClick={() => setShown(shown + SHOWN * 5)}>
                  {t('event.more', { count: Math.min(SHOWN * 5, changes.length - shown) })}
                </Button>
              </p>
            ) : null}
            <p className="xh-hint xh-audit-hash">
              <code>{event.operation}</code>
              {event.requestId ? ` · ${t('column.request')} ${event.requestId}` : ''}
              {event.sealHash ? ` · ${t('column.hash')} ${event.sealHash}` : ''}
            </p>
          </DetailPage>
        );
      }}
    </Loaded>
  );
}
