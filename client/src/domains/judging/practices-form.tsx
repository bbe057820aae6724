import { SHEET_LIMITS } from '@xinghuo/shared/judging/domain/score-sheet';
import { canonicalDecimal } from '@xinghuo/shared/judging/scoring/ratio';
import { Form, Input, InputNumber, Modal, Segmented, Select } from 'antd';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { problemText } from '#client/ui/core/problem-text.ts';
import { useWrite } from '#client/ui/core/use-write.ts';
import { RecordForm } from '#client/ui/form/record-form.tsx';
import { RemoteSelect } from '#client/ui/form/remote-select.tsx';
import type { LookupFind } from '#client/ui/list/use-lookup.ts';
import { findExemplars } from '../library/find-exemplars.ts';
import { type JudgingCategory, useTitleOf } from './edition-page.tsx';
import { PRACTICE_ENTRIES, PRACTICE_SET, type PracticeRound } from './practice-documents.ts';

interface Values {
  readonly categoryId: string | null;
  readonly entryId: string | null;
  readonly exemplarId: string | null;
  readonly marks: Readonly<Record<string, { readonly value: string | null; readonly reason: string }>>;
}

/** Entries of every edition by number, title or team. */
const findEntries: LookupFind = async (words, client, signal) => {
  const { data } = await client.query({
    query: PRACTICE_ENTRIES,
    variables: { filter: { search: words.trim() || null } },
    context: { fetchOptions: { signal } },
  });
  return (data?.entries.nodes ?? []).map(({ id, number, title, competition }) => ({
    value: id,
    label: [competition.year, number, title].filter(Boolean).join(' · '),
  }));
};

type Source = 'entry' | 'exemplar';

/** The dialog in which an entry or a project of the library is made a practice entry: whose, which, and the agreed mark with its reason for each criterion. */
export function PracticeForm(props: {
  round: PracticeRound;
  categories: readonly JudgingCategory[];
  onClose: () => void;
}): ReactNode {
  const { round, categories, onClose } = props;
  const { t } = useTranslation('judging');
  const titleOf = useTitleOf();
  const [source, choose] = useState<Source>('entry');
  const [set] = useWrite(PRACTICE_SET, { refetch: ['PracticesPage'] });
  const required = [{ required: true, message: problemText('REQUIRED') }];
  return (
    <Modal open title={t('practice.add')} footer={null} onCancel={onClose} width={640}>
      <RecordForm<Values>
        name={`practice:${round.id}`}
        initialValues={{
          categoryId: null,
          entryId: null,
          exemplarId: null,
          marks: Object.fromEntries(round.criteria.map(({ id }) => [id, { value: null, reason: '' }])),
        }}
        submitLabel={t('practice.save')}
        submit={({ categoryId, entryId, exemplarId, marks }) =>
          set({
            input: {
              roundId: round.id,
              categoryId: categoryId ?? '',
              ...(source === 'entry' ? { entryId } : { exemplarId }),
              marks: round.criteria.map(({ id }) => ({
                criterionId: id,
                value: marks[id]?.value ?? '',
                reason: marks[id]?.reason ?? '',
              })),
            },
          })
        }
        onDone={onClose}
      >
        <Form.Item name="categoryId" label={t('practice.category')} rules={required}>
          <Select options={categories.map((one) => ({ value: one.id, label: titleOf(one) }))} />
        </Form.Item>
        <Form.Item label={t('practice.source')}>
          <Segmented<Source>
            aria-label={t('practice.source')}
            value={source}
            onChange={choose}
            options={[
              { value: 'entry', label: t('practice.entry') },
              { value: 'exemplar', label: t('practice.library') },
            ]}
          />
        </Form.Item>
        {source === 'entry' ? (
          <Form.Item
            key="entry"
            name="entryId"
            label={t('practice.entry')}
            extra={t('practice.entryHint')}
            rules={required}
          >
            <RemoteSelect find={findEntries} placeholder={t('frame.lookup')} />
          </Form.Item>
        ) : (
          <Form.Item
            key="exemplar"
            name="exemplarId"
            label={t('practice.library')}
            extra={t('practice.libraryHint')}
            rules={required}
          >
            <RemoteSelect find={findExemplars} placeholder={t('frame.lookup')} />
          </Form.Item>
        )}
        {round.criteria.map((criterion) => (
          <fieldset key={criterion.id} className="xj-practice-mark">
            <legend>{titleOf(criterion)}</legend>
            <Form.Item
              name={['marks', criterion.id, 'value']}
              label={t('practice.markOf', { max: canonicalDecimal(criterion.max) })}
              rules={required}
            >
              <InputNumber<string>
                stringMode
                min="0"
                max={canonicalDecimal(criterion.max)}
                step={canonicalDecimal(criterion.step)}
              />
            </Form.Item>
            <Form.Item
              name={['marks', criterion.id, 'reason']}
              label={t('practice.why')}
              rules={[{ required: true, whitespace: true, message: problemText('REASON_REQUIRED') }]}
            >
              <Input.TextArea autoSize={{ minRows: 1, maxRows: 4 }} maxLength={SHEET_LIMITS.reason} />
            </Form.Item>
          </fieldset>
        ))}
      </RecordForm>
    </Modal>
  );
}
