import { EditOutlined } from '@ant-design/icons';
import { useQuery } from '@apollo/client/react';
import { CATEGORIES } from '@xinghuo/shared/competition/category';
import { JUDGE_LIFECYCLE, JUDGE_STATES, type JudgeEvent } from '@xinghuo/shared/judging/domain/judge';
import { Button } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { formatDateTime, formatNumber, NOTHING } from '#client/ui/core/format.ts';
import { useLabel } from '#client/ui/core/language.ts';
import { useNameOf } from '#client/ui/core/named.ts';
import { useCan } from '#client/ui/core/viewer.ts';
import { DetailPage } from '#client/ui/detail/detail-page.tsx';
import { StateTag } from '#client/ui/detail/state-tag.tsx';
import { TransitionBar } from '#client/ui/detail/transition-bar.tsx';
import { Loaded } from '#client/ui/show/loaded.tsx';
import { Missing } from '#client/ui/show/missing.tsx';
import { ConflictsList } from './conflicts-list.tsx';
import { JUDGE } from './judges-documents.ts';
import { useJudgesInvite } from './judges-invite.ts';
import { useJudgeStep } from './judges-step.ts';
import { JUDGE_TONES } from './judging-tones.ts';
import './judging.css';
import { SheetsList } from './progress-sheets.tsx';

const isJudgeEvent = (event: string): event is JudgeEvent => event in JUDGE_LIFECYCLE.events;

/** One judge: who it is, what is held, what conflicts. */
export default function JudgesPageScreen(): ReactNode {
  const { t } = useTranslation('judging');
  const label = useLabel();
  const nameOf = useNameOf();
  const manage = useCan()('judge.manage');
  const step = useJudgeStep();
  const invite = useJudgesInvite();
  const { id = '' } = useParams();
  const result = useQuery(JUDGE, { variables: { id }, fetchPolicy: 'cache-and-network' });
  return (
    <Loaded result={result}>
      {({ judge }) => {
        if (!judge) return <Missing />;
        const name = nameOf(judge);
        return (
          <DetailPage
            title={name}
            code={judge.code}
            backTo="/judges"
            state={<StateTag of={JUDGE_STATES} tones={JUDGE_TONES} value={judge.state} />}
            actions={
              manage ? (
                <Link to={`/judges/${id}/edit`}>
                  <Button icon={<EditOutlined />}>{t('judges.edit')}</Button>
                </Link>
              ) : null
            }
            transitions={
              <TransitionBar
                table={JUDGE_LIFECYCLE}
                choices={judge.availableTransitions.flatMap((choice) =>
                  isJudgeEvent(choice.event) ? [{ ...choice, event: choice.event }] : [],
                )}
                name={name}
                run={(event, reason) => (event === 'invite' ? invite([id]) : step(event, judge, reason))}
                confirm={(event) =>
                  event === 'withdraw' ? t('judges.confirmWithdraw', { name }) : undefined
                }
              />
            }
            facts={[
              { label: t('judges.organisation'), value: judge.organisation ?? NOTHING },
              { label: t('judges.position'), value: judge.title ?? NOTHING },
              {
                label: t('judges.unit'),
                value: judge.unit ? (
                  <Link to={`/units/${judge.unit.id}`}>{nameOf(judge.unit)}</Link>
                ) : (
                  NOTHING
                ),
              },
              {
                label: t('judges.formerUnits'),
                value:
                  judge.formerUnits.length > 0
                    ? judge.formerUnits.map(nameOf).join(t('frame.separator'))
                    : NOTHING,
              },
              {
                label: t('judges.phone'),
                value: judge.hasPhone ? t('judges.phoneGiven') : NOTHING,
              },
              { label: t('judges.email'), value: judge.email },
              {
                label: t('judges.expertise'),
                value:
                  judge.expertise.map((code) => label(CATEGORIES[code])).join(t('frame.separator')) ||
                  NOTHING,
              },
              {
                label: t('judges.capacity'),
                value: t('judges.capacityOf', { count: judge.capacity }),
              },
              {
                label: t('judges.availableDays'),
                value: judge.availableDays.join(t('frame.separator')) || t('judges.everyDay'),
              },
              {
                label: t('judges.sheets'),
                value: t('judges.sheetsOf', {
                  submitted: formatNumber(judge.submittedCount),
                  assigned: formatNumber(judge.assignedCount),
                }),
              },
              {
                label: t('judges.invitation'),
                value: judge.account
                  ? t('judges.hasAccount')
                  : judge.invitedAt
                    ? t('judges.invitedOn', { at: formatDateTime(judge.invitedAt) })
                    : t('judges.notInvited'),
              },
            ]}
            tabs={[
              {
                key: 'sheets',
                label: t('judges.tabSheets'),
                content: <SheetsList name="judge-sheets" filter={{ judge: { eq: id } }} hide={['judge']} />,
              },
              {
                key: 'conflicts',
                label: t('conflicts.title'),
                content: judge.competition ? (
                  <ConflictsList
                    competitionId={judge.competition.id}
                    judge={{ value: id, label: `${judge.code} ${judge.name}` }}
                    embedded
                  />
                ) : null,
              },
            ]}
          />
        );
      }}
    </Loaded>
  );
}
