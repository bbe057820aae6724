import { useQuery } from '@apollo/client/react';
import { Alert, Button } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { formatDateTime, NOTHING } from '#client/ui/core/format.ts';
import { useLanguage } from '#client/ui/core/language.ts';
import { useNameOf } from '#client/ui/core/named.ts';
import { problemText } from '#client/ui/core/problem-text.ts';
import { useCan } from '#client/ui/core/viewer.ts';
import { listPath } from '#client/ui/list/list-state.ts';
import { Figure, Figures } from '#client/ui/show/figure.tsx';
import { Loaded } from '#client/ui/show/loaded.tsx';
import { Missing } from '#client/ui/show/missing.tsx';
import { Page, Section } from '#client/ui/show/page.tsx';
import { EditionSwitch } from '../competition/parts/edition-gate.tsx';
import { EditionTransitions } from '../competition/parts/edition-transitions.tsx';
import { type JudgingEdition, useTitleOf, WithEdition } from './edition-page.tsx';
import { awardedRows } from './publicity-awarded.ts';
import { PUBLICITY } from './publicity-documents.ts';
import { OFFICIAL_RESULT } from './results-documents.ts';
import './judging.css';
import './results.css';

/** What a step of the edition changes on the screens of its end. */
const AFTER_STEP = ['PublicityPage', 'JudgingEdition', 'EditionOptions', 'OfficialResult'] as const;

/** The list of awards as it will stand in public, from the official result. */
function Awarded({ edition }: { edition: JudgingEdition }): ReactNode {
  const { t } = useTranslation('judging');
  const titleOf = useTitleOf();
  const nameOf = useNameOf();
  const result = useQuery(OFFICIAL_RESULT, {
    variables: {
      filter: { competition: { eq: edition.id }, round: { isNull: true }, official: { eq: true } },
    },
    fetchPolicy: 'cache-and-network',
  });
  return (
    <Loaded result={result}>
      {({ results }) => {
        const groups = awardedRows(
          results.nodes[0]?.rows ?? [],
          edition.awardRules.map(({ id }) => id),
          edition.categories.map(({ id }) => id),
        );
        if (groups.length === 0) return <p className="xh-hint xj-pad">{t('publicity.noAwards')}</p>;
        return (
          <div className="xh-wide">
            <table className="xj-table xj-table-stack">
              <thead>
                <tr>
                  <th scope="col">{t('results.award')}</th>
                  <th scope="col">{t('assignment.category')}</th>
                  <th scope="col">{t('results.entry')}</th>
                  <th scope="col">{t('publicity.team')}</th>
                </tr>
              </thead>
              <tbody>
                {groups.flatMap(({ award, rows }) =>
                  rows.map((row, at) => {
                    const rule = edition.awardRules.find(({ id }) => id === award);
                    const category = edition.categories.find(({ id }) => id === row.category?.id);
                    return (
                      <tr key={row.id}>
                        <td>{rule ? at === 0 ? <b>{titleOf(rule)}</b> : titleOf(rule) : null}</td>
                        <td>{category ? titleOf(category) : ''}</td>
                        <th scope="row">
                          <Link to={`/entries/${row.entry?.id ?? ''}`}>
                            {row.entry ? titleOf(row.entry) : ''}
                          </Link>
                        </th>
                        <td>{row.entry?.team ? nameOf(row.entry.team) : null}</td>
                      </tr>
                    );
                  }),
                )}
              </tbody>
            </table>
          </div>
        );
      }}
    </Loaded>
  );
}

function Body({ edition }: { edition: JudgingEdition }): ReactNode {
  const { t } = useTranslation('judging');
  const english = useLanguage() === 'en';
  const manage = useCan()('competition.manage');
  const result = useQuery(PUBLICITY, { variables: { id: edition.id }, fetchPolicy: 'cache-and-network' });
  return (
    <Loaded result={result}>
      {({ competition, waiting, objections }) => {
        if (!competition) return <Missing />;
        const next = competition.availableTransitions.find(
          ({ event }) => event === 'publicise' || event === 'close',
        );
        const notice = english && competition.noticeEn ? competition.noticeEn : competition.notice;
        const state = competition.state;
        const of = (path: string): string => `${path}${path.includes('?') ? '&' : '?'}edition=${edition.id}`;
        return (
          <>
            {next && next.problems.length > 0 ? (
              <Alert
                className="xh-form-alert"
                type="warning"
                showIcon
                title={next.event === 'publicise' ? t('publicity.notReady') : t('publicity.notOver')}
                description={
                  <ul className="xj-plain">
                    {next.problems.map(({ code, params }) => (
                      <li key={code}>{problemText(code, params)}</li>
                    ))}
                  </ul>
                }
              />
            ) : null}
            {state === 'CLOSED' ? (
              <Alert
                className="xh-form-alert"
                type="success"
                showIcon
                title={t('publicity.published', { at: formatDateTime(competition.publishedAt) })}
              />
            ) : null}
            <Figures>
              <Figure
                label={t('publicity.waiting')}
                value={waiting.totalCount}
                unit={t('publicity.unit', { count: waiting.totalCount ?? 0 })}
                late
                to={of(listPath('/objections', { state: ['RECEIVED'] }))}
              />
              <Figure
                label={t('publicity.objections')}
                value={objections.totalCount}
                unit={t('publicity.unit', { count: objections.totalCount ?? 0 })}
                to={of('/objections')}
              />
            </Figures>
            <Section
              title={t('publicity.period')}
              extra={
                manage && state !== 'CLOSED' ? (
                  <Link to={`/competitions/${edition.id}`}>
                    <Button size="small">{t('publicity.change')}</Button>
                  </Link>
                ) : null
              }
            >
              <dl className="xj-digest">
                <dt>{t('publicity.from')}</dt>
                <dd>{formatDateTime(competition.publicityStartsAt)}</dd>
                <dt>{t('publicity.to')}</dt>
                <dd>{formatDateTime(competition.publicityEndsAt)}</dd>
                <dt>{t('publicity.notice')}</dt>
                <dd className="xh-prose">{notice || NOTHING}</dd>
              </dl>
            </Section>
            <Section
              title={t('publicity.seen')}
              flush
              extra={
                state === 'PUBLICISED' || state === 'CLOSED' ? (
                  <a href={`/public/results/${edition.id}`} target="_blank" rel="noreferrer">
                    {t('publicity.open')}
                  </a>
                ) : null
              }
            >
              <p className="xh-hint xj-pad">
                {state === 'CLOSED' ? t('publicity.seenHintClosed') : t('publicity.seenHint')}
              </p>
              <Awarded edition={edition} />
            </Section>
            <div className="xj-bar xj-steps">
              <EditionTransitions competition={competition} refetch={AFTER_STEP} />
            </div>
          </>
        );
      }}
    </Loaded>
  );
}

/** The public notice and the final publication of an edition. */
export default function PublicityScreen(): ReactNode {
  const { t } = useTranslation('judging');
  return (
    <WithEdition>
      {(edition, choice) => (
        <Page
          title={t('publicity.title')}
          hint={t('publicity.hint')}
          actions={
            <>
              <EditionSwitch choice={choice} />
              <Link to={`/objections?edition=${edition.id}`}>
                <Button>{t('objections.title')}</Button>
              </Link>
            </>
          }
        >
          <Body edition={edition} />
        </Page>
      )}
    </WithEdition>
  );
}
