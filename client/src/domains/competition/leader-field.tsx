import type { Problem } from '@xinghuo/shared/kernel/problem';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { formatDateTime } from '#client/ui/core/format.ts';
import { problemText } from '#client/ui/core/problem-text.ts';
import { ToneTag } from '#client/ui/detail/state-tag.tsx';
import type { EntryForm } from './leader-form.ts';
import { type FormField, fieldNamed, problemsAt } from './leader-steps.ts';

/** The notes of the office at a field, and whether the field was changed since. */
export function FieldNotes({ form, field }: { form: EntryForm; field: FormField | 'general' }): ReactNode {
  const { t } = useTranslation('competition');
  const notes = form.entry.screeningNotes.filter(
    (note) => !note.resolved && (fieldNamed(note.field) ?? 'general') === field,
  );
  if (notes.length === 0) return null;
  const changed = form.changed?.has(field) ?? false;
  return (
    <ul className="xl-notes">
      {notes.map(({ id, text, authorName, createdAt }) => (
        <li key={id} className={changed ? 'xl-note xl-note-changed' : 'xl-note'}>
          <p>{text}</p>
          <p className="xl-note-by">
            {t('screening.by', {
              name: authorName ?? t('screening.office'),
              at: formatDateTime(createdAt),
            })}
            {field === 'general' ? null : (
              <ToneTag tone={changed ? 'done' : 'waiting'}>
                {changed ? t('wizard.noteChanged') : t('wizard.noteUnchanged')}
              </ToneTag>
            )}
          </p>
        </li>
      ))}
    </ul>
  );
}

/** The sentence of a problem in the form: a list that is too short counts steps, not characters. */
export function useSentence(): (problem: Problem) => string {
  const { t } = useTranslation('competition');
  return ({ code, path, params }) =>
    code === 'TOO_SHORT' && path.length === 1 && path[0] === 'plan'
      ? t('wizard.tooFewSteps', { min: Number(params.min), length: Number(params.length) })
      : problemText(code, params);
}

/** The sentences of what is wrong with a field that may be told now. */
export function useFieldErrors(form: EntryForm, field: FormField): readonly string[] {
  const sentence = useSentence();
  const own = problemsAt(form.problems, field).filter(
    // What is too long is told at once: otherwise one would go on writing.
    ({ code, path }) => path.length === 1 && (form.told(field) || code === 'TOO_LONG'),
  );
  const refused = field === 'category' ? 'categoryId' : field;
  const refusal = form.draft.refusals.get(refused as Parameters<typeof form.draft.refusals.get>[0]);
  return [...own.map(sentence), ...(refusal ? [refusal] : [])];
}

/** One field of the form: name, help, the office's notes, the control, what is wrong, and how much is written. */
export function FieldBox(props: {
  form: EntryForm;
  field: FormField;
  label: string;
  help?: string;
  optional?: boolean;
  /** The control is a group of its own and carries no `id`. */
  group?: boolean;
  extra?: ReactNode;
  children: (described: { id: string; 'aria-describedby': string; 'aria-invalid': boolean }) => ReactNode;
}): ReactNode {
  const { t } = useTranslation('competition');
  const { form, field } = props;
  const errors = useFieldErrors(form, field);
  const id = `field-${field}`;
  const name = (
    <>
      {props.label}
      {props.optional ? <small> {t('wizard.optional')}</small> : null}
    </>
  );
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it only notes that the cursor left the controls inside
    <div
      className="xl-field"
      {...(props.group ? { role: 'group', 'aria-labelledby': `${id}-name` } : {})}
      onBlur={() => form.tell(field)}
    >
      {props.group ? (
        <span id={`${id}-name`} className="xl-field-name">
          {name}
        </span>
      ) : (
        <label id={`${id}-name`} htmlFor={id} className="xl-field-name">
          {name}
        </label>
      )}
      <FieldNotes form={form} field={field} />
      {props.help ? <p className="xh-hint">{props.help}</p> : null}
      {props.children({ id, 'aria-describedby': `${id}-errors`, 'aria-invalid': errors.length > 0 })}
      <div className="xl-field-foot">
        <p id={`${id}-errors`} className="xl-errors" role={errors.length > 0 ? 'alert' : undefined}>
          {errors.join(' ')}
        </p>
        {props.extra}
      </div>
    </div>
  );
}
