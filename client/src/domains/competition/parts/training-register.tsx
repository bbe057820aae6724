import { Form, Input, Modal } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { notice } from '#client/ui/core/notice.ts';
import { problemText } from '#client/ui/core/problem-text.ts';
import { useWrite } from '#client/ui/core/use-write.ts';
import { RecordForm } from '#client/ui/form/record-form.tsx';
import { RemoteSelect } from '#client/ui/form/remote-select.tsx';
import { findTeams } from '../../teams/index.ts';
import { namesOf } from '../attendance.ts';
import { REGISTER_FOR_TEAM } from '../documents/training.ts';

interface Values {
  readonly teamId: string | null;
  readonly attendees: string;
}

/** Registers a team in its stead: by telephone, or at the door. */
export function TrainingRegister(props: { sessionId: string; onClose: () => void }): ReactNode {
  const { t } = useTranslation('competition');
  const [register] = useWrite(REGISTER_FOR_TEAM, { refetch: ['TrainingSessionPage'] });
  return (
    <Modal open title={t('training.add')} footer={null} onCancel={props.onClose} width={520}>
      <RecordForm<Values>
        name={`training-register:${props.sessionId}`}
        draft="none"
        initialValues={{ teamId: null, attendees: '' }}
        submitLabel={t('training.addSubmit')}
        submit={({ teamId, attendees }) =>
          register({
            input: { sessionId: props.sessionId, teamId: teamId ?? '', attendees: namesOf(attendees) },
          })
        }
        onDone={() => {
          notice.success(t('training.saved'));
          props.onClose();
        }}
      >
        <Form.Item
          name="teamId"
          label={t('training.team')}
          rules={[{ required: true, message: problemText('REQUIRED') }]}
        >
          <RemoteSelect find={findTeams} />
        </Form.Item>
        <Form.Item
          name="attendees"
          label={t('training.names')}
          extra={t('training.namesHint')}
          rules={[{ required: true, whitespace: true, message: problemText('REQUIRED') }]}
        >
          <Input.TextArea autoSize={{ minRows: 3, maxRows: 12 }} />
        </Form.Item>
      </RecordForm>
    </Modal>
  );
}
