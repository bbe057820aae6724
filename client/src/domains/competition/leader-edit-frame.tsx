import { CheckCircleFilled } from '@ant-design/icons';
import { Alert, Button } from 'antd';
import { type ReactNode, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { EntryDraft } from './leader-draft.ts';
import type { EntryForm } from './leader-form.ts';
import {
  type EntryStep,
  fieldNamed,
  notesByStep,
  openNotes,
  problemsByStep,
  STEP_KEYS,
} from './leader-steps.ts';

/** The steps with how much each still lacks. */
export function StepNav({ form, current }: { form: EntryForm; current: EntryStep }): ReactNode {
  const { t } = useTranslation('competition');
  const missing = problemsByStep(form.problems);
  const noted = notesByStep(openNotes(form.entry.screeningNotes, form.changed));
  const nav = useRef<HTMLElement>(null);
  useEffect(() => {
    // On a phone the steps lie side by side: the present one is brought into view, without moving the page.
    const strip = nav.current?.querySelector('ol');
    const here = strip?.querySelector<HTMLElement>(`[data-step="${current}"]`);
    if (strip && here) strip.scrollTo({ left: here.offsetLeft - strip.offsetLeft - 12 });
  }, [current]);
  return (
    <nav ref={nav} className="xl-steps" aria-label={t('wizard.steps')}>
      <ol>
        {STEP_KEYS.map((key, i) => {
          const count = missing.get(key) ?? 0;
          const notes = noted.get(key) ?? 0;
          const lacks = count === 0 ? t('wizard.stepDone') : t('wizard.stepMissing', { count });
          return (
            <li key={key} data-step={key}>
              <Link
                to={`/my-entries/${form.entry.id}/edit?step=${key}`}
                replace
                aria-current={key === current ? 'step' : undefined}
              >
                <span className="xl-step-mark" aria-hidden>
                  {key !== 'check' && count === 0 && notes === 0 ? <CheckCircleFilled /> : i + 1}
                </span>
                <span className="xl-step-name">{t(`wizard.step.${key}`)}</span>
                {key === 'check' ? null : (
                  <small>{count === 0 && notes > 0 ? t('wizard.stepNotes', { count: notes }) : lacks}</small>
                )}
              </Link>
            </li>
          );
        })}
      </ol>
    </nav>
  );
}

/** Fields that somebody else changed too: the person says which version stays. */
export function Clashes({ draft }: { draft: EntryDraft }): ReactNode {
  const { t } = useTranslation('competition');
  return draft.clashes.map(({ field, theirs }) => {
    const known = fieldNamed(field) ?? 'category';
    const other = theirs[field];
    return (
      <Alert
        key={field}
        className="xh-form-alert"
        role="alert"
        type="warning"
        showIcon
        title={t('wizard.clash', { field: t(`entry.${known}`) })}
        description={
          <>
            {typeof other === 'string' && field !== 'categoryId' ? <p className="xl-other">{other}</p> : null}
            <span className="xh-button-row">
              <Button size="small" onClick={() => draft.settle(field, false)}>
                {t('wizard.clashMine')}
              </Button>
              <Button size="small" onClick={() => draft.settle(field, true)}>
                {t('wizard.clashTheirs')}
              </Button>
            </span>
          </>
        }
      />
    );
  });
}
