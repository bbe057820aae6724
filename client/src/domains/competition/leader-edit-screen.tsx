import { useQuery } from '@apollo/client/react';
import { ENTRY_STATES } from '@xinghuo/shared/competition/entry';
import { Alert, Button } from 'antd';
import { type ReactNode, useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate, useParams, useSearchParams } from 'react-router';
import { useLabel } from '#client/ui/core/language.ts';
import { useShortcuts } from '#client/ui/core/shortcuts.ts';
import { StateTag } from '#client/ui/detail/state-tag.tsx';
import { LeaveGuard } from '#client/ui/form/leave-guard.tsx';
import { Loaded } from '#client/ui/show/loaded.tsx';
import { Missing } from '#client/ui/show/missing.tsx';
import { Page, Section } from '#client/ui/show/page.tsx';
import { EmptyState } from '#client/ui/show/states.tsx';
import './competition.css';
import './entry.css';
import './leader.css';
import './leader-form.css';
import './leader-notes.css';
import { LEADER_ENTRY } from './documents/leader-write.ts';
import { changedFields, changesSince } from './leader-changes.ts';
import { CheckStep } from './leader-check.tsx';
import { SubjectFields } from './leader-choice-fields.tsx';
import { missingIn } from './leader-content.ts';
import { Deadline } from './leader-deadline.tsx';
import { useEntryDraft } from './leader-draft.ts';
import { Clashes, StepNav } from './leader-edit-frame.tsx';
import { FieldNotes } from './leader-field.tsx';
import { FilesField } from './leader-files-field.tsx';
import type { EntryForm, FormEntry } from './leader-form.ts';
import { Learn } from './leader-learn.tsx';
import { BudgetField, PlanField } from './leader-row-fields.tsx';
import { SaveLine } from './leader-save-line.tsx';
import {
  ENTRY_STEPS,
  type EntryStep,
  type FormField,
  inFormOrder,
  STEP_KEYS,
  stepNamed,
} from './leader-steps.ts';
import { TextField } from './leader-text-field.tsx';
import { useEditionTitle } from './parts/edition-gate.tsx';
import { ENTRY_TONES } from './tones.ts';

/** The fields of one step. */
function StepFields({ form, step }: { form: EntryForm; step: Exclude<EntryStep, 'check'> }): ReactNode {
  if (step === 'subject') return <SubjectFields form={form} />;
  return ENTRY_STEPS[step].map((field) => {
    switch (field) {
      case 'plan':
        return <PlanField key={field} form={form} />;
      case 'budget':
        return <BudgetField key={field} form={form} />;
      case 'attachments':
        return <FilesField key={field} form={form} />;
      default:
        return <TextField key={field} form={form} field={field} />;
    }
  });
}

/** Everything of the form, held together. */
function useEntryForm(
  entry: FormEntry,
): EntryForm & { readonly changes: ReturnType<typeof changesSince> | null } {
  const { t } = useTranslation('competition');
  const label = useLabel();
  const draft = useEntryDraft(entry);
  const [left, leave] = useState<ReadonlySet<FormField>>(new Set());
  const [params] = useSearchParams();
  const all =
    stepNamed(params.get('step')) === 'check' || params.get('field') !== null || entry.state === 'RETURNED';
  const [asked, setAsked] = useState(all);
  useEffect(() => {
    if (all) setAsked(true);
  }, [all]);
  const { values } = draft;
  const plans = entry.attachments.filter(({ kind }) => kind === 'PLAN').length;
  const problems = useMemo(() => inFormOrder(missingIn(values, plans)), [values, plans]);
  const last = entry.revisions[0];
  const changes = useMemo(
    () =>
      last
        ? changesSince(
            last.content,
            {
              values,
              category: entry.competition.categories.find(({ id }) => id === values.categoryId)?.code,
              attachments: entry.attachments,
            },
            (field) => t(`entry.${field}`),
            label,
          )
        : null,
    [last, values, entry, t, label],
  );
  return {
    entry,
    draft,
    problems,
    changes,
    changed: changes ? changedFields(changes) : null,
    told: (field) => asked || left.has(field),
    tell: (field) => leave((before) => (before.has(field) ? before : new Set([...before, field]))),
  };
}

