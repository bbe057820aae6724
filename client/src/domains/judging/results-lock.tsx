import type { ApolloClient } from '@apollo/client';
import { useApolloClient } from '@apollo/client/react';
import { SHEET_STATES } from '@xinghuo/shared/judging/domain/score-sheet';
import { Alert, Form, Input, Modal } from 'antd';
import { type ReactNode, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { MissingSheetsQuery } from '#client/__generated__/graphql.ts';
import { useLabel, useLanguage } from '#client/ui/core/language.ts';
import { notice } from '#client/ui/core/notice.ts';
import { errorText, problemText } from '#client/ui/core/problem-text.ts';
import { useWrite } from '#client/ui/core/use-write.ts';
import { LoadingState } from '#client/ui/show/states.tsx';
import { type JudgingRound, useTitleOf } from './edition-page.tsx';
import { MISSING_SHEETS, ROUND_LOCK } from './results-documents.ts';

type Sheet = MissingSheetsQuery['scoreSheets']['nodes'][number];

/** All sheets of a round that are not in: locking without them has to name every one. */
async function missingSheets(client: ApolloClient, roundId: string): Promise<readonly Sheet[]> {
  const found: Sheet[] = [];
  let after: string | null = null;
  for (;;) {
    const { data }: { data?: MissingSheetsQuery | undefined } = await client.query({
      query: MISSING_SHEETS,
      variables: { roundId, after },
      fetchPolicy: 'network-only',
    });
    if (!data) return found;
    found.push(...data.scoreSheets.nodes);
    after = data.scoreSheets.pageInfo.endCursor;
    if (!data.scoreSheets.pageInfo.hasNextPage || after === null) return found;
  }
}

function Missing({ sheets }: { sheets: readonly Sheet[] }): ReactNode {
  const label = useLabel();
  const english = useLanguage() === 'en';
  const titleOf = useTitleOf();
  return (
    <ul className="xj-lines xj-scroll">
      {sheets.map(({ id, state, judge, judgeCode, entry }) => (
        <li key={id}>
          <span>
            {judgeCode} {(english && judge?.nameEn) || judge?.name}
          </span>
          <Link to={`/sheets/${id}`}>
            {entry?.number} {entry ? titleOf(entry) : ''}
          </Link>
          <small>{label(SHEET_STATES[state])}</small>
        </li>
      ))}
    </ul>
  );
}

/** The question before a round is locked: what is missing stands there, and is given up for a reason or not at all. */
export function LockRound({ round, onClose }: { round: JudgingRound; onClose: () => void }): ReactNode {
  const { t } = useTranslation('judging');
  const client = useApolloClient();
  const titleOf = useTitleOf();
  const [form] = Form.useForm<{ reason: string }>();
  const [sheets, setSheets] = useState<readonly Sheet[]>();
  const [failure, setFailure] = useState<string>();
  const [lock, busy] = useWrite(ROUND_LOCK, { refetch: ['JudgingEdition'] });
  useEffect(() => {
    let current = true;
    missingSheets(client, round.id).then(
      (found) => {
        if (current) setSheets(found);
      },
      (error: unknown) => {
        if (current) setFailure(errorText(error));
      },
    );
    return () => {
      current = false;
    };
  }, [client, round.id]);
  const run = async (reason: string | undefined): Promise<void> => {
    setFailure(undefined);
    const without = (sheets ?? []).map(({ id }) => id);
    const outcome = await lock({
      input: { roundId: round.id, without, reason: without.length > 0 ? (reason ?? null) : null },
    });
    if (outcome.ok) {
      notice.success(t('results.locked', { round: titleOf(round) }));
      onClose();
    } else setFailure(outcome.message);
  };
  const count = sheets?.length ?? 0;
  return (
    <Modal
      open
      width={640}
      title={
        count > 0
          ? t('results.lockWithout', { round: titleOf(round), count })
          : t('results.lockTitle', { round: titleOf(round) })
      }
      okText={t('results.lock')}
      okButtonProps={{ danger: true, disabled: sheets === undefined }}
      cancelText={t('conflicts.cancel')}
      confirmLoading={busy}
      onCancel={onClose}
      onOk={() => form.submit()}
    >
      {failure ? <Alert className="xh-form-alert" type="error" showIcon title={failure} /> : null}
      <p>{t('results.lockHint')}</p>
      {sheets === undefined && !failure ? <LoadingState /> : null}
      <Form
        form={form}
        layout="vertical"
        requiredMark={false}
        onFinish={({ reason }: { reason?: string }) => void run(reason)}
      >
        {count > 0 ? (
          <>
            <Alert type="warning" showIcon title={t('results.lockMissing', { count })} />
            <Missing sheets={sheets ?? []} />
            <Form.Item
              name="reason"
              label={t('results.lockReason')}
              rules={[{ required: true, whitespace: true, message: problemText('REASON_REQUIRED') }]}
            >
              <Input.TextArea autoSize={{ minRows: 2, maxRows: 6 }} maxLength={500} showCount />
            </Form.Item>
          </>
        ) : null}
      </Form>
    </Modal>
  );
}
