import { Form, Input } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useNameOf } from '#client/ui/core/named.ts';
import { notice } from '#client/ui/core/notice.ts';
import { problemText } from '#client/ui/core/problem-text.ts';
import { useWrite } from '#client/ui/core/use-write.ts';
import { RecordForm } from '#client/ui/form/record-form.tsx';
import { EDITION_UPDATE } from '../documents/edition-writes.ts';
import { HostList } from './host-list.tsx';
import { LockNote } from './lock-note.tsx';
import { REFETCH, type SetupProps } from './setup-props.ts';

interface Basics {
  readonly title: string;
  readonly titleEn: string;
  readonly theme: string;
  readonly themeEn: string;
  readonly notice: string;
  readonly noticeEn: string;
  readonly hostIds: readonly string[];
}

/** The fields of title and theme, shared by a new edition and a present one. */
export function TextFields({ disabled = false }: { disabled?: boolean }): ReactNode {
  const { t } = useTranslation('competition');
  return (
    <>
      <Form.Item
        name="title"
        label={t('setup.title')}
        rules={[{ required: true, whitespace: true, message: problemText('REQUIRED') }]}
      >
        <Input maxLength={100} disabled={disabled} />
      </Form.Item>
      <Form.Item name="titleEn" label={t('setup.titleEn')}>
        <Input maxLength={300} disabled={disabled} />
      </Form.Item>
      <Form.Item name="theme" label={t('setup.theme')}>
        <Input maxLength={100} disabled={disabled} />
      </Form.Item>
      <Form.Item name="themeEn" label={t('setup.themeEn')}>
        <Input maxLength={300} disabled={disabled} />
      </Form.Item>
    </>
  );
}

/** Names, hosts and the text of the notice. */
export function SetupBasics({ edition, facts, reload }: SetupProps): ReactNode {
  const { t } = useTranslation('competition');
  const nameOf = useNameOf();
  const [update] = useWrite(EDITION_UPDATE, REFETCH);
  const off = !facts.manages;
  const { id, version, title, titleEn, theme, themeEn, notice: text, noticeEn, hosts } = edition;
  return (
    <>
      <LockNote lock={off ? { why: 'right' } : null} />
      <RecordForm<Basics>
        key={version}
        name={`edition:${id}`}
        initialValues={{
          title,
          titleEn,
          theme,
          themeEn,
          notice: text,
          noticeEn,
          hostIds: hosts.map(({ unit }) => unit.id),
        }}
        submitLabel={t('setup.save')}
        submit={(values) => update({ input: { id, version, ...values, hostIds: [...values.hostIds] } })}
        onDone={() => notice.success(t('setup.saved'))}
        onReload={reload}
      >
        <TextFields disabled={off} />
        <HostList known={hosts.map(({ unit }) => ({ value: unit.id, label: nameOf(unit) }))} disabled={off} />
        <Form.Item name="notice" label={t('setup.notice')}>
          <Input.TextArea autoSize={{ minRows: 6, maxRows: 24 }} maxLength={10_000} disabled={off} />
        </Form.Item>
        <Form.Item name="noticeEn" label={t('setup.noticeEn')}>
          <Input.TextArea autoSize={{ minRows: 6, maxRows: 24 }} maxLength={20_000} disabled={off} />
        </Form.Item>
      </RecordForm>
    </>
  );
}
