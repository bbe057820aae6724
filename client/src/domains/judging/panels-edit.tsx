import { CATEGORIES, type CategoryCode } from '@xinghuo/shared/competition/category';
import { JUDGE_LIMITS } from '@xinghuo/shared/judging/domain/judge';
import { Form, Input, Modal, Select } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useLabel, useLanguage } from '#client/ui/core/language.ts';
import { useWrite } from '#client/ui/core/use-write.ts';
import { RecordForm } from '#client/ui/form/record-form.tsx';
import { PANEL_SET } from './panels-documents.ts';

/** A judge who may be put on a panel. */
export interface PanelJudge {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly nameEn: string | null;
  readonly organisation: string | null;
  readonly capacity: number;
  readonly expertise: readonly CategoryCode[];
}

interface Values {
  readonly title: string;
  readonly judgeIds: readonly string[];
}

/** The dialog in which a panel is put together: those who know the category come first. */
export function PanelEdit(props: {
  roundId: string;
  category: { readonly id: string; readonly code: CategoryCode; readonly name: string };
  judges: readonly PanelJudge[];
  title: string;
  members: readonly string[];
  onClose: () => void;
}): ReactNode {
  const { roundId, category, judges, onClose } = props;
  const { t } = useTranslation('judging');
  const label = useLabel();
  const english = useLanguage() === 'en';
  const [set] = useWrite(PANEL_SET, { refetch: ['PanelsPage'] });
  const option = (judge: PanelJudge) => ({
    value: judge.id,
    label: `${judge.code} ${english && judge.nameEn ? judge.nameEn : judge.name}${judge.organisation ? ` · ${judge.organisation}` : ''}`,
  });
  const knows = ({ expertise }: PanelJudge): boolean => expertise.includes(category.code);
  return (
    <Modal open title={t('panels.editTitle', { category: category.name })} footer={null} onCancel={onClose}>
      <RecordForm<Values>
        name={`panel:${roundId}:${category.id}`}
        draft="none"
        initialValues={{ title: props.title, judgeIds: props.members }}
        submitLabel={t('panels.save')}
        submit={({ title, judgeIds }) =>
          set({
            input: { roundId, categoryId: category.id, judgeIds: [...judgeIds], title: title.trim() || null },
          })
        }
        onDone={onClose}
      >
        <Form.Item name="judgeIds" label={t('panels.members')} extra={t('panels.membersHint')}>
          <Select
            mode="multiple"
            maxCount={JUDGE_LIMITS.panel}
            showSearch={{ optionFilterProp: 'label' }}
            options={[
              {
                label: t('panels.knowing', { category: label(CATEGORIES[category.code]) }),
                options: judges.filter(knows).map(option),
              },
              { label: t('panels.others'), options: judges.filter((one) => !knows(one)).map(option) },
            ]}
          />
        </Form.Item>
        <Form.Item name="title" label={t('panels.name')} extra={t('panels.nameHint')}>
          <Input maxLength={60} />
        </Form.Item>
      </RecordForm>
    </Modal>
  );
}
