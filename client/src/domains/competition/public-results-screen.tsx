import { useQuery } from '@apollo/client/react';
import { CATEGORIES } from '@xinghuo/shared/competition/category';
import { Button } from 'antd';
import { type ReactNode, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import type { PublicAwardsQuery } from '#client/__generated__/graphql.ts';
import { formatDateTime } from '#client/ui/core/format.ts';
import { useLabel } from '#client/ui/core/language.ts';
import { Loaded } from '#client/ui/show/loaded.tsx';
import { Missing } from '#client/ui/show/missing.tsx';
import { Page } from '#client/ui/show/page.tsx';
import { EmptyState } from '#client/ui/show/states.tsx';
import './leader.css';
import './public.css';
import './public-print.css';
import { useServerNow } from '#client/ui/core/server-clock.ts';
import { useEditionTitle } from './parts/edition-gate.tsx';
import { awardGroups } from './public-awards.ts';
import { PUBLIC_AWARDS } from './public-documents.ts';
import { PublicJudging } from './public-judging.tsx';
import { PublicNav } from './public-nav.tsx';
import { Share } from './public-share.tsx';

type Edition = NonNullable<PublicAwardsQuery['competition']>;
type Entries = PublicAwardsQuery['entries']['nodes'];

function Category(props: {
  edition: Edition;
  category: Edition['categories'][number];
  entries: Entries;
}): ReactNode {
  const { t } = useTranslation('competition');
  const label = useLabel();
  const titleOf = useEditionTitle();
  const { edition, category, entries } = props;
  const groups = awardGroups(entries, category.id, edition.awardRules);
  if (groups.length === 0) return null;
  return (
    <section className="xh-section xp-category" id={category.code}>
      <header>
        <h2>{label(CATEGORIES[category.code])}</h2>
      </header>
      <table className="xp-table">
        <thead>
          <tr>
            <th scope="col">{t('open.award')}</th>
            <th scope="col">{t('open.project')}</th>
            <th scope="col">{t('open.team')}</th>
          </tr>
        </thead>
        {groups.map(({ awardId, entries: rows }) => {
          const award = edition.awardRules.find(({ id }) => id === awardId);
          return (
            <tbody key={awardId}>
              {rows.map((entry, i) => (
                <tr key={entry.id}>
                  {i === 0 ? (
                    <th scope="rowgroup" rowSpan={rows.length}>
                      {award ? titleOf(award) : ''}
                    </th>
                  ) : null}
                  <td>
                    <Link to={`/public/projects/${entry.id}`}>{titleOf(entry)}</Link>
                    {entry.number ? <small>{entry.number}</small> : null}
                  </td>
                  <td>
                    {entry.team ? titleOf({ title: entry.team.name, titleEn: entry.team.nameEn ?? '' }) : ''}
                  </td>
                </tr>
              ))}
            </tbody>
          );
        })}
      </table>
    </section>
  );
}

function Awards({
  edition,
  entries,
  total,
}: {
  edition: Edition;
  entries: Entries;
  total: number;
}): ReactNode {
  const { t } = useTranslation('competition');
  const label = useLabel();
  const titleOf = useEditionTitle();
  const now = useServerNow();
  const proposed = edition.state === 'PUBLICISED';
  const ends = edition.publicityEndsAt;
  const objecting = proposed && (ends === null || Date.parse(ends) > now);
  const given = edition.categories.filter(({ id }) => entries.some(({ category }) => category.id === id));
  return (
    <Page
      title={`${titleOf(edition)} · ${proposed ? t('open.resultsProposed') : t('open.resultsTitle')}`}
      hint={
        <>
          {proposed && ends ? t('open.noticeUntil', { at: formatDateTime(ends) }) : null}
          {edition.publishedAt ? t('open.publishedAt', { at: formatDateTime(edition.publishedAt) }) : null}
          {' · '}
          {t('open.count', { count: total })}
        </>
      }
      actions={
        <>
          <Share />
          {objecting ? (
            <Link to={`/public/results/${edition.id}/objection`}>
              <Button>{t('open.object')}</Button>
            </Link>
          ) : null}
        </>
      }
    >
      <nav className="xp-jump" aria-label={t('open.category')}>
        {given.map(({ id, code }) => (
          <a key={id} href={`#${code}`}>
            {label(CATEGORIES[code])}
          </a>
        ))}
      </nav>
      {given.map((category) => (
        <Category key={category.id} edition={edition} category={category} entries={entries} />
      ))}
      <PublicJudging competition={edition.id} />
      <p className="xp-signed">
        {edition.hosts
          .map(({ unit }) => titleOf({ title: unit.name, titleEn: unit.nameEn ?? '' }))
          .join(' · ')}
      </p>
    </Page>
  );
}

/** The published awards of an edition, by category: to read, to share and to print. */
export default function PublicResultsScreen(): ReactNode {
  const { t } = useTranslation('competition');
  const { competition: id = '' } = useParams();
  const result = useQuery(PUBLIC_AWARDS, {
    variables: { id, filter: { competition: { eq: id }, award: { isNull: false } } },
  });
  const page = result.data?.entries.pageInfo;
  const { fetchMore } = result;
  const after = page?.hasNextPage ? page.endCursor : null;
  useEffect(() => {
    // A list of honours is read whole: what does not fit one page of the contract follows at once.
    if (after === null || after === undefined) return;
    void fetchMore({
      variables: { after },
      updateQuery: (before, { fetchMoreResult }) => ({
        ...fetchMoreResult,
        entries: {
          ...fetchMoreResult.entries,
          nodes: [...before.entries.nodes, ...fetchMoreResult.entries.nodes],
        },
      }),
    });
  }, [after, fetchMore]);
  return (
    <>
      <PublicNav results={id} />
      <Loaded result={result}>
        {({ competition, entries }) => {
          if (!competition) return <Missing />;
          if (competition.state !== 'PUBLICISED' && competition.state !== 'CLOSED')
            return (
              <EmptyState
                title={t('open.resultsNone')}
                hint={t('open.resultsNoneHint')}
                action={
                  <Link to={`/public?edition=${competition.id}`}>
                    <Button>{t('open.home')}</Button>
                  </Link>
                }
              />
            );
          return (
            <Awards
              edition={competition}
              entries={entries.nodes}
              total={entries.totalCount ?? entries.nodes.length}
            />
          );
        }}
      </Loaded>
    </>
  );
}
