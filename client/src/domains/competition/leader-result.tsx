import { useQuery } from '@apollo/client/react';
import { OBJECTION_STATES, type ObjectionState } from '@xinghuo/shared/judging/domain/objection';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { LeaderEditionQuery } from '#client/__generated__/graphql.ts';
import { formatDateTime, formatNumber, NOTHING } from '#client/ui/core/format.ts';
import { useLanguage } from '#client/ui/core/language.ts';
import type { Tones } from '#client/ui/detail/state-tag.tsx';
import { StateTag } from '#client/ui/detail/state-tag.tsx';
import { Section } from '#client/ui/show/page.tsx';
import { LEADER_RESULT } from './documents/leader-result.ts';
import type { EntryView } from './entry-types.ts';
import { useEditionTitle } from './parts/edition-gate.tsx';

type Edition = NonNullable<LeaderEditionQuery['competition']>;
const OBJECTION_TONES: Tones<ObjectionState> = { RECEIVED: 'waiting', UPHELD: 'done', DISMISSED: 'refused' };

/** The official result of an entry once it is out: score, place, award. */
export function LeaderResult({ entry, edition }: { entry: EntryView; edition: Edition }): ReactNode {
  const { t } = useTranslation('competition');
  const titleOf = useEditionTitle();
  const language = useLanguage();
  const out = edition.state === 'PUBLICISED' || edition.state === 'CLOSED';
  // An award under notice can still be lost: the certificate exists once it is published.
  const final = entry.state === 'AWARDED' && edition.publishedAt !== null;
  const { data } = useQuery(LEADER_RESULT, {
    variables: {
      results: { competition: { eq: entry.competition.id }, official: { eq: true }, round: { isNull: true } },
      rows: { entry: { eq: entry.id } },
    },
    skip: !out,
  });
  if (!out)
    return (
      <Section title={t('leader.result')}>
        <p>{t('leader.resultNone')}</p>
        <p className="xh-hint">{t('leader.resultNoneHint')}</p>
      </Section>
    );
  // The row of the whole edition carries a score for each round; a round's own row carries one.
  const row = [...(data?.resultRows.nodes ?? [])].sort(
    (a, b) => b.roundScores.length - a.roundScores.length,
  )[0];
  return (
    <Section
      title={t('leader.result')}
      extra={
        entry.award ? (
          <span className="xl-result-links">
            {final ? (
              <a
                href={`/print/certificates/${entry.id}.pdf?lang=${language === 'en' ? 'en' : 'zh'}`}
                target="_blank"
                rel="noreferrer"
              >
                {t('leader.certificate')}
              </a>
            ) : null}
            <Link to={`/public/projects/${entry.id}`}>{t('leader.shared')}</Link>
          </span>
        ) : undefined
      }
    >
      <dl className="xl-result">
        <div>
          <dt>{t('leader.award')}</dt>
          <dd>{entry.award ? titleOf(entry.award) : t('leader.noAward')}</dd>
        </div>
        <div>
          <dt>{t('leader.score')}</dt>
          <dd>{row?.total ? formatNumber(row.total, 2) : NOTHING}</dd>
        </div>
        <div>
          <dt>{t('leader.rank')}</dt>
          <dd>
            {row?.categoryRank
              ? row.sharedCategory > 1
                ? t('leader.rankShared', { rank: row.categoryRank, count: row.sharedCategory })
                : t('leader.rankValue', { rank: row.categoryRank })
              : NOTHING}
          </dd>
        </div>
        {(row?.roundScores ?? []).map(({ roundId, score }) => {
          const round = edition.rounds.find(({ id }) => id === roundId);
          return round ? (
            <div key={roundId}>
              <dt>{t('leader.roundScore', { round: titleOf(round) })}</dt>
              <dd>{score ? formatNumber(score, 2) : NOTHING}</dd>
            </div>
          ) : null;
        })}
      </dl>
    </Section>
  );
}

/** Objections the leader filed about the entry, with their answers. */
export function LeaderObjections({ rows }: { rows: LeaderEditionQuery['objections']['nodes'] }): ReactNode {
  const { t } = useTranslation('competition');
  if (rows.length === 0) return null;
  return (
    <Section title={t('leader.objections')}>
      <ul className="xl-objections">
        {rows.map(({ id, state, text, decision, createdAt, decidedAt }) => (
          <li key={id}>
            <StateTag of={OBJECTION_STATES} tones={OBJECTION_TONES} value={state} />{' '}
            <span className="xh-hint">{formatDateTime(decidedAt ?? createdAt)}</span>
            <p>{text}</p>
            {decision ? <p>{t('leader.decision', { text: decision })}</p> : null}
          </li>
        ))}
      </ul>
    </Section>
  );
}
