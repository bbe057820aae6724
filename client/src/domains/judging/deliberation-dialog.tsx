import { RESULT_LIMITS } from '@xinghuo/shared/judging/domain/result';
import { Alert, Form, Input, Modal, Select } from 'antd';
import { type ReactNode, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { formatNumber } from '#client/ui/core/format.ts';
import { notice } from '#client/ui/core/notice.ts';
import { problemText } from '#client/ui/core/problem-text.ts';
import { useWrite } from '#client/ui/core/use-write.ts';
import { RecordForm } from '#client/ui/form/record-form.tsx';
import { DELIBERATION_SET } from './deliberation-documents.ts';
import { awardCount } from './deliberation-quota.ts';
import { type JudgingEdition, useTitleOf } from './edition-page.tsx';
import type { ResultRow } from './results-view.ts';

interface Values {
  readonly entryId: string | null;
  /** Empty stands for no award. */
  readonly awardId: string | null;
  readonly reason: string;
}

/** What the decision changes: the award before and after, and the numbers of both. */
function Effect(props: {
  edition: JudgingEdition;
  rows: readonly ResultRow[];
  entryId: string;
  awardId: string;
}): ReactNode {
  const { edition, rows, entryId, awardId } = props;
  const { t } = useTranslation('judging');
  const titleOf = useTitleOf();
  const row = rows.find(({ entry }) => entry?.id === entryId);
  if (!row) return null;
  const to = edition.awardRules.find(({ id }) => id === awardId);
  const from = edition.awardRules.find(({ id }) => id === row.award?.id);
  const touched = [from, to]
    .filter((rule) => rule !== undefined)
    .filter((rule, at, all) => all.indexOf(rule) === at);
  const counts = touched.map((rule) => ({ rule, ...awardCount(rows, rule, entryId, awardId || null) }));
  const over = counts.some(({ after, before, quota }) => after > quota && after > before);
  return (
    <Alert
      className="xh-form-alert"
      type={over ? 'warning' : 'info'}
      showIcon
      title={t('deliberation.beforeAfter', {
        before: row.award ? titleOf(row.award) : t('deliberation.noAward'),
        after: to ? titleOf(to) : t('deliberation.noAward'),
      })}
      description={
        <>
          {counts.map(({ rule, before, after, quota }) => (
            <div key={rule.id}>
              {t('deliberation.countOf', {
                award: titleOf(rule),
                before: formatNumber(before),
                after: formatNumber(after),
                quota: formatNumber(quota),
              })}
            </div>
          ))}
          {over ? <div>{t('deliberation.overQuota')}</div> : null}
        </>
      }
    />
  );
}

/** The dialog that moves an entry's award; the reason is recorded and the result computed again. */
export function DeliberationDialog(props: {
  edition: JudgingEdition;
  rows: readonly ResultRow[];
  /** The entry, where it is known already. */
  row?: ResultRow;
  onClose: () => void;
}): ReactNode {
  const { edition, rows, row, onClose } = props;
  const { t } = useTranslation('judging');
  const titleOf = useTitleOf();
  const [set] = useWrite(DELIBERATION_SET, { refetch: ['OfficialResult', 'DeliberationList'] });
  const entries = useMemo(
    () =>
      rows.flatMap(({ entry, categoryRank }) =>
        entry
          ? [{ value: entry.id, label: `${entry.number ?? ''} ${titleOf(entry)} · ${categoryRank ?? ''}` }]
          : [],
      ),
    [rows, titleOf],
  );
  const required = [{ required: true, message: problemText('REQUIRED') }];
  return (
    <Modal
      open
      width={560}
      title={row?.entry ? t('deliberation.moveTitle', { title: titleOf(row.entry) }) : t('deliberation.move')}
      footer={null}
      onCancel={onClose}
    >
      <RecordForm<Values>
        name={`deliberation:${edition.id}:${row?.entry?.id ?? ''}`}
        draft="none"
        initialValues={{ entryId: row?.entry?.id ?? null, awardId: null, reason: '' }}
        submitLabel={t('deliberation.submit')}
        submit={async ({ entryId, awardId, reason }) => {
          const outcome = await set({
            input: { entryId: entryId ?? '', awardId: awardId || null, reason: reason.trim() },
          });
          if (outcome.ok) notice.success(t('deliberation.done'));
          return outcome;
        }}
        onDone={onClose}
      >
        <Form.Item name="entryId" label={t('results.entry')} rules={required} hidden={row !== undefined}>
          <Select
            showSearch={{ optionFilterProp: 'label' }}
            options={entries}
            placeholder={t('frame.lookup')}
          />
        </Form.Item>
        <Form.Item name="awardId" label={t('deliberation.to')} rules={required}>
          <Select
            options={[
              ...edition.awardRules.map((rule) => ({ value: rule.id, label: titleOf(rule) })),
              { value: '', label: t('deliberation.noAward') },
            ]}
          />
        </Form.Item>
        <Form.Item noStyle dependencies={['entryId', 'awardId']}>
          {({ getFieldValue }) => {
            const entryId: unknown = getFieldValue('entryId');
            const awardId: unknown = getFieldValue('awardId');
            return typeof entryId === 'string' && typeof awardId === 'string' ? (
              <Effect edition={edition} rows={rows} entryId={entryId} awardId={awardId} />
            ) : null;
          }}
        </Form.Item>
        <Form.Item
          name="reason"
          label={t('deliberation.reason')}
          extra={t('deliberation.reasonHint')}
          rules={[
            { required: true, whitespace: true, message: problemText('REASON_REQUIRED') },
            {
              min: RESULT_LIMITS.reasonMinimum,
              message: problemText('TOO_SHORT', { min: RESULT_LIMITS.reasonMinimum }),
            },
          ]}
        >
          <Input.TextArea autoSize={{ minRows: 3, maxRows: 8 }} maxLength={RESULT_LIMITS.reason} showCount />
        </Form.Item>
      </RecordForm>
    </Modal>
  );
}
