import { Alert, Checkbox, Form, Input, Modal } from 'antd';
import { type ReactNode, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatNumber } from '#client/ui/core/format.ts';
import { notice } from '#client/ui/core/notice.ts';
import { problemText } from '#client/ui/core/problem-text.ts';
import { useWrite } from '#client/ui/core/use-write.ts';
import { type JudgingEdition, type JudgingRound, useTitleOf } from './edition-page.tsx';
import { ROUND_ADVANCE } from './results-documents.ts';
import { advancingByRank, rankedRows } from './results-ranking.ts';
import type { ResultRow } from './results-view.ts';

function same(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  return a.size === b.size && [...a].every((one) => b.has(one));
}

/** Who goes on to the next round: by rank, with ties at the line in view; any other choice needs a reason. */
export function AdvanceRound(props: {
  edition: JudgingEdition;
  round: JudgingRound;
  rows: readonly ResultRow[];
  decimals: number;
  onClose: () => void;
}): ReactNode {
  const { edition, round, decimals, onClose } = props;
  const { t } = useTranslation('judging');
  const titleOf = useTitleOf();
  const [form] = Form.useForm<{ reason: string }>();
  const [advance, busy] = useWrite(ROUND_ADVANCE, { refetch: ['JudgingEdition', 'OfficialResult'] });
  const rows = useMemo(() => props.rows.filter(({ entry }) => entry?.state === 'IN_REVIEW'), [props.rows]);
  const quota = round.advancePerCategory;
  const rule = useMemo(() => (quota === null ? null : advancingByRank(rows, quota)), [rows, quota]);
  const byRule = useMemo(() => new Set(rule?.advanced ?? []), [rule]);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(byRule);
  const [failure, setFailure] = useState<string>();
  const tied = new Set([...(rule?.tied.values() ?? [])].flat());
  const asRuled = rule !== null && tied.size === 0 && same(chosen, byRule);
  const toggle = (id: string): void => {
    const next = new Set(chosen);
    if (!next.delete(id)) next.add(id);
    setChosen(next);
  };
  const run = async (reason: string | undefined): Promise<void> => {
    setFailure(undefined);
    const outcome = await advance({
      input: asRuled
        ? { roundId: round.id }
        : { roundId: round.id, entryIds: [...chosen], reason: reason ?? null },
    });
    if (outcome.ok) {
      notice.success(t('results.advanced', { count: outcome.payload.advanced?.length ?? 0 }));
      onClose();
    } else setFailure(outcome.message);
  };
  const out = rows.length - chosen.size;
  return (
    <Modal
      open
      width={720}
      title={t('results.advanceTitle', { count: chosen.size, out })}
      okText={t('results.advance')}
      okButtonProps={{ danger: true, disabled: chosen.size === 0 }}
      cancelText={t('conflicts.cancel')}
      confirmLoading={busy}
      onCancel={onClose}
      onOk={() => form.submit()}
    >
      {failure ? <Alert className="xh-form-alert" type="error" showIcon title={failure} /> : null}
      <p>{quota === null ? t('results.advanceFree') : t('results.advanceRule', { count: quota })}</p>
      {tied.size > 0 ? (
        <Alert
          className="xh-form-alert"
          type="warning"
          showIcon
          title={t('results.advanceTied', { count: tied.size })}
        />
      ) : null}
      <div className="xj-scroll xj-choose">
        {edition.categories.map((category) => {
          const members = rankedRows(rows, category.id);
          if (members.length === 0) return null;
          const count = members.filter(({ entry }) => chosen.has(entry?.id ?? '')).length;
          return (
            <fieldset key={category.id}>
              <legend>
                {titleOf(category)} <small>{t('results.advanceOf', { count, of: members.length })}</small>
              </legend>
              {members.map((row) => {
                const id = row.entry?.id ?? '';
                return (
                  <Checkbox key={row.id} checked={chosen.has(id)} onChange={() => toggle(id)}>
                    <span className="xj-choose-rank">{row.categoryRank ?? ''}</span>
                    {row.entry ? titleOf(row.entry) : ''} <small>{formatNumber(row.total, decimals)}</small>
                    {tied.has(id) ? <b className="xj-late"> {t('results.atLine')}</b> : null}
                  </Checkbox>
                );
              })}
            </fieldset>
          );
        })}
      </div>
      <Form
        form={form}
        layout="vertical"
        requiredMark={false}
        onFinish={({ reason }: { reason?: string }) => void run(reason)}
      >
        {asRuled ? null : (
          <Form.Item
            name="reason"
            label={t('results.advanceReason')}
            rules={[{ required: true, whitespace: true, message: problemText('REASON_REQUIRED') }]}
          >
            <Input.TextArea autoSize={{ minRows: 2, maxRows: 6 }} maxLength={1000} showCount />
          </Form.Item>
        )}
      </Form>
    </Modal>
  );
}
