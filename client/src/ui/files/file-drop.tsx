import { InboxOutlined } from '@ant-design/icons';
import { Button, Progress } from 'antd';
import { type ReactNode, useCallback, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatBytes } from '../core/format.ts';
import { problemsText, statusText } from '../core/problem-text.ts';
import { readStoredFile, type StoredFile, upload } from './upload.ts';

/** What is taken here; the server checks again, from the bytes. */
export interface FileLimits {
  /** Extensions with their dot: `['.pdf', '.png']`. */
  readonly extensions: readonly string[];
  /** Bytes. */
  readonly maxSize: number;
  readonly maxCount: number;
}

interface Upload {
  readonly key: string;
  readonly file: File;
  readonly state: 'waiting' | 'uploading' | 'paused' | 'failed';
  readonly share: number;
  readonly message?: string;
  readonly abort: AbortController;
}

/** Uploads at once; more would only share the same line. */
const AT_ONCE = 2;

/** Drop files or choose them; each shows how far it is, waits while the line is down and can be tried again. */
export function FileDrop(props: {
  limits: FileLimits;
  /** How many are there already. */
  count: number;
  onUploaded: (file: StoredFile) => void;
  disabled?: boolean;
}): ReactNode {
  const { t } = useTranslation('kit');
  const { limits, onUploaded } = props;
  const input = useRef<HTMLInputElement>(null);
  const [uploads, setUploads] = useState<readonly Upload[]>([]);
  const [refusals, setRefusals] = useState<readonly string[]>([]);
  const [over, setOver] = useState(false);
  const done = useRef(onUploaded);
  done.current = onUploaded;

  const patch = useCallback((key: string, part: Partial<Upload>): void => {
    setUploads((before) => before.map((one) => (one.key === key ? { ...one, ...part } : one)));
  }, []);
  const drop = useCallback(
    (key: string): void => setUploads((before) => before.filter((one) => one.key !== key)),
    [],
  );

  const start = useCallback(
    async ({ key, file, abort }: Upload): Promise<void> => {
      patch(key, { state: 'uploading', share: 0 });
      try {
        const outcome = await upload({
          url: '/files',
          file,
          signal: abort.signal,
          onProgress: (share) => patch(key, { state: 'uploading', share }),
          onPause: () => patch(key, { state: 'paused', share: 0 }),
        });
        const stored = outcome.kind === 'done' ? readStoredFile(outcome.body) : undefined;
        if (stored) {
          drop(key);
          done.current(stored);
          return;
        }
        const message =
          outcome.kind === 'refused'
            ? problemsText(outcome.problems)
            : outcome.kind === 'failed'
              ? statusText(outcome.status)
              : t(outcome.kind === 'offline' ? 'problem.network' : 'problem.server');
        patch(key, { state: 'failed', message });
      } catch (error) {
        // The only thing thrown is the stop that the person asked for.
        if (error instanceof DOMException && error.name === 'AbortError') drop(key);
        else throw error;
      }
    },
    [patch, drop, t],
  );

  useEffect(() => {
    const busy = uploads.filter(({ state }) => state === 'uploading' || state === 'paused').length;
    const next = uploads.find(({ state }) => state === 'waiting');
    if (next && busy < AT_ONCE) void start(next);
  }, [uploads, start]);
  useEffect(() => {
    const ask = (event: BeforeUnloadEvent): void => {
      if (uploads.some(({ state }) => state !== 'failed')) event.preventDefault();
    };
    window.addEventListener('beforeunload', ask);
    return () => window.removeEventListener('beforeunload', ask);
  }, [uploads]);

  const take = (files: readonly File[]): void => {
    const refused: string[] = [];
    let room = limits.maxCount - props.count - uploads.length;
    const taken = files.filter((file) => {
      const ending = file.name.toLowerCase();
      if (!limits.extensions.some((extension) => ending.endsWith(extension))) {
        refused.push(t('file.wrongKind', { name: file.name }));
      } else if (file.size > limits.maxSize) {
        const [size, limit] = [formatBytes(file.size), formatBytes(limits.maxSize)];
        refused.push(t('file.tooBig', { name: file.name, size, limit }));
      } else if (room <= 0) {
        refused.push(t('file.tooMany', { count: limits.maxCount }));
      } else {
        room -= 1;
        return true;
      }
      return false;
    });
    setRefusals([...new Set(refused)]);
    setUploads((before) => [
      ...before,
      ...taken.map((file) => ({
        key: crypto.randomUUID(),
        file,
        state: 'waiting' as const,
        share: 0,
        abort: new AbortController(),
      })),
    ]);
  };

  return (
    <div className="xh-drop-area">
      <input
        ref={input}
        type="file"
        hidden
        multiple={limits.maxCount > 1}
        accept={limits.extensions.join(',')}
        onChange={(event) => {
          take([...(event.target.files ?? [])]);
          event.target.value = '';
        }}
      />
      <button
        type="button"
        className={over ? 'xh-drop xh-drop-over' : 'xh-drop'}
        disabled={props.disabled}
        onClick={() => input.current?.click()}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={(event) => {
          event.preventDefault();
          setOver(false);
          if (!props.disabled) take([...event.dataTransfer.files]);
        }}
      >
        <InboxOutlined aria-hidden />
        <span>{t('file.drop')}</span>
        <small>
          {t('file.limits', {
            kinds: limits.extensions.map((one) => one.slice(1).toUpperCase()).join(' / '),
            size: formatBytes(limits.maxSize),
            count: limits.maxCount,
          })}
        </small>
      </button>
      <div role="alert" className="xh-files">
        {refusals.map((sentence) => (
          <p key={sentence} className="xh-file-problem">
            {sentence}
          </p>
        ))}
      </div>
      <ul className="xh-files">
        {uploads.map((one) => (
          <li key={one.key}>
            <span className="xh-file-name">
              {one.file.name} <span className="xh-hint">{formatBytes(one.file.size)}</span>
              {one.message ? <span className="xh-file-problem"> {one.message}</span> : null}
            </span>
            {one.state === 'uploading' ? (
              <Progress percent={Math.floor(one.share * 100)} size="small" aria-label={one.file.name} />
            ) : (
              <span className="xh-hint" role="status">
                {one.state === 'waiting' ? t('file.waiting') : null}
                {one.state === 'paused' ? t('file.paused') : null}
              </span>
            )}
            {one.state === 'failed' ? (
              <Button size="small" onClick={() => patch(one.key, { state: 'waiting', message: undefined })}>
                {t('action.retry')}
              </Button>
            ) : null}
            <Button
              size="small"
              type="text"
              aria-label={t('file.remove', { name: one.file.name })}
              onClick={() => {
                one.abort.abort();
                drop(one.key);
              }}
            >
              {t('action.cancel')}
            </Button>
          </li>
        ))}
      </ul>
    </div>
  );
}
