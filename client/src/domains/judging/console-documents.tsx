import { FilePdfOutlined, FileTextOutlined, PaperClipOutlined, PictureOutlined } from '@ant-design/icons';
import { type ReactNode, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { readStored, useOwnKey, writeStored } from '#client/ui/core/stored.ts';
import { DocumentView } from '#client/ui/files/document-view.tsx';
import { viewKind } from '#client/ui/files/file-list.tsx';
import { ConsolePaper } from './console-paper.tsx';
import { KeptPlace } from './console-place.tsx';
import type { Paper } from './judge-transport.ts';

type Entry = NonNullable<Paper['entry']>;

/** The texts and then the attachments, each by a short name. */
export function documentsOf(entry: Entry | null): readonly string[] {
  return entry ? ['paper', ...entry.attachments.map(({ id }) => id)] : [];
}

const asZoom = (value: unknown): number | undefined => (typeof value === 'number' ? value : undefined);

/**
 * The zoom is kept for every file; a file seen for the first time begins at the zoom chosen last. Gives the key under
 * which the viewer keeps it.
 */
function useZoomKey(fileId: string | undefined): string {
  const own = useOwnKey('zoom:judging');
  const [ready, setReady] = useState<string>();
  const key = `judging:${fileId ?? ''}`;
  if (fileId !== undefined && ready !== fileId) {
    const last = readStored(own, asZoom);
    if (last !== undefined && readStored(`${own}:${fileId}`, asZoom) === undefined) {
      writeStored(`${own}:${fileId}`, last);
    }
    setReady(fileId);
  }
  useEffect(() => {
    if (fileId === undefined) return;
    return () => {
      const chosen = readStored(`${own}:${fileId}`, asZoom);
      if (chosen !== undefined) writeStored(own, chosen);
    };
  }, [own, fileId]);
  return key;
}

function TabIcon({ kind }: { kind: string | undefined }): ReactNode {
  if (kind === undefined) return <FileTextOutlined aria-hidden />;
  const view = viewKind(kind);
  if (view === 'pdf') return <FilePdfOutlined aria-hidden />;
  return view === 'image' ? <PictureOutlined aria-hidden /> : <PaperClipOutlined aria-hidden />;
}

/** The left side: the application's texts and its attachments, each with its own place and zoom. */
export function ConsoleDocuments(props: {
  entry: Entry;
  current: string;
  onChoose: (id: string) => void;
}): ReactNode {
  const { t } = useTranslation('judging');
  const { entry, onChoose } = props;
  const attachment = entry.attachments.find(({ id }) => id === props.current);
  const zoomKey = useZoomKey(attachment?.file.id);
  const current = attachment?.id ?? 'paper';
  return (
    <>
      {entry.attachments.length > 0 ? (
        <div className="xh-console-files" role="tablist" aria-label={t('console.document')}>
          {[undefined, ...entry.attachments].map((one) => {
            const id = one?.id ?? 'paper';
            return (
              <button
                key={id}
                type="button"
                role="tab"
                aria-selected={id === current}
                onClick={() => onChoose(id)}
              >
                <TabIcon kind={one?.file.kind} /> {one?.title ?? t('console.paper')}
              </button>
            );
          })}
        </div>
      ) : null}
      {attachment ? (
        <KeptPlace key={attachment.file.id} name={attachment.file.id} className="xh-console-file">
          <DocumentView file={{ ...attachment.file, name: attachment.title }} zoomKey={zoomKey} />
        </KeptPlace>
      ) : (
        <KeptPlace key={entry.id} name={entry.id} className="xh-console-paper">
          <ConsolePaper entry={entry} />
        </KeptPlace>
      )}
    </>
  );
}
