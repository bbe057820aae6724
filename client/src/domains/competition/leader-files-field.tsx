import {
  ATTACHMENT_FILE_KINDS,
  ATTACHMENT_KINDS,
  ATTACHMENT_LIMITS,
  type AttachmentKind,
} from '@xinghuo/shared/competition/entry';
import { valuesOf } from '@xinghuo/shared/kernel/label';
import { Modal, Segmented } from 'antd';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLabel } from '#client/ui/core/language.ts';
import { notice } from '#client/ui/core/notice.ts';
import { useWrite } from '#client/ui/core/use-write.ts';
import { FileDrop } from '#client/ui/files/file-drop.tsx';
import { FileList } from '#client/ui/files/file-list.tsx';
import { ATTACHMENT_ADD, ATTACHMENT_REMOVE } from './documents/leader-write.ts';
import { FieldBox } from './leader-field.tsx';
import type { EntryForm, FormEntry } from './leader-form.ts';

/** File name endings of each kind of file that the server knows from the bytes. */
const ENDINGS: Readonly<Record<string, readonly string[]>> = {
  PDF: ['.pdf'],
  DOCX: ['.docx'],
  PPTX: ['.pptx'],
  PNG: ['.png'],
  JPEG: ['.jpg', '.jpeg'],
  WEBP: ['.webp'],
};

/** Attachments by use: one chooses what the next file is, then drops it. */
export function FilesField({ form }: { form: EntryForm }): ReactNode {
  const { t } = useTranslation('competition');
  const label = useLabel();
  const { attachments, id } = form.entry;
  const has = (kind: AttachmentKind): boolean => attachments.some((one) => one.kind === kind);
  const [chosen, choose] = useState<AttachmentKind>();
  const kind = chosen ?? (has('PLAN') ? 'IMAGE' : 'PLAN');
  const [leaving, setLeaving] = useState<FormEntry['attachments'][number]>();
  const [add] = useWrite(ATTACHMENT_ADD);
  const [remove, removing] = useWrite(ATTACHMENT_REMOVE);

  const attach = async (fileId: string): Promise<void> => {
    const outcome = await add({ input: { entryId: id, fileId, kind } });
    if (!outcome.ok) notice.error(outcome.message);
    else if (outcome.payload.entry) form.draft.setVersion(outcome.payload.entry.version);
  };
  const detach = async (attachmentId: string): Promise<void> => {
    const outcome = await remove({ input: { id: attachmentId } });
    if (!outcome.ok) notice.error(outcome.message);
    else if (outcome.payload.entry) form.draft.setVersion(outcome.payload.entry.version);
    setLeaving(undefined);
  };

  return (
    <FieldBox
      form={form}
      field="attachments"
      label={t('entry.attachments')}
      help={t('wizard.help.attachments')}
      group
    >
      {({ id: anchor }) => (
        <div id={anchor} tabIndex={-1} className="xl-files">
          {valuesOf(ATTACHMENT_KINDS)
            .filter(has)
            .map((one) => (
              <section key={one}>
                <h3>{label(ATTACHMENT_KINDS[one])}</h3>
                <FileList
                  files={attachments.filter((attachment) => attachment.kind === one).map(({ file }) => file)}
                  onRemove={(file) =>
                    setLeaving(attachments.find((attachment) => attachment.file.id === file.id))
                  }
                />
              </section>
            ))}
          <div className="xl-file-kind">
            <span id={`${anchor}-kind`}>{t('wizard.fileKind')}</span>
            <Segmented
              aria-labelledby={`${anchor}-kind`}
              value={kind}
              onChange={choose}
              options={valuesOf(ATTACHMENT_KINDS).map((value) => ({
                value,
                label: label(ATTACHMENT_KINDS[value]),
              }))}
            />
          </div>
          <FileDrop
            key={kind}
            limits={{
              extensions: ATTACHMENT_FILE_KINDS[kind].flatMap((one) => ENDINGS[one] ?? []),
              maxSize: ATTACHMENT_LIMITS.bytes,
              maxCount: ATTACHMENT_LIMITS.count,
            }}
            count={attachments.length}
            onUploaded={(file) => void attach(file.id)}
          />
          <Modal
            open={leaving !== undefined}
            title={t('wizard.removeFile', { name: leaving?.file.name ?? '' })}
            okText={t('wizard.remove')}
            okButtonProps={{ danger: true }}
            confirmLoading={removing}
            onOk={() => leaving && void detach(leaving.id)}
            onCancel={() => setLeaving(undefined)}
          >
            {t('wizard.removeFileHint')}
          </Modal>
        </div>
      )}
    </FieldBox>
  );
}
