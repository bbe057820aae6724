import { CheckCircleOutlined } from '@ant-design/icons';
import { Alert, Button, Modal } from 'antd';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import { formatMinutes } from '#client/ui/core/format.ts';
import { useLanguage } from '#client/ui/core/language.ts';
import { notice } from '#client/ui/core/notice.ts';
import { useWrite } from '#client/ui/core/use-write.ts';
import { Diff, type DiffField } from '#client/ui/show/diff.tsx';
import { Section } from '#client/ui/show/page.tsx';
import { ENTRY_SUBMIT } from './documents/leader-write.ts';
import { FieldNotes, useSentence } from './leader-field.tsx';
import type { EntryForm } from './leader-form.ts';
import { type FormField, fieldNamed, openNotes, stepOf } from './leader-steps.ts';
import { NameWarning } from './parts/name-warning.tsx';

/** The address of a field of the form, or of a cell in its rows. */
export function fieldPath(id: string, field: FormField, cell: readonly string[] = []): string {
  return `/my-entries/${id}/edit?step=${stepOf(field)}&field=${[field, ...cell].join('.')}`;
}

function Missing({ form }: { form: EntryForm }): ReactNode {
  const { t } = useTranslation('competition');
  const sentence = useSentence();
  const { problems, entry } = form;
  const notes = openNotes(entry.screeningNotes, form.changed).length;
  // Only a warning: a note may be answered by an attachment, or by saying why nothing is to change.
  if (problems.length === 0 && notes > 0)
    return (
      <Alert
        className="xh-form-alert"
        type="warning"
        showIcon
        title={t('wizard.notesOpen', { count: notes })}
        description={(form.changed?.size ?? 0) === 0 ? t('wizard.notesUnchanged') : undefined}
      />
    );
  if (problems.length === 0)
    return (
      <p className="xl-ready">
        <CheckCircleOutlined aria-hidden /> {t('wizard.ready')}
      </p>
    );
  return (
    <>
      <p>{t('wizard.missing', { count: problems.length })}</p>
      <ul className="xl-missing">
        {problems.map((problem) => {
          const { code, path } = problem;
          const field = fieldNamed(path[0]);
          const row = path[1] === undefined ? '' : ` · ${t('wizard.row', { n: Number(path[1]) + 1 })}`;
          return (
            <li key={`${code} ${path.join('.')}`}>
              {field ? (
                <Link to={fieldPath(entry.id, field, path.slice(1))}>{`${t(`entry.${field}`)}${row}`}</Link>
              ) : null}
              <span>{sentence(problem)}</span>
            </li>
          );
        })}
      </ul>
    </>
  );
}

function Notes({ form }: { form: EntryForm }): ReactNode {
  const { t } = useTranslation('competition');
  const open = form.entry.screeningNotes.filter(({ resolved }) => !resolved);
  if (open.length === 0) return null;
  const fields = [...new Set(open.map(({ field }) => fieldNamed(field) ?? 'general'))];
  return (
    <Section title={t('wizard.notes')}>
      {fields.map((field) => (
        <div key={field} className="xl-noted">
          {field === 'general' ? (
            <b>{t('wizard.general')}</b>
          ) : (
            <Link to={fieldPath(form.entry.id, field)}>{t(`entry.${field}`)}</Link>
          )}
          <FieldNotes form={form} field={field} />
        </div>
      ))}
    </Section>
  );
}

function SubmitQuestion(props: { form: EntryForm; onClose: () => void }): ReactNode {
  const { t } = useTranslation('competition');
  const language = useLanguage();
  const navigate = useNavigate();
  const { form, onClose } = props;
  const { entry, draft } = form;
  const { team } = entry;
  const [submit] = useWrite(ENTRY_SUBMIT, { refetch: [] });
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<string>();
  const go = async (): Promise<void> => {
    setBusy(true);
    setFailure(undefined);
    try {
      if (!(await draft.flush())) {
        setFailure(t('wizard.unsaved'));
        return;
      }
      const outcome = await submit({ input: { id: entry.id, version: draft.version() } });
      if (!outcome.ok) {
        setFailure(t('wizard.cannotSubmit', { why: outcome.message }));
        return;
      }
      notice.success(t('wizard.submitted', { number: outcome.payload.entry?.number ?? '' }));
      await navigate(`/my-entries/${entry.id}`);
    } finally {
      setBusy(false);
    }
  };
  return (
    <Modal
      open
      title={t('wizard.submitTitle', { title: draft.values.title.trim() })}
      okText={entry.revisions.length > 0 ? t('wizard.submitAgain') : t('wizard.submit')}
      cancelText={t('wizard.submitStay')}
      confirmLoading={busy}
      onOk={() => void go()}
      onCancel={onClose}
    >
      {failure ? (
        <Alert className="xh-form-alert" role="alert" type="error" showIcon title={failure} />
      ) : null}
      <p>{t('wizard.submitBody')}</p>
      <ul className="xl-frozen">
        <li>
          {t('wizard.frozen.content', {
            count: entry.attachments.length,
            number: (entry.revisions[0]?.number ?? 0) + 1,
          })}
        </li>
        {team ? (
          <li>
            {t('wizard.frozen.facts', {
              months: team.activeMonths,
              members: team.memberCount,
              time: formatMinutes(team.serviceMinutes, language),
            })}
          </li>
        ) : null}
        {entry.number ? null : <li>{t('wizard.frozen.number')}</li>}
      </ul>
      <p className="xh-hint">{t('wizard.submitAfter')}</p>
    </Modal>
  );
}

/** The last step: what is missing, the office's notes, what changed since, and submission. */
export function CheckStep({
  form,
  changes,
}: {
  form: EntryForm;
  changes: readonly DiffField[] | null;
}): ReactNode {
  const { t } = useTranslation('competition');
  const [asking, ask] = useState(false);
  const { entry, problems } = form;
  const again = entry.revisions.length > 0;
  const last = entry.revisions[0];
  return (
    <>
      <Section title={t('wizard.step.check')}>
        <Missing form={form} />
        <NameWarning
          entryId={entry.id}
          stamp={form.draft.status.kind === 'saved' ? form.draft.status.at : 0}
          place={(field, name) => <Link to={fieldPath(entry.id, field)}>{name}</Link>}
        />
        <Button
          type="primary"
          size="large"
          title={problems.length > 0 ? t('wizard.missing', { count: problems.length }) : undefined}
          disabled={problems.length > 0 || form.draft.clashes.length > 0}
          onClick={() => ask(true)}
        >
          {again ? t('wizard.submitAgain') : t('wizard.submit')}
        </Button>
      </Section>
      <Notes form={form} />
      {changes && last ? (
        <Section title={t('wizard.changes')}>
          {(form.changed?.size ?? 0) === 0 ? (
            <p className="xh-hint">{t('wizard.noChanges')}</p>
          ) : (
            <Diff
              fields={changes}
              before={t('wizard.lastRevision', { number: last.number })}
              after={t('wizard.now')}
            />
          )}
        </Section>
      ) : null}
      {asking ? <SubmitQuestion form={form} onClose={() => ask(false)} /> : null}
    </>
  );
}
