import { useQuery } from '@apollo/client/react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate, useParams } from 'react-router';
import { notice } from '#client/ui/core/notice.ts';
import { useWrite } from '#client/ui/core/use-write.ts';
import { Loaded } from '#client/ui/show/loaded.tsx';
import { Missing } from '#client/ui/show/missing.tsx';
import { Page } from '#client/ui/show/page.tsx';
import { UNIT, UNIT_UPDATE } from './documents.ts';
import { UnitForm } from './parts/unit-form.tsx';
import { requiredUnit } from './unit-values.ts';

/** Changing a unit: everything for a coordinator, duties and liaison for its own liaison. */
export default function UnitEditScreen(): ReactNode {
  const { t } = useTranslation('units');
  const navigate = useNavigate();
  const { id = '' } = useParams();
  const result = useQuery(UNIT, { variables: { id }, fetchPolicy: 'network-only' });
  const [update] = useWrite(UNIT_UPDATE);
  return (
    <Loaded result={result}>
      {({ unit }) => {
        if (!unit?.canUpdate) return <Missing />;
        const { version, region, canManage } = unit;
        return (
          <Page title={t('form.editTitle')} hint={unit.name}>
            <UnitForm
              key={version}
              name={`unit:${id}`}
              initial={{
                name: unit.name,
                nameEn: unit.nameEn ?? '',
                party: unit.party,
                kind: unit.kind,
                role: unit.role,
                regionId: region.id,
                liaisonName: unit.liaisonName ?? '',
                duties: unit.duties,
              }}
              region={{ value: region.id, label: region.fullName }}
              limited={!canManage}
              submitLabel={t('form.editSubmit')}
              submit={(values) => {
                const { duties, liaisonName } = values;
                return update({
                  input: canManage
                    ? { id, version, ...requiredUnit(values) }
                    : { id, version, duties: [...duties], liaisonName },
                });
              }}
              onDone={async () => {
                notice.success(t('form.saved', { name: unit.name }));
                await navigate(`/units/${id}`, { replace: true });
              }}
              onReload={() => void result.refetch().catch(() => undefined)}
            />
          </Page>
        );
      }}
    </Loaded>
  );
}
