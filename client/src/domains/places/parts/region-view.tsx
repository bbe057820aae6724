import { useQuery } from '@apollo/client/react';
import { REGION_LEVELS } from '@xinghuo/shared/places/region';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useLabel, useLanguage } from '#client/ui/core/language.ts';
import { useNameOf } from '#client/ui/core/named.ts';
import { ListPage } from '#client/ui/list/list-page.tsx';
import { listPath } from '#client/ui/list/list-state.ts';
import { Figure, Figures } from '#client/ui/show/figure.tsx';
import { Loaded } from '#client/ui/show/loaded.tsx';
import { Missing } from '#client/ui/show/missing.tsx';
import { Section } from '#client/ui/show/page.tsx';
import { EmptyState } from '#client/ui/show/states.tsx';
import { REGION_PAGE, REGIONS_BELOW } from '../documents.ts';

/** One region: what it is, how much lies in it, and the regions directly below. */
export function RegionView({ id }: { id: string }): ReactNode {
  const { t } = useTranslation('places');
  const label = useLabel();
  const language = useLanguage();
  const result = useQuery(REGION_PAGE, { variables: { id }, fetchPolicy: 'cache-and-network' });
  const nameOf = useNameOf();
  return (
    <Loaded result={result}>
      {({ region, counties, townships, communities, teams, units }) => {
        if (!region) return <Missing />;
        const filter = `${region.id}~${region.fullName}`;
        return (
          <div>
            <Section
              title={
                <>
                  <span className="xh-code">{region.code}</span>
                  {language === 'en' && region.nameEn ? `${region.nameEn} ${region.name}` : region.fullName}
                </>
              }
              extra={
                <span className="xh-hint">
                  {label(REGION_LEVELS[region.level])}
                  {region.parent ? (
                    <>
                      {' · '}
                      <Link to={`/regions?at=${region.parent.id}`}>{nameOf(region.parent)}</Link>
                    </>
                  ) : null}
                </span>
              }
            >
              <Figures>
                {region.level === 'CITY' ? (
                  <Figure label={t('figures.counties')} value={counties.totalCount} />
                ) : null}
                {region.level === 'CITY' || region.level === 'COUNTY' ? (
                  <Figure label={t('figures.townships')} value={townships.totalCount} />
                ) : null}
                {region.level === 'COMMUNITY' ? null : (
                  <Figure label={t('figures.communities')} value={communities.totalCount} />
                )}
                <Figure
                  label={t('figures.teams')}
                  value={teams.totalCount}
                  to={listPath('/teams', { region: filter })}
                />
                <Figure
                  label={t('figures.units')}
                  value={units.totalCount}
                  to={listPath('/units', { region: filter })}
                />
              </Figures>
            </Section>
            {region.level === 'COMMUNITY' ? (
              <EmptyState title={t('none')} hint={t('noneHint')} />
            ) : (
              <ListPage
                embedded
                name="regions"
                title={t('belowOf', { name: nameOf(region) })}
                query={REGIONS_BELOW}
                connection={(data) => data.regions}
                baseFilter={{ parent: { eq: region.id } }}
                defaultSort={{ field: 'CODE', direction: 'ASC' }}
                rowName={(row) => row.name}
                rowPath={(row) => `/regions?at=${row.id}`}
                exportPath="/exports/regions.xlsx"
                searchable
                columns={[
                  { key: 'code', title: t('code'), width: 150, sort: 'CODE', render: (row) => row.code },
                  {
                    key: 'name',
                    title: t('name'),
                    sort: 'NAME',
                    card: 'title',
                    render: (row) => nameOf(row),
                  },
                  language === 'en'
                    ? { key: 'nameZh', title: t('nameZh'), render: (row) => row.name }
                    : { key: 'nameEn', title: t('nameEn'), render: (row) => row.nameEn ?? '' },
                  {
                    key: 'level',
                    title: t('level'),
                    width: 140,
                    card: 'state',
                    render: (row) => label(REGION_LEVELS[row.level]),
                  },
                ]}
                empty={{ title: t('none') }}
              />
            )}
          </div>
        );
      }}
    </Loaded>
  );
}
