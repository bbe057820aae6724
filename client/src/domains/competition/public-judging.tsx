import { useQuery } from '@apollo/client/react';
import { CATEGORIES } from '@xinghuo/shared/competition/category';
import { Button } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { PublicJudgingQuery } from '#client/__generated__/graphql.ts';
import { formatDateTime, formatNumber, NOTHING } from '#client/ui/core/format.ts';
import { useLabel } from '#client/ui/core/language.ts';
import { Histogram } from '#client/ui/show/histogram.tsx';
import { Section } from '#client/ui/show/page.tsx';
import { useEditionTitle } from './parts/edition-gate.tsx';
import { PUBLIC_JUDGING } from './public-judging-documents.ts';
import './public-judging.css';

type Edition = NonNullable<PublicJudgingQuery['competition']>;
type Published = NonNullable<PublicJudgingQuery['results']['nodes'][number]['publication']>;
type Statistics = Published['statistics'];

const sumOf = (counts: readonly number[]): number => counts.reduce((a, b) => a + b, 0);

/** A share from 0 to 1 with two places, as statisticians write it. */
const share = (value: number | null | undefined): string =>
  value === null || value === undefined ? NOTHING : formatNumber(value, 2);

function Counts({ statistics, objections }: Published): ReactNode {
  const { t } = useTranslation('competition');
  const { deliberation } = statistics;
  const lines: readonly (readonly [string, string])[] = [
    [
      t('open.judging.entries'),
      t('open.judging.entriesValue', { count: statistics.entries, awarded: statistics.awarded }),
    ],
    [t('open.judging.judges'), t('open.judging.judgesValue', { count: statistics.judges })],
    [t('open.judging.sheets'), t('open.judging.sheetsValue', { count: statistics.sheets })],
    [
      t('open.judging.deliberation'),
      t('open.judging.deliberationValue', {
        count: deliberation.decisions,
        raised: deliberation.raised,
        lowered: deliberation.lowered,
      }),
    ],
    [
      t('open.judging.objections'),
      t('open.judging.objectionsValue', {
        count: objections.filed,
        upheld: objections.upheld,
        dismissed: objections.dismissed,
        open: objections.open,
      }),
    ],
  ];
  return (
    <dl className="xp-counts">
      {lines.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

function Agreement({ rounds, edition }: { rounds: Statistics['rounds']; edition: Edition }): ReactNode {
  const { t } = useTranslation('competition');
  const titleOf = useEditionTitle();
  return (
    <>
      <h3>{t('open.judging.agreement')}</h3>
      <table className="xp-figures">
        <thead>
          <tr>
            <th scope="col">{t('open.judging.round')}</th>
            <th scope="col">{t('open.judging.entries')}</th>
            <th scope="col">{t('open.judging.perEntry')}</th>
            <th scope="col">{t('open.judging.oneSheet')}</th>
            <th scope="col">{t('open.judging.mean')}</th>
          </tr>
        </thead>
        <tbody>
          {rounds.map((one) => {
            const round = edition.rounds.find(({ id }) => id === one.roundId);
            return (
              <tr key={one.roundId}>
                <th scope="row">{round ? titleOf(round) : ''}</th>
                <td>{formatNumber(one.entries)}</td>
                <td>
                  {one.fewestSheets === one.mostSheets
                    ? formatNumber(one.mostSheets)
                    : `${formatNumber(one.fewestSheets)}–${formatNumber(one.mostSheets)}`}
                </td>
                <td>{share(one.oneSheet)}</td>
                <td>{share(one.meanOfSheets)}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
      <p className="xh-hint">{t('open.judging.agreementHint')}</p>
    </>
  );
}

function Distributions({ statistics, edition }: { statistics: Statistics; edition: Edition }): ReactNode {
  const { categories } = statistics;
  const { t } = useTranslation('competition');
  const label = useLabel();
  const words = {
    table: t('open.judging.asTable'),
    range: t('open.judging.range'),
    count: t('open.judging.count'),
  };
  return (
    <>
      <h3>{t('open.judging.distribution')}</h3>
      <p className="xh-hint">{t('open.judging.distributionHint')}</p>
      <div className="xp-distributions">
        {statistics.totals ? (
          <section aria-label={t('open.judging.all')}>
            <h4>{t('open.judging.all')}</h4>
            <p className="xh-hint">{t('open.judging.allLine', { count: sumOf(statistics.totals.counts) })}</p>
            <Histogram
              bins={statistics.totals}
              words={words}
              title={t('open.judging.picture', {
                category: t('open.judging.all'),
                count: sumOf(statistics.totals.counts),
              })}
            />
          </section>
        ) : null}
        {edition.categories.map(({ id, code }) => {
          const one = categories.find(({ categoryId }) => categoryId === id);
          if (!one) return null;
          const title = label(CATEGORIES[code]);
          return (
            <section key={id} aria-label={title}>
              <h4>{title}</h4>
              <p className="xh-hint">
                {t('open.judging.categoryLine', {
                  count: one.entries,
                  judges: one.judges,
                  sheets: one.sheets,
                })}
              </p>
              {one.totals ? (
                <Histogram
                  bins={one.totals}
                  words={words}
                  title={t('open.judging.picture', { category: title, count: one.entries })}
                />
              ) : (
                <p className="xh-hint">{t('open.judging.tooFew')}</p>
              )}
            </section>
          );
        })}
      </div>
    </>
  );
}

function Check({ publication, frozenAt }: { publication: Published; frozenAt: string | null }): ReactNode {
  const { t } = useTranslation('competition');
  return (
    <Section title={t('open.judging.check')}>
      <div className="xp-check">
        <p>{t('open.judging.checkLead')}</p>
        <p>
          {t('open.judging.digest')}
          <br />
          <code>{publication.digest}</code>
          {frozenAt ? (
            <small className="xh-hint"> {t('open.judging.fixed', { at: formatDateTime(frozenAt) })}</small>
          ) : null}
        </p>
        {publication.bundlePath ? (
          <>
            <p className="xp-check-actions">
              <Button href={publication.bundlePath}>{t('open.judging.download')}</Button>
              <code>pnpm xinghuo verify xinghuo-result-{publication.digest.slice(0, 12)}.json</code>
            </p>
            <p className="xh-hint">{t('open.judging.checkHow')}</p>
          </>
        ) : (
          <p className="xh-hint">{t('open.judging.later')}</p>
        )}
      </div>
    </Section>
  );
}

/** How the result came about, in counts and pictures, and how anybody can check it. */
export function PublicJudging({ competition }: { competition: string }): ReactNode {
  const { t } = useTranslation('competition');
  const { data } = useQuery(PUBLIC_JUDGING, {
    variables: {
      competition,
      filter: { competition: { eq: competition }, official: { eq: true }, round: { isNull: true } },
    },
  });
  const result = data?.results.nodes[0];
  const edition = data?.competition;
  if (!result?.publication || !edition) return null;
  const { publication } = result;
  return (
    <>
      <Section title={t('open.judging.title')}>
        <div className="xp-judging">
          <Counts {...publication} />
          <Agreement rounds={publication.statistics.rounds} edition={edition} />
          <Distributions statistics={publication.statistics} edition={edition} />
        </div>
      </Section>
      <Check publication={publication} frozenAt={result.frozenAt ?? null} />
    </>
  );
}
