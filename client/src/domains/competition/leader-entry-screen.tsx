import { useQuery } from '@apollo/client/react';
import { CATEGORIES } from '@xinghuo/shared/competition/category';
import { ENTRY_LIFECYCLE, ENTRY_STATES } from '@xinghuo/shared/competition/entry';
import { Button } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { formatDateTime, NOTHING } from '#client/ui/core/format.ts';
import { useLabel } from '#client/ui/core/language.ts';
import { useWrite } from '#client/ui/core/use-write.ts';
import { DetailPage, type DetailTab } from '#client/ui/detail/detail-page.tsx';
import { StateTag } from '#client/ui/detail/state-tag.tsx';
import { TransitionBar } from '#client/ui/detail/transition-bar.tsx';
import { Loaded } from '#client/ui/show/loaded.tsx';
import { Missing } from '#client/ui/show/missing.tsx';
import './competition.css';
import './entry.css';
import './leader.css';
import { useServerNow } from '#client/ui/core/server-clock.ts';
import { ENTRY } from './documents/entry.ts';
import { LEADER_EDITION, LEADER_ORDER } from './documents/leader-result.ts';
import { ENTRY_WITHDRAW_OWN } from './documents/leader-write.ts';
import type { EntryView } from './entry-types.ts';
import { Deadline } from './leader-deadline.tsx';
import { LeaderFeedback } from './leader-feedback.tsx';
import { NextLine, StageRail } from './leader-rail.tsx';
import { LeaderObjections, LeaderResult } from './leader-result.tsx';
import { useEditionTitle } from './parts/edition-gate.tsx';
import { EntryFiles } from './parts/entry-files.tsx';
import { EntryHistory } from './parts/entry-history.tsx';
import { EntryPaper } from './parts/entry-paper.tsx';
import { EntryRevisions } from './parts/entry-revisions.tsx';
import { choicesOf } from './step-choices.ts';
import { ENTRY_TONES } from './tones.ts';

/** The states an entry ends in once its edition is closed. */
const FINAL: readonly EntryView['state'][] = ['AWARDED', 'NOT_AWARDED'];
/** What is asked again after a step. */
const REFETCH = { refetch: ['EntryPage'] } as const;

/** The way to the starting order of a presentation round, once it is published. */
function OrderLink(props: { edition: string; round: string }): ReactNode {
  const { t } = useTranslation('competition');
  const { data } = useQuery(LEADER_ORDER, {
    variables: { roundId: props.round },
    fetchPolicy: 'cache-and-network',
  });
  if (!data?.presentation) return null;
  return (
    <p className="xl-next">
      <Link to={`/presentation?edition=${props.edition}&round=${props.round}`}>{t('leader.order')}</Link>
    </p>
  );
}

function Progress({ entry }: { entry: EntryView }): ReactNode {
  const result = useQuery(LEADER_EDITION, {
    variables: { id: entry.competition.id, objections: { entry: { eq: entry.id } } },
    fetchPolicy: 'cache-and-network',
  });
  const { t } = useTranslation('competition');
  const now = useServerNow();
  return (
    <Loaded result={result}>
      {({ competition, objections }) => {
        if (!competition) return <Missing />;
        const ends = competition.publicityEndsAt;
        const objecting = competition.state === 'PUBLICISED' && (ends === null || Date.parse(ends) > now);
        const staged = { ...entry, updatedAt: entry.submittedAt ?? entry.createdAt };
        return (
          <>
            <section className="xh-section">
              <div className="xh-section-body">
                <StageRail entry={staged} edition={competition} />
                <NextLine entry={staged} edition={competition} />
                {competition.rounds
                  .filter(({ kind }) => kind === 'PRESENTATION')
                  .map(({ id }) => (
                    <OrderLink key={id} edition={competition.id} round={id} />
                  ))}
                {objecting ? (
                  <p className="xl-next">
                    <Link to={`/public/results/${competition.id}/objection?entry=${entry.id}`}>
                      {t('leader.object')}
                    </Link>{' '}
                    <Deadline at={ends} />
                  </p>
                ) : null}
              </div>
            </section>
            <LeaderResult entry={entry} edition={competition} />
            <LeaderObjections rows={objections.nodes} />
          </>
        );
      }}
    </Loaded>
  );
}

