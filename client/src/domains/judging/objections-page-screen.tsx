import { useQuery } from '@apollo/client/react';
import {
  OBJECTION_LIFECYCLE,
  OBJECTION_STATES,
  type ObjectionEvent,
} from '@xinghuo/shared/judging/domain/objection';
import { Alert } from 'antd';
import type { ReactNode } from 'react';
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
import './judging.css';

const isObjectionEvent = (event: string): event is ObjectionEvent => event in OBJECTION_LIFECYCLE.events;

/** One objection: what is objected, and its decision, which is final. */
export default function ObjectionsPageScreen(): ReactNode {
  const { t } = useTranslation('judging');
  const titleOf = useTitleOf();
  const decides = useCan()('objection.decide');
  const { id = '' } = useParams();
  const result = useQuery(OBJECTION, { variables: { id }, fetchPolicy: 'cache-and-network' });
  const [decide] = useWrite(OBJECTION_DECIDE);
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
                    },
                  })
                }
                confirm={(event) =>
                  event === 'uphold' ? t('objections.confirmUphold') : t('objections.confirmDismiss')
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
