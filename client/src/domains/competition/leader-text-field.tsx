import { ENTRY_TEXTS, type EntryTextField } from '@xinghuo/shared/competition/entry-rules';
import { Input } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { countedLength } from './leader-content.ts';
import { FieldBox } from './leader-field.tsx';
import type { EntryForm } from './leader-form.ts';

/** Texts of one line; all others grow with what is written. */
const ONE_LINE: ReadonlySet<EntryTextField> = new Set(['title', 'titleEn', 'contactName', 'contactPhone']);
const ROWS = { minRows: 4, maxRows: 22 };

/** A text of the entry with its counter. */
export function TextField({ form, field }: { form: EntryForm; field: EntryTextField }): ReactNode {
  const { t } = useTranslation('competition');
  const { min, max } = ENTRY_TEXTS[field];
  const value = form.draft.values[field];
  const count = countedLength(value);
  const change = (text: string): void => form.draft.change((before) => ({ ...before, [field]: text }));
  const over = count > max;
  return (
    <FieldBox
      form={form}
      field={field}
      label={t(`entry.${field}`)}
      help={t(`wizard.help.${field}`, { max })}
      optional={min === 0}
      extra={
        <span className={over ? 'xl-counter xl-counter-over' : 'xl-counter'}>
          {count < min ? t('wizard.counterMin', { count, max, min }) : t('wizard.counter', { count, max })}
        </span>
      }
    >
      {(described) => {
        const common = {
          ...described,
          value,
          ...(over || described['aria-invalid'] ? { status: 'error' as const } : {}),
          onCompositionStart: () => form.draft.composing(true),
          onCompositionEnd: () => form.draft.composing(false),
        };
        return ONE_LINE.has(field) ? (
          <Input
            {...common}
            inputMode={field === 'contactPhone' ? 'tel' : 'text'}
            onChange={(event) => change(event.target.value)}
          />
        ) : (
          <Input.TextArea {...common} autoSize={ROWS} onChange={(event) => change(event.target.value)} />
        );
      }}
    </FieldBox>
  );
}
