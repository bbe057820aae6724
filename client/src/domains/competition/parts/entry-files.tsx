import { ATTACHMENT_KINDS, type AttachmentKind } from '@xinghuo/shared/competition/entry';
import { valuesOf } from '@xinghuo/shared/kernel/label';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLabel } from '#client/ui/core/language.ts';
import { DocumentView } from '#client/ui/files/document-view.tsx';
import { FileList, viewKind } from '#client/ui/files/file-list.tsx';
import { EmptyState } from '#client/ui/show/states.tsx';
import type { EntryView } from '../entry-types.ts';

/** What a team attached, by use, and the chosen document beside the list. */
export function EntryFiles({ attachments }: { attachments: EntryView['attachments'] }): ReactNode {
  const { t } = useTranslation('competition');
  const label = useLabel();
  const [chosen, choose] = useState<string>();
  if (attachments.length === 0)
    return <EmptyState title={t('entry.noFiles')} hint={t('entry.noFilesHint')} />;
  const files = attachments.map(({ file }) => file);
  const shown = files.find(({ id }) => id === chosen) ?? files.find(({ kind }) => viewKind(kind));
  return (
    <div className="xc-files">
      <nav aria-label={t('entry.fileList')}>
        {valuesOf(ATTACHMENT_KINDS).map((kind: AttachmentKind) => {
          const group = attachments.filter((one) => one.kind === kind);
          return group.length === 0 ? null : (
            <section key={kind}>
              <h2 className="xc-heading">{label(ATTACHMENT_KINDS[kind])}</h2>
              <FileList
                files={group.map(({ file }) => file)}
                onOpen={({ id }) => choose(id)}
                {...(shown ? { current: shown.id } : {})}
              />
            </section>
          );
        })}
      </nav>
      <div className="xc-document">
        {shown ? <DocumentView file={shown} zoomKey="entry" /> : <EmptyState title={t('entry.chooseFile')} />}
      </div>
    </div>
  );
}
