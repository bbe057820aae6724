import {
  DeleteOutlined,
  DownloadOutlined,
  FileImageOutlined,
  FileOutlined,
  FilePdfOutlined,
} from '@ant-design/icons';
import { Button } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { formatBytes } from '../core/format.ts';
import { filePath, type StoredFile } from './upload.ts';

/** Whether a file can be looked at beside the page; everything else is downloaded. */
export function viewKind(kind: string): 'pdf' | 'image' | undefined {
  if (/pdf/i.test(kind)) return 'pdf';
  return /image|png|jpe?g|webp|gif/i.test(kind) ? 'image' : undefined;
}

function FileIcon({ kind }: { kind: string }): ReactNode {
  const view = viewKind(kind);
  if (view === 'pdf') return <FilePdfOutlined aria-hidden />;
  return view === 'image' ? <FileImageOutlined aria-hidden /> : <FileOutlined aria-hidden />;
}

/** Files with their sizes: open, download, and take away where that is allowed. */
export function FileList(props: {
  files: readonly StoredFile[];
  onRemove?: (file: StoredFile) => void;
  /** Opens a PDF or an image beside the page; without it they open in a new tab. */
  onOpen?: (file: StoredFile) => void;
  current?: string;
}): ReactNode {
  const { t } = useTranslation('kit');
  const { files, onOpen, onRemove } = props;
  if (files.length === 0) return <p className="xh-hint">{t('file.none')}</p>;
  return (
    <ul className="xh-files">
      {files.map((file) => (
        <li key={file.id} aria-current={file.id === props.current}>
          <FileIcon kind={file.kind} />
          <span className="xh-file-name">
            {onOpen && viewKind(file.kind) ? (
              <Button
                type="link"
                size="small"
                onClick={() => onOpen(file)}
                aria-label={t('file.open', { name: file.name })}
              >
                {file.name}
              </Button>
            ) : (
              <a href={filePath(file.id)} target="_blank" rel="noreferrer">
                {file.name}
              </a>
            )}{' '}
            <span className="xh-hint">{formatBytes(file.size)}</span>
          </span>
          <Button
            type="text"
            icon={<DownloadOutlined />}
            href={filePath(file.id, true)}
            aria-label={`${t('action.download')} ${file.name}`}
          />
          {onRemove ? (
            <Button
              type="text"
              icon={<DeleteOutlined />}
              aria-label={t('file.remove', { name: file.name })}
              onClick={() => onRemove(file)}
            />
          ) : null}
        </li>
      ))}
    </ul>
  );
}
