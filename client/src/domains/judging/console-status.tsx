import { CheckOutlined, CloudSyncOutlined, DisconnectOutlined, WarningOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useOnline } from '#client/ui/core/environment.ts';
import { formatTime } from '#client/ui/core/format.ts';
import { closed } from '#client/ui/core/problem-text.ts';
import { useFieldWords } from './console-field.ts';
import { useDesk, useIsKept, useRecords, useSyncState } from './judge-desk.ts';
import { isOvertaken, isSendable, type SheetRecord, saveStanding } from './judge-record.ts';
import type { Paper } from './judge-transport.ts';

/** Where the last change is: on the server since when, on its way, or on this device. */
export function SaveState({ record }: { record: SheetRecord }): ReactNode {
  const { t } = useTranslation('judging');
  const state = useSyncState(useDesk());
  const online = useOnline();
  const standing = saveStanding(record);
  if (standing === 'choose' || standing === 'notTaken') {
    return (
      <span className="xh-save-state" role="status" aria-live="polite">
        <WarningOutlined aria-hidden />{' '}
        {standing === 'choose' ? t('console.clash.title') : t('console.state.notTaken')}
      </span>
    );
  }
  const waits = standing === 'waiting';
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
export function ConsoleBanners({ record, paper }: { record: SheetRecord; paper: Paper }): ReactNode {
  const { t } = useTranslation('judging');
  const desk = useDesk();
  const state = useSyncState(desk);
  const online = useOnline();
  const kept = useIsKept(desk);
  const records = useRecords(desk);
  const words = useFieldWords(paper);
  const behind = [...records.values()].filter(isSendable).length;
  const retry = (label: string): ReactNode => (
    <Button size="small" onClick={() => void desk.sync.flush()}>
      {label}
    </Button>
  );
  return (
    <div role="status" aria-live="polite">
      {!online || state === 'unreachable' ? (
        <p className="xh-console-banner">
          <span>
            <DisconnectOutlined aria-hidden /> {t('console.state.offline')}
          </span>
          {behind > 0 ? <b>{t('console.state.behind', { count: behind })}</b> : null}
          {retry(t('console.state.retry'))}
        </p>
      ) : null}
      {state === 'signedOut' ? (
        <p className="xh-console-banner">
          <span>
            <WarningOutlined aria-hidden /> {t('console.state.signedOut')}
          </span>
          {retry(t('console.state.signIn'))}
        </p>
      ) : null}
      {kept ? null : (
        <p className="xh-console-banner">
          <span>
            <WarningOutlined aria-hidden /> {t('judge.notKept')}
          </span>
        </p>
      )}
      {record.refused.length > 0 && !isOvertaken(record) ? (
        <p className="xh-console-banner xh-console-refused">
          <span>
            <WarningOutlined aria-hidden />{' '}
            {t('console.state.refused', { why: closed(words.why(record.refused)) })}
          </span>
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
