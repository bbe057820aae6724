import { CloudDownloadOutlined } from '@ant-design/icons';
import { Alert, Button, Progress } from 'antd';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatDateTime } from '#client/ui/core/format.ts';
import { notice } from '#client/ui/core/notice.ts';
import { allowOffline } from '#client/ui/core/offline-viewer.ts';
import { useViewer } from '#client/ui/core/viewer.ts';
import { Section } from '#client/ui/show/page.tsx';
import { useDesk } from './judge-desk.ts';
import {
  canKeepFiles,
  downloadPackage,
  type PackageInfo,
  packageInfo,
  removePackage,
} from './judge-package.ts';
import type { JudgeRound, Queue } from './judge-queue.ts';

/** Keeps a round's documents on the device, for judging without a line. */
export function JudgeOffline({ round, queue }: { round: JudgeRound; queue: Queue }): ReactNode {
  const { t } = useTranslation('judging');
  const desk = useDesk();
  const viewer = useViewer();
  const [info, setInfo] = useState<PackageInfo | null>(null);
  const [share, setShare] = useState<{ done: number; total: number } | null>(null);
  const [failed, setFailed] = useState(false);
  const stop = useRef<AbortController>(undefined);
  useEffect(() => {
    let current = true;
    void packageInfo(desk, round.id).then((found) => {
      if (current) setInfo(found);
    });
    return () => {
      current = false;
    };
  }, [desk, round.id]);
  const download = async (): Promise<void> => {
    const abort = new AbortController();
    stop.current = abort;
    setFailed(false);
    setShare({ done: 0, total: queue.rows.length });
    try {
      const onProgress = (done: number, total: number): void => setShare({ done, total });
      allowOffline(viewer);
      setInfo(await downloadPackage(desk, round.id, onProgress, abort.signal));
    } catch {
      // Stopped by the judge, or by the line: only the second is a failure.
      setFailed(!abort.signal.aborted);
    }
    setShare(null);
  };
  const remove = async (): Promise<void> => {
    await removePackage(desk);
    allowOffline(null);
    setInfo(null);
    notice.success(t('judge.offline.removed'));
  };
  return (
    <Section title={t('judge.offline.title')}>
      <p className="xh-hint">{t('judge.offline.hint')}</p>
      {failed ? <Alert type="warning" showIcon title={t('judge.offline.failed')} /> : null}
      {info ? (
        <p>
          {t('judge.offline.ready', { at: formatDateTime(info.at), sheets: info.sheets, files: info.files })}{' '}
          <span className="xh-hint">{t('judge.offline.shared')}</span>
        </p>
      ) : null}
      {canKeepFiles() ? null : <p className="xh-hint">{t('judge.offline.textsOnly')}</p>}
      {share ? (
        <div className="xh-judge-download" role="status">
          <span>{t('judge.offline.progress', { done: share.done, total: share.total })}</span>
          <Progress
            percent={share.total === 0 ? 0 : Math.floor((share.done / share.total) * 100)}
            aria-label={t('judge.offline.download')}
          />
          <Button onClick={() => stop.current?.abort()}>{t('judge.offline.cancel')}</Button>
        </div>
      ) : (
        <div className="xh-judge-download">
          <Button icon={<CloudDownloadOutlined />} onClick={() => void download()}>
            {info ? t('judge.offline.again') : t('judge.offline.download')}
          </Button>
          {info ? (
            <Button type="text" danger onClick={() => void remove()}>
              {t('judge.offline.remove')}
            </Button>
          ) : null}
        </div>
      )}
    </Section>
  );
}
