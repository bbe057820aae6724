import { useQuery } from '@apollo/client/react';
import { Alert, Form, Modal, Select } from 'antd';
import { type ReactNode, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { problemText } from '#client/ui/core/problem-text.ts';
import { useWrite } from '#client/ui/core/use-write.ts';
import { RecordForm } from '#client/ui/form/record-form.tsx';
import { RemoteSelect } from '#client/ui/form/remote-select.tsx';
import type { BulkDialogProps } from '#client/ui/list/list-types.ts';
import { Loaded } from '#client/ui/show/loaded.tsx';
import { ASSIGNABLE_ROUNDS, ASSIGNMENTS_ADD } from '../documents/entries.ts';
import { findJudgesOf } from '../find-judges.ts';
import { nameRefusedRows } from '../row-problems.ts';
import { useEditionTitle } from './edition-gate.tsx';

interface Values {
  readonly roundId: string;
  readonly judgeId: string | null;
}

/** The dialog that gives the selected entries to one judge, all of them or none. */
export function AssignEntries(
  props: BulkDialogProps<{ readonly id: string; readonly title: string; readonly titleEn: string }> & {
    readonly editionId: string;
  },
): ReactNode {
  const { editionId, rows } = props;
  const { t } = useTranslation('competition');
  const titleOf = useEditionTitle();
  const [assign] = useWrite(ASSIGNMENTS_ADD);
  const judges = useMemo(() => findJudgesOf(editionId), [editionId]);
  const result = useQuery(ASSIGNABLE_ROUNDS, {
    variables: { id: editionId },
    fetchPolicy: 'cache-and-network',
  });
  const required = [{ required: true, message: problemText('REQUIRED') }];
  return (
    <Modal open title={props.title} footer={null} onCancel={props.onCancel} width={480}>
      <Loaded result={result}>
        {({ competition }) => {
          const rounds = (competition?.rounds ?? []).filter(({ state }) => state !== 'LOCKED');
          const [first] = rounds;
          if (!first) return <Alert type="warning" showIcon title={t('entries.assignNoRound')} />;
          return (
            <RecordForm<Values>
              name={`assign:${editionId}`}
              draft="none"
              initialValues={{ roundId: first.id, judgeId: null }}
              submitLabel={t('entries.assignSubmit')}
              submit={async ({ roundId, judgeId }) => {
                const input = { roundId, judgeId: judgeId ?? '', entryIds: rows.map(({ id }) => id) };
                const outcome = nameRefusedRows(await assign({ input }), rows.map(titleOf), (name, why) =>
                  t('entries.rowRefused', { name, why }),
                );
                // The sentence names the rows; the form has no field for them.
                return outcome.ok ? outcome : { ...outcome, problems: [] };
              }}
              onDone={props.onDone}
            >
              <Form.Item name="roundId" label={t('entries.assignRound')} rules={required}>
                <Select options={rounds.map((one) => ({ value: one.id, label: titleOf(one) }))} />
              </Form.Item>
              <Form.Item
                name="judgeId"
                label={t('entries.assignJudge')}
                extra={t('entries.assignHint')}
                rules={required}
              >
                <RemoteSelect find={judges} />
              </Form.Item>
            </RecordForm>
          );
        }}
      </Loaded>
    </Modal>
  );
}
