import { useQuery } from '@apollo/client/react';
import {
  OBJECTION_LIFECYCLE,
  OBJECTION_STATES,
  type ObjectionEvent,
} from '@xinghuo/shared/judging/domain/objection';
import { Alert } from 'antd';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { formatDateTime, NOTHING } from '#client/ui/core/format.ts';
import { useWrite } from '#client/ui/core/use-write.ts';
import { useCan } from '#client/ui/core/viewer.ts';
import { DetailPage } from '#client/ui/detail/detail-page.tsx';
import { StateTag } from '#client/ui/detail/state-tag.tsx';
import { TransitionBar } from '#client/ui/detail/transition-bar.tsx';
import { Loaded } from '#client/ui/show/loaded.tsx';
import { Missing } from '#client/ui/show/missing.tsx';
import { Section } from '#client/ui/show/page.tsx';
import { useTitleOf } from './edition-page.tsx';
import { OBJECTION_TONES } from './judging-tones.ts';
import { OBJECTION, OBJECTION_DECIDE } from './objections-documents.ts';
import { EffectTable, RemoveSheets } from './objections-effect.tsx';
import './judging.css';

const isObjectionEvent = (event: string): event is ObjectionEvent => event in OBJECTION_LIFECYCLE.events;

/** One objection: what is objected, and its decision, which is final. */
export default function ObjectionsPageScreen(): ReactNode {
  const { t } = useTranslation('judging');
  const titleOf = useTitleOf();
  const decides = useCan()('objection.decide');
  const { id = '' } = useParams();
  const result = useQuery(OBJECTION, { variables: { id }, fetchPolicy: 'cache-and-network' });
  const [decide] = useWrite(OBJECTION_DECIDE, { refetch: ['ObjectionPage'] });
  const [removed, setRemoved] = useState<readonly string[]>([]);
  return (
    <Loaded result={result}>
      {({ objection }) => {
        if (!objection) return <Missing />;
        const about = objection.entry
          ? titleOf(objection.entry)
          : objection.competition
            ? titleOf(objection.competition)
            : '';
        return (
          <DetailPage
            title={t('objections.pageTitle', { about })}
            backTo={`/objections?edition=${objection.competition?.id ?? ''}`}
            state={<StateTag of={OBJECTION_STATES} tones={OBJECTION_TONES} value={objection.state} />}
            transitions={
              <TransitionBar
                table={OBJECTION_LIFECYCLE}
                choices={objection.availableTransitions.flatMap((choice) =>
                  isObjectionEvent(choice.event) ? [{ ...choice, event: choice.event }] : [],
                )}
                name={about}
                run={(event, decision) =>
                  decide({
                    input: {
                      id,
                      version: objection.version,
                      state: OBJECTION_LIFECYCLE.events[event].to,
                      decision: decision ?? '',
                      ...(event === 'uphold' && removed.length > 0 ? { removeSheets: [...removed] } : {}),
                    },
                  })
                }
                confirm={(event) =>
                  event === 'dismiss'
                    ? t('objections.confirmDismiss')
                    : removed.length > 0
                      ? t('objections.confirmRemove', { count: removed.length })
                      : t('objections.confirmUphold')
                }
              />
            }
            facts={[
              {
                label: t('objections.entry'),
                value: objection.entry ? (
                  <Link to={`/entries/${objection.entry.id}`}>
                    {objection.entry.number} {titleOf(objection.entry)}
                  </Link>
                ) : (
                  t('objections.wholeEdition')
                ),
              },
              { label: t('objections.author'), value: objection.author ?? NOTHING },
              { label: t('objections.contact'), value: objection.contact ?? NOTHING },
              { label: t('objections.createdAt'), value: formatDateTime(objection.createdAt) },
              { label: t('objections.decidedAt'), value: formatDateTime(objection.decidedAt) },
            ]}
          >
            {objection.state === 'UPHELD' && decides ? (
              <Alert
                className="xh-form-alert"
                type="warning"
                showIcon
                title={t('objections.afterUphold')}
                action={
                  <Link to={`/deliberation?edition=${objection.competition?.id ?? ''}`}>
                    {t('deliberation.title')}
                  </Link>
                }
              />
            ) : null}
            <Section title={t('objections.text')}>
              <p className="xh-prose">{objection.text}</p>
            </Section>
            {objection.state === 'RECEIVED' && decides && objection.entry && objection.competition ? (
              <RemoveSheets
                objectionId={objection.id}
                competitionId={objection.competition.id}
                entryId={objection.entry.id}
                chosen={removed}
                onChoose={setRemoved}
              />
            ) : null}
            {objection.effect && objection.competition ? (
              <Section
                title={t('objections.removed', { count: objection.effect.removed.length })}
                flush
                extra={
                  <span>
                    {objection.effect.removed
                      .map(({ judgeCode, total }) => `${judgeCode} ${total}`)
                      .join(t('frame.separator'))}
                  </span>
                }
              >
                <EffectTable competitionId={objection.competition.id} effect={objection.effect} />
              </Section>
            ) : null}
            <Section title={t('objections.decision')}>
              <p className={objection.decision ? 'xh-prose' : 'xh-hint'}>
                {objection.decision ?? t('objections.undecided')}
              </p>
            </Section>
          </DetailPage>
        );
      }}
    </Loaded>
  );
}
