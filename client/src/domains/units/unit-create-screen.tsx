import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { notice } from '#client/ui/core/notice.ts';
import { useWrite } from '#client/ui/core/use-write.ts';
import { Page } from '#client/ui/show/page.tsx';
import { UNIT_CREATE } from './documents.ts';
import { UnitForm, type UnitValues } from './parts/unit-form.tsx';
import { requiredUnit } from './unit-values.ts';

const EMPTY: UnitValues = {
  name: '',
  nameEn: '',
  party: undefined,
  kind: undefined,
  role: 'MEMBER',
  regionId: undefined,
  liaisonName: '',
  duties: [],
};

/** Registering a unit. */
export default function UnitCreateScreen(): ReactNode {
  const { t } = useTranslation('units');
  const navigate = useNavigate();
  const [create] = useWrite(UNIT_CREATE);
  return (
    <Page title={t('form.createTitle')}>
      <UnitForm
        name="unit:new"
        initial={EMPTY}
        submitLabel={t('form.createSubmit')}
        submit={(values) => create({ input: requiredUnit(values) })}
        onDone={async ({ unit }) => {
          if (!unit) return;
          notice.success(t('form.created', { name: unit.name }));
          await navigate(`/units/${unit.id}`, { replace: true });
        }}
      />
    </Page>
  );
}
