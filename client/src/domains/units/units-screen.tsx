import { ImportOutlined, PlusOutlined } from '@ant-design/icons';
import { PARTIES, UNIT_KINDS, UNIT_ROLES } from '@xinghuo/shared/units/unit';
import { Button } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { formatDateTime } from '#client/ui/core/format.ts';
import { useLabel } from '#client/ui/core/language.ts';
import { useNameOf, useRegionName } from '#client/ui/core/named.ts';
import { useCan } from '#client/ui/core/viewer.ts';
import { ListPage } from '#client/ui/list/list-page.tsx';
import { optionsOf } from '#client/ui/list/list-types.ts';
import { Clip } from '#client/ui/show/clip.tsx';
import { findRegions } from '../places/index.ts';
import { UNITS } from './documents.ts';

/** All units. */
export default function UnitsScreen(): ReactNode {
  const { t } = useTranslation('units');
  const label = useLabel();
  const nameOf = useNameOf();
  const regionName = useRegionName();
  const can = useCan();
  const create = (
    <Link to="/units/new">
      <Button type="primary" icon={<PlusOutlined />}>
        {t('create')}
      </Button>
    </Link>
  );
  return (
    <ListPage
      name="units"
      title={t('title')}
      hint={t('hint')}
      query={UNITS}
      connection={(data) => data.units}
      defaultSort={{ field: 'NAME', direction: 'ASC' }}
      rowName={(row) => row.name}
      rowPath={(row) => `/units/${row.id}`}
      searchable
      searchPlaceholder={t('search')}
      exportPath="/exports/units.xlsx"
      actions={
        can('unit.manage') ? (
          <>
            {can('unit.import') ? (
              <Link to="/import/units">
                <Button icon={<ImportOutlined />}>{t('import')}</Button>
              </Link>
            ) : null}
            {create}
          </>
        ) : null
      }
      columns={[
        {
          key: 'name',
          title: t('field.name'),
          sort: 'NAME',
          card: 'title',
          render: (row) => nameOf(row),
        },
        {
          key: 'role',
          title: t('field.role'),
          width: 130,
          card: 'state',
          render: (row) => label(UNIT_ROLES[row.role]),
        },
        { key: 'party', title: t('field.party'), width: 140, render: (row) => label(PARTIES[row.party]) },
        { key: 'kind', title: t('field.kind'), width: 140, render: (row) => label(UNIT_KINDS[row.kind]) },
        { key: 'region', title: t('field.region'), render: (row) => <Clip text={regionName(row.region)} /> },
        { key: 'liaison', title: t('field.liaison'), width: 100, render: (row) => row.liaisonName ?? '' },
        {
          key: 'duties',
          title: t('field.duties'),
          width: 90,
          align: 'right',
          render: (row) => (row.duties.length === 0 ? '' : t('dutyCount', { count: row.duties.length })),
        },
        {
          key: 'updatedAt',
          title: t('field.updatedAt'),
          width: 160,
          sort: 'UPDATED_AT',
          hidden: true,
          render: (row) => formatDateTime(row.updatedAt),
        },
      ]}
      filters={[
        { kind: 'choice', key: 'role', label: t('field.role'), options: optionsOf(UNIT_ROLES, label) },
        { kind: 'choice', key: 'party', label: t('field.party'), options: optionsOf(PARTIES, label) },
        { kind: 'lookup', key: 'region', label: t('field.region'), bare: true, find: findRegions },
        {
          kind: 'choice',
          key: 'kind',
          label: t('field.kind'),
          options: optionsOf(UNIT_KINDS, label),
          rare: true,
        },
      ]}
      empty={{ title: t('empty'), hint: t('emptyHint'), action: can('unit.manage') ? create : undefined }}
    />
  );
}