function EntryPage({ entry }: { entry: EntryView }): ReactNode {
  const { t } = useTranslation('competition');
  const label = useLabel();
  const titleOf = useEditionTitle();
  const [withdraw] = useWrite(ENTRY_WITHDRAW_OWN, REFETCH);
  const editable = entry.state === 'DRAFT' || entry.state === 'RETURNED';
  const tabs: readonly DetailTab[] = [
    { key: 'stage', label: t('leader.tab.stage'), content: <Progress entry={entry} /> },
    { key: 'paper', label: t('leader.tab.paper'), content: <EntryPaper entry={entry} /> },
    {
      key: 'files',
      label: t('leader.tab.files'),
      count: entry.attachments.length,
      content: <EntryFiles attachments={entry.attachments} />,
    },
    {
      key: 'revisions',
      label: t('leader.tab.revisions'),
      count: entry.revisions.length,
      content: <EntryRevisions entry={entry} />,
    },
    ...(FINAL.includes(entry.state)
      ? [
          {
            key: 'feedback',
            label: t('leader.tab.feedback'),
            content: <LeaderFeedback entryId={entry.id} competitionId={entry.competition.id} />,
          },
        ]
      : []),
    { key: 'history', label: t('leader.tab.history'), content: <EntryHistory entry={entry} /> },
  ];
  return (
    <DetailPage
      title={titleOf(entry)}
      {...(entry.number ? { code: entry.number } : {})}
      backTo="/my-entries"
      state={<StateTag of={ENTRY_STATES} tones={ENTRY_TONES} value={entry.state} />}
      actions={
        editable ? (
          <Link to={`/my-entries/${entry.id}/edit?step=${entry.state === 'RETURNED' ? 'check' : 'subject'}`}>
            <Button type="primary">
              {entry.state === 'RETURNED' ? t('leader.revise') : t('leader.edit')}
            </Button>
          </Link>
        ) : null
      }
      transitions={
        <TransitionBar
          table={ENTRY_LIFECYCLE}
          choices={choicesOf(ENTRY_LIFECYCLE, entry.availableTransitions, ['withdraw'])}
          name={titleOf(entry)}
          confirm={() => t('leader.withdrawAsk', { title: titleOf(entry) })}
          run={(_event, reason = '') => withdraw({ input: { id: entry.id, version: entry.version, reason } })}
        />
      }
      facts={[
        { label: t('entry.category'), value: label(CATEGORIES[entry.category.code]) },
        {
          label: t('wizard.team'),
          value: entry.team ? titleOf({ title: entry.team.name, titleEn: entry.team.nameEn ?? '' }) : NOTHING,
        },
        { label: t('entry.edition'), value: titleOf(entry.competition) },
        { label: t('entries.column.submittedAt'), value: formatDateTime(entry.submittedAt) },
        ...(editable ? [{ label: t('wizard.deadline'), value: <Deadline at={entry.deadline} /> }] : []),
        ...(entry.award ? [{ label: t('entries.column.award'), value: titleOf(entry.award) }] : []),
        ...(entry.stateReason ? [{ label: t('entry.reason'), value: entry.stateReason }] : []),
      ]}
      tabs={tabs}
    />
  );
}

/** One's own entry: where it stands, what was written, and what came of it. */
export default function LeaderEntryScreen(): ReactNode {
  const { id = '' } = useParams();
  const result = useQuery(ENTRY, { variables: { id }, fetchPolicy: 'cache-and-network' });
  return (
    <Loaded result={result}>
      {({ entry }) => (entry ? <EntryPage key={id} entry={entry} /> : <Missing />)}
    </Loaded>
  );
}
