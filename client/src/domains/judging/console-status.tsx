import { CheckOutlined, CloudSyncOutlined, DisconnectOutlined, WarningOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useOnline } from '#client/ui/core/environment.ts';
import { formatTime } from '#client/ui/core/format.ts';
import { problemsText } from '#client/ui/core/problem-text.ts';
import { useDesk, useIsKept, useRecords, useSyncState } from './judge-desk.ts';
import { isWaiting, type SheetRecord } from './judge-record.ts';

/** Where the last change is: on the server since when, on its way, or on this device. */
export function SaveState({ record }: { record: SheetRecord }): ReactNode {
  const { t } = useTranslation('judging');
  const state = useSyncState(useDesk());
  const online = useOnline();
  if (record.clash.length > 0 || record.refused.length > 0) {
    return (
      <span className="xh-save-state" role="status" aria-live="polite">
        <WarningOutlined aria-hidden />{' '}
        {record.clash.length > 0 ? t('console.clash.title') : t('console.state.notTaken')}
      </span>
    );
  }
  const waits = isWaiting(record);
  const local = !online || state === 'unreachable' || state === 'signedOut';
  return (
    <span className="xh-save-state" role="status" aria-live="polite">
      {!waits && record.savedAt !== null ? (
        <>
          <CheckOutlined aria-hidden /> {t('console.state.saved', { time: formatTime(record.savedAt) })}
        </>
      ) : null}
      {!waits && record.savedAt === null ? t('console.state.unsaved') : null}
      {waits && !local ? (
        <>
          <CloudSyncOutlined aria-hidden /> {t('console.state.saving')}
        </>
      ) : null}
      {waits && local ? (
        <>
          <DisconnectOutlined aria-hidden /> {t('console.state.local')}
        </>
      ) : null}
    </span>
  );
}

/** Lines across the console while something stands between the marks and the server. */
export function ConsoleBanners({ record }: { record: SheetRecord }): ReactNode {
  const { t } = useTranslation('judging');
  const desk = useDesk();
  const state = useSyncState(desk);
  const online = useOnline();
  const kept = useIsKept(desk);
  const records = useRecords(desk);
  const behind = [...records.values()].filter(isWaiting).length;
  const retry = (label: string): ReactNode => (
    <Button size="small" onClick={() => void desk.sync.flush()}>
      {label}
    </Button>
  );
  return (
    <div role="status" aria-live="polite">
      {!online || state === 'unreachable' ? (
        <p className="xh-console-banner">
          <DisconnectOutlined aria-hidden /> {t('console.state.offline')}
          {behind > 0 ? <b>{t('console.state.behind', { count: behind })}</b> : null}
          {retry(t('console.state.retry'))}
        </p>
      ) : null}
      {state === 'signedOut' ? (
        <p className="xh-console-banner">
          <WarningOutlined aria-hidden /> {t('console.state.signedOut')}
          {retry(t('console.state.signIn'))}
        </p>
      ) : null}
      {kept ? null : (
        <p className="xh-console-banner">
          <WarningOutlined aria-hidden /> {t('judge.notKept')}
        </p>
      )}
      {record.refused.length > 0 ? (
        <p className="xh-console-banner xh-console-refused">
          <WarningOutlined aria-hidden /> {t('console.state.refused', { why: problemsText(record.refused) })}{' '}
          {t('console.state.refusedHint')}
          <Button
            size="small"
            onClick={() => {
              void desk.store.dispatch(record.sheetId, { kind: 'retry' });
              void desk.sync.flush();
            }}
          >
            {t('console.state.again')}
          </Button>
        </p>
      ) : null}
    </div>
  );
}
