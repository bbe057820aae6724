import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { budgetTotal, ENTRY_LISTS } from '@xinghuo/shared/competition/entry-rules';
import { Button, Input } from 'antd';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatNumber } from '#client/ui/core/format.ts';
import { problemText } from '#client/ui/core/problem-text.ts';
import { contentOf, newKey } from './leader-content.ts';
import { FieldBox } from './leader-field.tsx';
import type { EntryForm } from './leader-form.ts';
import { problemsAt } from './leader-steps.ts';

interface Column {
  readonly key: string;
  readonly label: string;
  readonly decimal?: boolean;
}

/** Rows of two columns that can be added, written and taken away; Enter in the last row begins a new one. */
function Rows(props: {
  form: EntryForm;
  field: 'plan' | 'budget';
  columns: readonly [Column, Column];
  rows: readonly { readonly key: string; readonly cells: readonly [string, string] }[];
  most: number;
  add: { words: string; run: () => string };
  remove: { words: (n: number) => string; run: (key: string) => void };
  write: (key: string, column: string, text: string) => void;
}): ReactNode {
  const { t } = useTranslation('competition');
  const [added, setAdded] = useState<string>();
  const { form, field, rows, columns } = props;
  const problems = problemsAt(form.problems, field);
  const wrong = (row: number, column: string): string | undefined => {
    const found = problems.find(({ path }) => path[1] === String(row) && path[2] === column);
    return found && form.told(field) ? problemText(found.code, found.params) : undefined;
  };
  const full = rows.length >= props.most;
  const add = (): void => {
    if (!full) setAdded(props.add.run());
  };
  return (
    <div className={`xl-rows xl-rows-${field}`}>
      {rows.map(({ key, cells }, i) => (
        // biome-ignore lint/a11y/useSemanticElements: one row of fields, named by its number
        <div key={key} className="xl-row" role="group" aria-label={t('wizard.row', { n: i + 1 })}>
          {columns.map((column, c) => {
            const error = wrong(i, column.key);
            return (
              <div key={column.key} className="xl-cell">
                <Input
                  id={i === 0 && c === 0 ? `field-${field}` : `field-${field}.${i}.${column.key}`}
                  aria-label={`${column.label} ${i + 1}`}
                  placeholder={column.label}
                  value={cells[c]}
                  autoFocus={key === added && c === 0}
                  inputMode={column.decimal ? 'decimal' : 'text'}
                  {...(error ? { status: 'error' as const } : {})}
                  onChange={(event) => props.write(key, column.key, event.target.value)}
                  onCompositionStart={() => form.draft.composing(true)}
                  onCompositionEnd={() => form.draft.composing(false)}
                  onKeyDown={(event) => {
                    // While a word is being chosen, Enter belongs to the input method.
                    if (event.key !== 'Enter' || event.nativeEvent.isComposing) return;
                    if (i === rows.length - 1 && c === 1) {
                      event.preventDefault();
                      add();
                    }
                  }}
                />
              </div>
            );
          })}
          <Button
            type="text"
            icon={<DeleteOutlined />}
            aria-label={props.remove.words(i + 1)}
            title={props.remove.words(i + 1)}
            onClick={() => props.remove.run(key)}
          />
          {columns.some((column) => wrong(i, column.key)) ? (
            <p className="xl-errors">
              {columns
                .flatMap((column) => {
                  const error = wrong(i, column.key);
                  return error ? [t('wizard.cell', { column: column.label, error })] : [];
                })
                .join(' ')}
            </p>
          ) : null}
        </div>
      ))}
      <Button
        id={rows.length === 0 ? `field-${field}` : undefined}
        icon={<PlusOutlined />}
        disabled={full}
        onClick={add}
      >
        {props.add.words}
      </Button>
    </div>
  );
}

/** The plan, step by step. */
export function PlanField({ form }: { form: EntryForm }): ReactNode {
  const { t } = useTranslation('competition');
  const { values, change } = form.draft;
  const { min, max } = ENTRY_LISTS.plan;
  return (
    <FieldBox form={form} field="plan" label={t('entry.plan')} help={t('wizard.help.plan', { min })} group>
      {() => (
        <Rows
          form={form}
          field="plan"
          most={max}
          columns={[
            { key: 'when', label: t('wizard.planWhen') },
            { key: 'what', label: t('wizard.planWhat') },
          ]}
          rows={values.plan.map(({ key, when, what }) => ({ key, cells: [when, what] }))}
          add={{
            words: t('wizard.addStep'),
            run: () => {
              const key = newKey();
              change((before) => ({ ...before, plan: [...before.plan, { key, when: '', what: '' }] }));
              return key;
            },
          }}
          remove={{
            words: (n) => t('wizard.removeStep', { n }),
            run: (key) =>
              change((before) => ({ ...before, plan: before.plan.filter((row) => row.key !== key) })),
          }}
          write={(key, column, text) =>
            change((before) => ({
              ...before,
              plan: before.plan.map((row) => (row.key === key ? { ...row, [column]: text } : row)),
            }))
          }
        />
      )}
    </FieldBox>
  );
}

/** The budget with its sum. */
export function BudgetField({ form }: { form: EntryForm }): ReactNode {
  const { t } = useTranslation('competition');
  const { values, change } = form.draft;
  const total = budgetTotal(contentOf(values).budget);
  return (
    <FieldBox
      form={form}
      field="budget"
      label={t('entry.budget')}
      help={t('wizard.help.budget')}
      group
      extra={
        <b className="xl-total" aria-live="polite">
          {t('wizard.total')} {t('wizard.yuan', { value: formatNumber(total, 2) })}
        </b>
      }
    >
      {() => (
        <Rows
          form={form}
          field="budget"
          most={ENTRY_LISTS.budget.max}
          columns={[
            { key: 'item', label: t('wizard.budgetItem') },
            { key: 'amount', label: t('wizard.budgetAmount'), decimal: true },
          ]}
          rows={values.budget.map(({ key, item, amount }) => ({ key, cells: [item, amount] }))}
          add={{
            words: t('wizard.addLine'),
            run: () => {
              const key = newKey();
              change((before) => ({ ...before, budget: [...before.budget, { key, item: '', amount: '' }] }));
              return key;
            },
          }}
          remove={{
            words: (n) => t('wizard.removeLine', { n }),
            run: (key) =>
              change((before) => ({ ...before, budget: before.budget.filter((row) => row.key !== key) })),
          }}
          write={(key, column, text) =>
            change((before) => ({
              ...before,
              budget: before.budget.map((row) => (row.key === key ? { ...row, [column]: text } : row)),
            }))
          }
        />
      )}
    </FieldBox>
  );
}
