import { ENTRY_STATES, type NoteField } from '@xinghuo/shared/competition/entry';
import { Alert, Button } from 'antd';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLabel } from '#client/ui/core/language.ts';
import { notice } from '#client/ui/core/notice.ts';
import { useWrite } from '#client/ui/core/use-write.ts';
import { ENTRY_RETURN } from '../documents/entry.ts';
import type { EntryView } from '../entry-types.ts';
import { useNotes } from '../use-notes.ts';
import { FieldValue, PAPER_FIELDS } from './entry-fields.tsx';
import { InstantInput } from './instant-input.tsx';
import { NoteList } from './note-list.tsx';

/** Fields without a passage of their own come last. */
const OTHERS = ['attachments', 'general'] as const satisfies readonly NoteField[];

/** The application with notes beside its fields; several are written, then the entry is returned once. */
export function EntryScreening({ entry, mayReturn }: { entry: EntryView; mayReturn: boolean }): ReactNode {
  const { t } = useTranslation('competition');
  const label = useLabel();
  const draft = useNotes(entry.id);
  const [until, setUntil] = useState<string | null>(null);
  const [giveBack, busy] = useWrite(ENTRY_RETURN, { refetch: ['EntryPage'] });
  const [failure, setFailure] = useState<string>();
  const count = draft.ready.length;
  const send = async (): Promise<void> => {
    setFailure(undefined);
    const outcome = await giveBack({
      input: {
        id: entry.id,
        version: entry.version,
        notes: draft.ready.map(({ field, text }) => ({ field, text: text.trim() })),
        until,
      },
    });
    if (outcome.ok) {
      draft.clear();
      notice.success(t('screening.returned', { count }));
    } else {
      setFailure(outcome.message);
    }
  };
  const sent = (field: NoteField) => entry.screeningNotes.filter((note) => note.field === field);
  const writing = mayReturn ? { draft } : {};
  return (
    <div className="xc-screening">
      <p className="xh-hint">
        {mayReturn ? t('screening.hint') : t('screening.closed', { state: label(ENTRY_STATES[entry.state]) })}
      </p>
      {PAPER_FIELDS.map((field) => (
        <section key={field} className="xc-screened">
          <h2>{t(`entry.${field}`)}</h2>
          <div className="xc-screened-value">
            <FieldValue entry={entry} field={field} />
          </div>
          <NoteList field={field} sent={sent(field)} {...writing} />
        </section>
      ))}
      {OTHERS.map((field) => (
        <section key={field} className="xc-screened">
          <h2>{t(`entry.${field}`)}</h2>
          <div className="xc-screened-value">
            {field === 'attachments' ? entry.attachments.map(({ file }) => file.name).join('\n') : null}
          </div>
          <NoteList field={field} sent={sent(field)} {...writing} />
        </section>
      ))}
      {mayReturn ? (
        <div className="xc-foot">
          {failure ? <Alert type="error" showIcon title={failure} /> : null}
          <div className="xc-foot-line">
            <span>
              {count === 0 ? t('screening.none') : t('screening.mine', { count })}
              {count > 0 ? <span className="xh-hint"> · {t('screening.kept')}</span> : null}
            </span>
            {draft.notes.length > 0 ? (
              <>
                <InstantInput
                  value={until}
                  onChange={setUntil}
                  placeholder={t('screening.until')}
                  aria-label={t('screening.until')}
                />
                <Button onClick={draft.clear}>{t('screening.discard')}</Button>
              </>
            ) : null}
            <Button type="primary" disabled={count === 0} loading={busy} onClick={() => void send()}>
              {t('screening.return', { count })}
            </Button>
          </div>
        </div>
      ) : null}
    </div>
  );
}
