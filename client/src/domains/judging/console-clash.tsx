import { Alert, Button, Radio } from 'antd';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatNumber } from '#client/ui/core/format.ts';
import { diffText } from '#client/ui/show/diff.tsx';
import { useBringUp } from './console-bring-up.ts';
import { type FieldWords, useFieldWords } from './console-field.ts';
import type { Desk } from './judge-desk.ts';
import { bothProblem, type ClashChoice, type SheetRecord } from './judge-record.ts';
import type { Paper } from './judge-transport.ts';

/** The section of the choice. */
export const CLASH_ID = 'sheet-clash';

function Version({ text, against, mark }: { text: string; against: string; mark: boolean }): ReactNode {
  const { t } = useTranslation('judging');
  if (text === '') return <span className="xh-hint">{t('console.clash.empty')}</span>;
  if (mark) return <b className="xh-clash-mark">{text}</b>;
  return diffText(against, text)
    .filter(({ change }) => change !== 'out')
    .map(({ text: piece, change }, index) => {
      // Pieces of one comparison have no other identity than their place.
      const key = `${index}`;
      return change === 'in' ? <ins key={key}>{piece}</ins> : <span key={key}>{piece}</span>;
    });
}

/** Both versions of one field, and which stays. */
function ClashField(props: {
  field: string;
  record: SheetRecord;
  words: FieldWords;
  choice: ClashChoice | undefined;
  onChoose: (choice: ClashChoice) => void;
}): ReactNode {
  const { t } = useTranslation('judging');
  const { field, record, words } = props;
  const name = words.name(field) ?? field;
  const mine = record.edits[field] ?? '';
  const theirs = record.base.fields[field] ?? '';
  const mark = field.startsWith('mark:');
  const tooLong = mark ? null : bothProblem(record, field);
  const choices: readonly { value: ClashChoice; label: string }[] = [
    { value: 'mine', label: t('console.clash.keepMine') },
    { value: 'theirs', label: t('console.clash.takeTheirs') },
    ...(mark ? [] : [{ value: 'both' as const, label: t('console.clash.both') }]),
  ];
  return (
    <fieldset>
      <legend>{name}</legend>
      <div className="xh-clash-sides">
        <div className="xh-clash-side">
          <small>{t('console.clash.mine')}</small>
          <p>
            <Version text={mine} against={theirs} mark={mark} />
          </p>
        </div>
        <div className="xh-clash-side">
          <small>{t('console.clash.theirs')}</small>
          <p>
            <Version text={theirs} against={mine} mark={mark} />
          </p>
        </div>
      </div>
      <Radio.Group className="xh-clash-choices" optionType="button" value={props.choice}>
        {choices.map(({ value, label }) => (
          <Radio.Button
            key={value}
            value={value}
            aria-label={t('console.field', { field: name, what: label })}
            disabled={value === 'both' && tooLong !== null}
            onChange={() => props.onChoose(value)}
          >
            {label}
          </Radio.Button>
        ))}
      </Radio.Group>
      {tooLong ? (
        <p className="xh-hint">
          {t('console.clash.bothTooLong', {
            max: formatNumber(Number(tooLong.params.max)),
            length: formatNumber(Number(tooLong.params.length)),
          })}
        </p>
      ) : null}
    </fieldset>
  );
}

/** Both versions of every field that was changed here and elsewhere: the judge says which stays. */
export function ConsoleClash(props: {
  desk: Pick<Desk, 'store' | 'sync'>;
  paper: Pick<Paper, 'criteria'>;
  record: SheetRecord;
  onDone: () => void;
}): ReactNode {
  const { t } = useTranslation('judging');
  const { desk, record } = props;
  const words = useFieldWords(props.paper);
  const [chosen, setChosen] = useState<Readonly<Record<string, ClashChoice>>>({});
  // The other version may have grown since: what no longer fits is no choice.
  const choices = Object.fromEntries(
    Object.entries(chosen).filter(
      ([field, choice]) => choice !== 'both' || bothProblem(record, field) === null,
    ),
  );
  const all = (choice: ClashChoice): void =>
    setChosen(Object.fromEntries(record.clash.map((field) => [field, choice])));
  const ready = record.clash.every((field) => choices[field] !== undefined);
  useBringUp(CLASH_ID);
  return (
    <section id={CLASH_ID} className="xh-clash" tabIndex={-1} aria-label={t('console.clash.title')}>
      <Alert
        type="warning"
        showIcon
        title={t('console.clash.title')}
        description={t('console.clash.body')}
        action={
          <>
            <Button onClick={() => all('mine')}>{t('console.clash.allMine')}</Button>
            <Button onClick={() => all('theirs')}>{t('console.clash.allTheirs')}</Button>
          </>
        }
      />
      {record.clash.map((field) => (
        <ClashField
          key={field}
          field={field}
          record={record}
          words={words}
          choice={choices[field]}
          onChoose={(choice) => setChosen({ ...chosen, [field]: choice })}
        />
      ))}
      <Button
        type="primary"
        disabled={!ready}
        onClick={() => {
          void desk.store.dispatch(record.sheetId, { kind: 'resolve', choices, at: Date.now() });
          void desk.sync.flush();
          props.onDone();
        }}
      >
        {t('console.clash.apply')}
      </Button>
    </section>
  );
}
