import { CopyOutlined } from '@ant-design/icons';
import { Alert, Button } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { notice } from '#client/ui/core/notice.ts';
import { useBringUp } from './console-bring-up.ts';
import { useFieldWords } from './console-field.ts';
import type { ConsoleSession } from './console-session.ts';
import type { Desk } from './judge-desk.ts';

const OVERTAKEN_ID = 'sheet-overtaken';

/** What was entered here and is not on the server, in words. */
function useUnsent({ paper, record }: ConsoleSession) {
  const { t } = useTranslation('judging');
  const words = useFieldWords(paper);
  return Object.entries(record.edits).map(([field, value]) => ({
    field,
    name: words.name(field) ?? field,
    value: words.value(field, value) || t('console.clash.empty'),
  }));
}

/** What was entered here and does not count, to read; nothing where there is none. */
export function UnsentFields({ session }: { session: ConsoleSession }): ReactNode {
  const { t } = useTranslation('judging');
  const unsent = useUnsent(session);
  if (unsent.length === 0) return null;
  return (
    <>
      <h3 className="xh-unsent-title">{t('console.after.notCounted')}</h3>
      <dl>
        {unsent.map(({ field, name, value }) => (
          <div key={field} className="xh-unsent-line">
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </>
  );
}

/** A sheet closed elsewhere while changes waited here: those that do not count, to read and to take along, and what to do. */
export function ConsoleOvertaken({ session, desk }: { session: ConsoleSession; desk: Desk }): ReactNode {
  const { t } = useTranslation('judging');
  const { record, mode, mayRevise } = session;
  const unsent = useUnsent(session);
  useBringUp(OVERTAKEN_ID);
  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(
        unsent.map(({ name, value }) => t('console.field', { field: name, what: value })).join('\n'),
      );
      notice.success(t('console.after.copied'));
    } catch {
      // The clipboard is closed to pages without a secure connection.
      notice.warning(t('console.after.copyFailed'));
    }
  };
  return (
    <section
      id={OVERTAKEN_ID}
      className="xh-overtaken"
      tabIndex={-1}
      aria-label={t('console.after.overtaken')}
    >
      <Alert
        type="warning"
        showIcon
        title={t('console.after.overtaken')}
        description={
          <>
            <p>
              {mode !== 'submitted'
                ? t('console.after.overtakenOver')
                : t(mayRevise ? 'console.after.overtakenRevise' : 'console.after.overtakenHint')}
            </p>
            <UnsentFields session={session} />
          </>
        }
        action={
          <>
            {mayRevise ? (
              <Button onClick={() => void session.revise()}>{t('console.after.revise')}</Button>
            ) : null}
            <Button icon={<CopyOutlined />} onClick={() => void copy()}>
              {t('console.after.copy')}
            </Button>
            <Button danger onClick={() => void desk.store.dispatch(record.sheetId, { kind: 'discard' })}>
              {t('console.after.discard')}
            </Button>
          </>
        }
      />
    </section>
  );
}
