import { PrinterOutlined } from '@ant-design/icons';
import { useQuery } from '@apollo/client/react';
import { Button } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { LeaderFeedbackQuery } from '#client/__generated__/graphql.ts';
import { formatNumber } from '#client/ui/core/format.ts';
import { Histogram } from '#client/ui/show/histogram.tsx';
import { Loaded } from '#client/ui/show/loaded.tsx';
import { Section } from '#client/ui/show/page.tsx';
import { EmptyState } from '#client/ui/show/states.tsx';
import { useEditionTitle } from './parts/edition-gate.tsx';
import { LEADER_FEEDBACK } from './public-judging-documents.ts';
import './public-judging.css';

type Feedback = NonNullable<LeaderFeedbackQuery['entryFeedback']>;
type Round = NonNullable<LeaderFeedbackQuery['competition']>['rounds'][number];

function Criterion({
  one,
  criterion,
}: {
  one: Feedback['criteria'][number];
  criterion: Round['criteria'][number];
}): ReactNode {
  const { t } = useTranslation('competition');
  const titleOf = useEditionTitle();
  const title = titleOf(criterion);
  const own = t('leader.judged.own', {
    mean: formatNumber(one.mean, 2),
    max: formatNumber(criterion.max),
    count: one.sheets,
  });
  return (
    <div className="xl-feedback-one">
      <h3>{title}</h3>
      <p>
        {own}
        {one.groupMean ? (
          <>
            <br />
            <span className="xh-hint">
              {t('leader.judged.group', { mean: formatNumber(one.groupMean, 2), count: one.groupEntries })}
            </span>
          </>
        ) : null}
      </p>
      {one.group ? (
        <Histogram
          bins={one.group}
          own={Number(one.mean)}
          title={t('leader.judged.picture', { title, own, count: one.groupEntries })}
          words={{
            table: t('open.judging.asTable'),
            range: t('open.judging.range'),
            count: t('open.judging.count'),
          }}
        />
      ) : (
        <p className="xh-hint">{t('leader.judged.tooFew', { count: one.groupEntries })}</p>
      )}
    </div>
  );
}

function RoundFeedback({ round, feedback }: { round: Round; feedback: Feedback }): ReactNode {
  const { t } = useTranslation('competition');
  const titleOf = useEditionTitle();
  const own = feedback.criteria.filter(({ roundId }) => roundId === round.id);
  // Several judges may say the same: it stands there once, with how many said it.
  const remarks = new Map<string, number>();
  for (const { roundId, text } of feedback.remarks)
    if (roundId === round.id) remarks.set(text, (remarks.get(text) ?? 0) + 1);
  if (own.length === 0) return null;
  return (
    <Section title={titleOf(round)}>
      <div className="xl-feedback">
        {round.criteria.map((criterion) => {
          const one = own.find(({ criterionId }) => criterionId === criterion.id);
          return one ? <Criterion key={criterion.id} one={one} criterion={criterion} /> : null;
        })}
      </div>
      <h3>{t('leader.judged.remarks')}</h3>
      {remarks.size === 0 ? (
        <p className="xh-hint">{t('leader.judged.noRemarks')}</p>
      ) : (
        <ul className="xl-remarks">
          {[...remarks].map(([text, count]) => (
            <li key={text}>
              {text}
              {count > 1 ? <small className="xh-hint"> {t('leader.judged.alike', { count })}</small> : null}
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}

/** What the judges' marks say to the team: own means beside the category's, and the remarks that were released. */
export function LeaderFeedback({
  entryId,
  competitionId,
}: {
  entryId: string;
  competitionId: string;
}): ReactNode {
  const { t } = useTranslation('competition');
  const result = useQuery(LEADER_FEEDBACK, { variables: { entryId, competitionId } });
  return (
    <Loaded result={result}>
      {({ entryFeedback: feedback, competition }) =>
        feedback && competition ? (
          <>
            <div className="xl-feedback-head">
              <p className="xh-hint">{t('leader.judged.lead', { code: feedback.code })}</p>
              <Button icon={<PrinterOutlined />} onClick={() => window.print()}>
                {t('leader.judged.print')}
              </Button>
            </div>
            {competition.rounds.map((round) => (
              <RoundFeedback key={round.id} round={round} feedback={feedback} />
            ))}
          </>
        ) : (
          <EmptyState title={t('leader.judged.none')} hint={t('leader.judged.noneHint')} />
        )
      }
    </Loaded>
  );
}
