import { CATEGORIES } from '@xinghuo/shared/competition/category';
import { BENEFICIARIES } from '@xinghuo/shared/competition/entry';
import { ENTRY_LISTS } from '@xinghuo/shared/competition/entry-rules';
import { valuesOf } from '@xinghuo/shared/kernel/label';
import { APPLICANT_KINDS } from '@xinghuo/shared/teams/team';
import { Checkbox, Radio } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useLabel } from '#client/ui/core/language.ts';
import { FieldBox } from './leader-field.tsx';
import type { EntryForm } from './leader-form.ts';

/** Category, kind of applicant, and whom the project serves. */
export function SubjectFields({ form }: { form: EntryForm }): ReactNode {
  const { t } = useTranslation('competition');
  const label = useLabel();
  const { values, change } = form.draft;
  const { max } = ENTRY_LISTS.beneficiaries;
  return (
    <>
      <FieldBox
        form={form}
        field="category"
        label={t('entry.category')}
        help={t('wizard.help.category')}
        group
      >
        {({ id }) => (
          <Radio.Group
            id={id}
            className="xl-choices"
            aria-labelledby={`${id}-name`}
            value={values.categoryId}
            onChange={({ target }) => change((before) => ({ ...before, categoryId: String(target.value) }))}
            options={form.entry.competition.categories.map((one) => ({
              value: one.id,
              label: label(CATEGORIES[one.code]),
            }))}
          />
        )}
      </FieldBox>
      <FieldBox
        form={form}
        field="applicantKind"
        label={t('entry.applicantKind')}
        help={t('wizard.help.applicantKind')}
        group
      >
        {({ id }) => (
          <Radio.Group
            id={id}
            className="xl-choices"
            aria-labelledby={`${id}-name`}
            value={values.applicantKind}
            onChange={({ target }) => {
              const kind = valuesOf(APPLICANT_KINDS).find((one) => one === target.value);
              if (kind) change((before) => ({ ...before, applicantKind: kind }));
            }}
            options={valuesOf(APPLICANT_KINDS).map((kind) => ({
              value: kind,
              label: label(APPLICANT_KINDS[kind]),
            }))}
          />
        )}
      </FieldBox>
      <FieldBox
        form={form}
        field="beneficiaries"
        label={t('entry.beneficiaries')}
        help={t('wizard.help.beneficiaries', { max })}
        group
      >
        {({ id }) => (
          // biome-ignore lint/a11y/useSemanticElements: antd draws the boxes; the group is named by the field
          <div id={id} role="group" aria-labelledby={`${id}-name`} className="xl-choices" tabIndex={-1}>
            {valuesOf(BENEFICIARIES).map((one) => {
              const chosen = values.beneficiaries.includes(one);
              return (
                <Checkbox
                  key={one}
                  checked={chosen}
                  disabled={!chosen && values.beneficiaries.length >= max}
                  onChange={() =>
                    change((before) => ({
                      ...before,
                      beneficiaries: chosen
                        ? before.beneficiaries.filter((other) => other !== one)
                        : [...before.beneficiaries, one],
                    }))
                  }
                >
                  {label(BENEFICIARIES[one])}
                </Checkbox>
              );
            })}
          </div>
        )}
      </FieldBox>
    </>
  );
}
