import { EditOutlined } from '@ant-design/icons';
import { useQuery } from '@apollo/client/react';
import { PARTIES, UNIT_KINDS, UNIT_ROLES } from '@xinghuo/shared/units/unit';
import { Button } from 'antd';
import { type ReactNode, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { formatDateTime, NOTHING } from '#client/ui/core/format.ts';
import { useLabel, useLanguage } from '#client/ui/core/language.ts';
import { useNameOf, useRegionName } from '#client/ui/core/named.ts';
import { useCan } from '#client/ui/core/viewer.ts';
import { DetailPage } from '#client/ui/detail/detail-page.tsx';
import { Loaded } from '#client/ui/show/loaded.tsx';
import { Missing } from '#client/ui/show/missing.tsx';
import { EmptyState, LoadingState } from '#client/ui/show/states.tsx';
import { History } from '../audit/index.ts';
import { UNIT } from './documents.ts';
import { UnitTeams } from './parts/unit-teams.tsx';

/** One unit: what it is, its written duties, its teams. */
export default function UnitScreen(): ReactNode {
  const { t } = useTranslation('units');
  const label = useLabel();
  const language = useLanguage();
  const can = useCan();
  const nameOf = useNameOf();
  const regionName = useRegionName();
  const { id = '' } = useParams();
  const result = useQuery(UNIT, { variables: { id }, fetchPolicy: 'cache-and-network' });
  return (
    <Loaded result={result}>
      {({ unit }) => {
        if (!unit) return <Missing />;
        const english = language === 'en' && unit.nameEn;
        return (
          <DetailPage
            title={nameOf(unit)}
            backTo="/units"
            state={<span className="xh-hint">{label(UNIT_ROLES[unit.role])}</span>}
            actions={
              unit.canUpdate ? (
                <Link to={`/units/${id}/edit`}>
                  <Button icon={<EditOutlined />}>{t('edit')}</Button>
                </Link>
              ) : null
            }
            facts={[
              english
                ? { label: t('field.name'), value: unit.name }
                : { label: t('field.nameEn'), value: unit.nameEn ?? NOTHING },
              { label: t('field.party'), value: label(PARTIES[unit.party]) },
              { label: t('field.kind'), value: label(UNIT_KINDS[unit.kind]) },
              {
                label: t('field.region'),
                value: can('team.list') ? (
                  <Link to={`/regions?at=${unit.region.id}`}>{regionName(unit.region)}</Link>
                ) : (
                  regionName(unit.region)
                ),
              },
              { label: t('field.liaison'), value: unit.liaisonName ?? NOTHING },
              { label: t('field.updatedAt'), value: formatDateTime(unit.updatedAt) },
            ]}
            tabs={[
              {
                key: 'duties',
                label: t('tab.duties'),
                count: unit.duties.length,
                content:
                  unit.duties.length === 0 ? (
                    <EmptyState
                      title={t('noDuties')}
                      hint={t('noDutiesHint')}
                      action={
                        unit.canUpdate ? <Link to={`/units/${id}/edit`}>{t('writeDuties')}</Link> : undefined
                      }
                    />
                  ) : (
                    <ol className="xh-numbered">
                      {unit.duties.map((duty) => (
                        <li key={duty}>{duty}</li>
                      ))}
                    </ol>
                  ),
              },
              ...(can('team.list')
                ? [{ key: 'teams', label: t('tab.teams'), content: <UnitTeams unitId={id} /> }]
                : []),
              ...(can('audit.history')
                ? [
                    {
                      key: 'history',
                      label: t('tab.history'),
                      content: (
                        <Suspense fallback={<LoadingState />}>
                          <History subjectType="Unit" subjectId={id} />
                        </Suspense>
                      ),
                    },
                  ]
                : []),
            ]}
          />
        );
      }}
    </Loaded>
  );
}
