import { MEMBER_ROLES, type MemberRole, TEAM_LIMITS } from '@xinghuo/shared/teams/team';
import { Form, Input, Modal, Radio } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useLabel } from '#client/ui/core/language.ts';
import { notice } from '#client/ui/core/notice.ts';
import { problemText } from '#client/ui/core/problem-text.ts';
import { useWrite } from '#client/ui/core/use-write.ts';
import { useCan } from '#client/ui/core/viewer.ts';
import { DayInput } from '#client/ui/form/day-input.tsx';
import { RecordForm } from '#client/ui/form/record-form.tsx';
import { RemoteSelect } from '#client/ui/form/remote-select.tsx';
import { optionsOf } from '#client/ui/list/list-types.ts';
import { findAccounts } from '../../identity/index.ts';
import { TEAM_MEMBER_ADD } from '../documents.ts';

interface Values {
  readonly name: string;
  readonly role: MemberRole;
  readonly since: string | null;
  readonly accountId: string | null;
}

/** The dialog that adds a named member to a team. */
export function MemberAdd({ teamId, onClose }: { teamId: string; onClose: () => void }): ReactNode {
  const { t } = useTranslation('teams');
  const label = useLabel();
  const can = useCan();
  const [add] = useWrite(TEAM_MEMBER_ADD);
  const account = can('team.manage') && can('account.list');
  return (
    <Modal open title={t('members.addTitle')} footer={null} onCancel={onClose} width={480}>
      <RecordForm<Values>
        name={`team-member:${teamId}`}
        draft="none"
        initialValues={{ name: '', role: 'MEMBER', since: null, accountId: null }}
        submitLabel={t('members.addSubmit')}
        submit={({ name, role, since, accountId }) =>
          add({ input: { teamId, name, role, since, accountId: accountId ?? null } }).then((outcome) => {
            if (outcome.ok) notice.success(t('members.added', { name: name.trim() }));
            return outcome;
          })
        }
        onDone={onClose}
      >
        <Form.Item
          name="name"
          label={t('members.name')}
          rules={[{ required: true, whitespace: true, message: problemText('REQUIRED') }]}
        >
          <Input maxLength={TEAM_LIMITS.memberName} />
        </Form.Item>
        <Form.Item name="role" label={t('members.role')} extra={t('members.leaderNote')}>
          <Radio.Group options={[...optionsOf(MEMBER_ROLES, label)]} />
        </Form.Item>
        <Form.Item name="since" label={t('members.since')}>
          <DayInput past />
        </Form.Item>
        {account ? (
          <Form.Item name="accountId" label={t('members.account')} extra={t('members.accountHint')}>
            <RemoteSelect find={findAccounts} allowClear placeholder={t('form.lookupHint')} />
          </Form.Item>
        ) : null}
      </RecordForm>
    </Modal>
  );
}