/** Puts the cursor on the field the address names. */
function useFieldFromAddress(): void {
  const [params] = useSearchParams();
  const field = params.get('field');
  useEffect(() => {
    if (!field) return;
    // The first cell of a list carries the name of the list.
    const box =
      document.getElementById(`field-${field}`) ?? document.getElementById(`field-${field.split('.')[0]}`);
    const control = box?.matches('input, textarea, button') ? box : (box?.querySelector('input') ?? box);
    control?.focus({ preventScroll: true });
    box?.closest('.xl-field')?.scrollIntoView({ block: 'start' });
  }, [field]);
}

function Editor({ entry }: { entry: FormEntry }): ReactNode {
  const { t } = useTranslation('competition');
  const titleOf = useEditionTitle();
  const navigate = useNavigate();
  const [params] = useSearchParams();
  const step = stepNamed(params.get('step'));
  const form = useEntryForm(entry);
  const { draft } = form;
  useFieldFromAddress();
  const at = STEP_KEYS.indexOf(step);
  const [before, after] = [STEP_KEYS[at - 1], STEP_KEYS[at + 1]];
  const go = (to: EntryStep | undefined): void => {
    if (!to) return;
    void draft.flush();
    void navigate(`/my-entries/${entry.id}/edit?step=${to}`, { replace: true });
    window.scrollTo({ top: 0 });
  };
  useShortcuts(t('wizard.editTitle'), [
    {
      keys: 'Ctrl+Enter',
      label: after ? t('wizard.next', { step: t(`wizard.step.${after}`) }) : t('wizard.step.check'),
      run: () => go(after),
    },
  ]);
  const category = entry.competition.categories.find(({ id }) => id === draft.values.categoryId)?.code;
  return (
    <Page
      title={draft.values.title.trim() || t('wizard.editTitle')}
      hint={
        <>
          {titleOf(entry.competition)}
          {entry.team ? ` · ${titleOf({ title: entry.team.name, titleEn: entry.team.nameEn ?? '' })}` : ''}
        </>
      }
      actions={
        <div className="xl-head">
          <StateTag of={ENTRY_STATES} tones={ENTRY_TONES} value={entry.state} />
          <Deadline at={entry.deadline} />
        </div>
      }
    >
      <div className="xl-editor">
        <StepNav form={form} current={step} />
        <div className="xl-form">
          {draft.restored && draft.status.kind === 'same' ? (
            <Alert className="xh-form-alert" type="info" showIcon title={t('wizard.restored')} />
          ) : null}
          <Clashes draft={draft} />
          {step === 'check' ? (
            <CheckStep form={form} changes={form.changes} />
          ) : (
            <section className="xh-section xl-card" aria-label={t(`wizard.step.${step}`)}>
              <h2>{t(`wizard.step.${step}`)}</h2>
              <FieldNotes form={form} field="general" />
              <StepFields key={step} form={form} step={step} />
            </section>
          )}
          <div className="xl-foot">
            <SaveLine draft={draft} />
            <span className="xh-button-row">
              {before ? <Button onClick={() => go(before)}>{t('wizard.back')}</Button> : null}
              {after ? (
                <Button type="primary" onClick={() => go(after)}>
                  {t('wizard.next', { step: t(`wizard.step.${after}`) })}
                </Button>
              ) : null}
            </span>
          </div>
        </div>
        <aside className="xl-aside">
          <Learn category={category} />
        </aside>
      </div>
      <LeaveGuard active={draft.status.kind === 'failed'} kept />
    </Page>
  );
}

/** Entering a project, step by step. */
export default function LeaderEditScreen(): ReactNode {
  const { t } = useTranslation('competition');
  const { id = '' } = useParams();
  const [params] = useSearchParams();
  // What is typed is joined with what the server has: an older copy must not be taken for it.
  const result = useQuery(LEADER_ENTRY, { variables: { id }, fetchPolicy: 'network-only' });
  const step = stepNamed(params.get('step'));
  return (
    <Loaded result={result}>
      {({ entry }) => {
        if (!entry) return <Missing />;
        if (!entry.canEdit)
          return (
            <Page title={entry.title}>
              <Section title={t(`wizard.step.${step}`)}>
                <EmptyState
                  title={t('wizard.readOnly')}
                  hint={t('wizard.readOnlyHint')}
                  action={
                    <Link to={`/my-entries/${entry.id}`}>
                      <Button type="primary">{t('wizard.open')}</Button>
                    </Link>
                  }
                />
              </Section>
            </Page>
          );
        return <Editor key={entry.id} entry={entry} />;
      }}
    </Loaded>
  );
}
