import { DownloadOutlined, InboxOutlined, UploadOutlined } from '@ant-design/icons';
import { IMPORT } from '@xinghuo/shared/imports/imports';
import { Alert, Button, Checkbox, Progress } from 'antd';
import { type ReactNode, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatBytes } from '../core/format.ts';
import { useLabel, useLanguage } from '../core/language.ts';
import { problemsText, statusText } from '../core/problem-text.ts';
import type { WriteOutcome } from '../core/use-write.ts';
import { type ImportFindings, readFindings } from './import-findings.ts';
import { ImportTable } from './import-table.tsx';
import { upload } from './upload.ts';

/**
 * Importing a sheet: template, file, every row's problem in its cell, and only then the import itself, all or nothing.
 * Nothing is written before `confirm`.
 */
export function ImportPreview<Payload>(props: {
  /** The last part of `/imports/<kind>`. */
  kind: string;
  confirm: (previewId: string) => Promise<WriteOutcome<Payload>>;
  onDone: (payload: Payload) => void;
}): ReactNode {
  const { t } = useTranslation('kit');
  const label = useLabel();
  const language = useLanguage();
  const input = useRef<HTMLInputElement>(null);
  const [share, setShare] = useState<number>();
  const [failure, setFailure] = useState<string>();
  const [findings, setFindings] = useState<ImportFindings>();
  const [onlyBad, setOnlyBad] = useState(false);
  const [busy, setBusy] = useState(false);
  const [over, setOver] = useState(false);

  const check = async (file: File): Promise<void> => {
    setFailure(undefined);
    setFindings(undefined);
    setShare(0);
    const outcome = await upload({
      url: `/imports/${props.kind}/preview`,
      file,
      onProgress: setShare,
      onPause: () => setShare(0),
      signal: new AbortController().signal,
    }).finally(() => setShare(undefined));
    const read = outcome.kind === 'done' ? readFindings(outcome.body) : undefined;
    if (read) {
      setFindings(read);
      setOnlyBad(read.problemCount > 0);
    } else if (outcome.kind === 'refused') setFailure(problemsText(outcome.problems));
    else if (outcome.kind === 'failed') setFailure(statusText(outcome.status));
    else setFailure(t(outcome.kind === 'offline' ? 'problem.network' : 'problem.server'));
  };
  const goOn = async (found: ImportFindings, after: number): Promise<void> => {
    setBusy(true);
    try {
      const response = await fetch(`/imports/${props.kind}/preview/${found.previewId}?after=${after}`);
      const read = response.ok ? readFindings(await response.json()) : undefined;
      if (read) setFindings(read);
      else setFailure(statusText(response.status));
    } catch {
      // `fetch` reports a lost line by throwing, and nothing more.
      setFailure(t('problem.network'));
    } finally {
      setBusy(false);
    }
  };
  const confirm = async (found: ImportFindings): Promise<void> => {
    setBusy(true);
    const outcome = await props.confirm(found.previewId).finally(() => setBusy(false));
    if (!outcome.ok) {
      setFailure(outcome.message);
      return;
    }
    props.onDone(outcome.payload);
  };
  const columns = (findings?.columns ?? []).map((column) => ({ key: column.key, label: label(column) }));
  const clean = findings !== undefined && findings.problemCount === 0 && findings.rows > 0;
  return (
    <div className="xh-import-steps">
      <input
        ref={input}
        type="file"
        hidden
        accept=".xlsx,.csv"
        onChange={(event) => {
          const file = event.target.files?.[0];
          event.target.value = '';
          if (file) void check(file);
        }}
      />
      {findings ? null : (
        <button
          type="button"
          className={over ? 'xh-drop xh-drop-over' : 'xh-drop'}
          disabled={share !== undefined}
          onClick={() => input.current?.click()}
          onDragOver={(event) => {
            event.preventDefault();
            setOver(true);
          }}
          onDragLeave={() => setOver(false)}
          onDrop={(event) => {
            event.preventDefault();
            setOver(false);
            const file = event.dataTransfer.files[0];
            if (file && share === undefined) void check(file);
          }}
        >
          <InboxOutlined aria-hidden />
          <span>{t('import.drop')}</span>
          <small>{t('import.kinds', { size: formatBytes(IMPORT.maxBytes) })}</small>
        </button>
      )}
      <div className="xh-form-foot">
        {findings ? (
          <Button
            icon={<UploadOutlined />}
            disabled={share !== undefined}
            onClick={() => input.current?.click()}
          >
            {t('import.again')}
          </Button>
        ) : null}
        <Button
          icon={<DownloadOutlined />}
          href={`/imports/${props.kind}/template.xlsx?lang=${language === 'en' ? 'en' : 'zh'}`}
          download
        >
          {t('import.template')}
        </Button>
        {clean ? (
          <Button type="primary" loading={busy} onClick={() => void confirm(findings)}>
            {t('import.confirm', { count: findings.rows })}
          </Button>
        ) : null}
      </div>
      {share !== undefined ? (
        <div role="status">
          <Progress percent={Math.floor(share * 100)} aria-label={t('import.reading')} />
          <span className="xh-hint">{t('import.reading')}</span>
        </div>
      ) : null}
      {failure ? <Alert type="error" showIcon title={failure} role="alert" /> : null}
      {findings ? (
        <>
          <Alert
            type={clean ? 'success' : 'error'}
            showIcon
            title={`${t('import.rows', { count: findings.rows })} · ${
              findings.problemCount === 0
                ? t('import.clean')
                : t('import.problems', { count: findings.problemCount })
            }`}
          />
          {findings.problemCount > 0 ? (
            <Checkbox checked={onlyBad} onChange={(event) => setOnlyBad(event.target.checked)}>
              {t('import.onlyProblems')}
            </Checkbox>
          ) : null}
          <ImportTable findings={findings} columns={columns} onlyBad={onlyBad} />
          {findings.nextAfter !== null ? (
            <Button loading={busy} onClick={() => void goOn(findings, findings.nextAfter ?? 0)}>
              {t('import.nextProblems', { row: findings.nextAfter + 1 })}
            </Button>
          ) : null}
        </>
      ) : null}
    </div>
  );
}
