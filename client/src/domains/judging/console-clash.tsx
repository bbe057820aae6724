import { Alert, Button, Radio } from 'antd';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '#client/ui/core/language.ts';
import { diffText } from '#client/ui/show/diff.tsx';
import type { Desk } from './judge-desk.ts';
import type { ClashChoice, SheetRecord } from './judge-record.ts';
import type { Paper } from './judge-transport.ts';

/** How a field is called where two versions of it stand side by side. */
function useFieldName(paper: Paper): (field: string) => string {
  const { t } = useTranslation('judging');
  const english = useLanguage() === 'en';
  return (field) => {
    const criterion = paper.criteria.find(({ id }) => field.endsWith(`:${id}`));
    if (!criterion) return t('console.remark.title');
    const title = english ? criterion.titleEn || criterion.title : criterion.title;
    return field.startsWith('mark:') ? title : t('console.mark.commentOf', { title });
  };
}

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

/** Both versions of every field that was changed here and elsewhere: the judge says which stays. */
export function ConsoleClash(props: { desk: Desk; paper: Paper; record: SheetRecord }): ReactNode {
  const { t } = useTranslation('judging');
  const { desk, record } = props;
  const name = useFieldName(props.paper);
  const [choices, setChoices] = useState<Readonly<Record<string, ClashChoice>>>({});
  const choose = (field: string, choice: ClashChoice): void => setChoices({ ...choices, [field]: choice });
  const all = (choice: ClashChoice): void =>
    setChoices(Object.fromEntries(record.clash.map((field) => [field, choice])));
  const ready = record.clash.every((field) => choices[field] !== undefined);
  return (
    <section className="xh-clash" aria-label={t('console.clash.title')}>
      <Alert
        type="warning"
        showIcon
        title={t('console.clash.title')}
        description={t('console.clash.body')}
        action={
          <span className="xh-clash-all">
            <Button size="small" onClick={() => all('mine')}>
              {t('console.clash.allMine')}
            </Button>
            <Button size="small" onClick={() => all('theirs')}>
              {t('console.clash.allTheirs')}
            </Button>
          </span>
        }
      />
      {record.clash.map((field) => {
        const mine = record.edits[field] ?? '';
        const theirs = record.base.fields[field] ?? '';
        const mark = field.startsWith('mark:');
        return (
          <fieldset key={field}>
            <legend>{name(field)}</legend>
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
            <Radio.Group
              optionType="button"
              value={choices[field]}
              onChange={(event) => choose(field, event.target.value as ClashChoice)}
              options={[
                { value: 'mine', label: t('console.clash.keepMine') },
                { value: 'theirs', label: t('console.clash.takeTheirs') },
                ...(mark ? [] : [{ value: 'both', label: t('console.clash.both') }]),
              ]}
            />
          </fieldset>
        );
      })}
      <Button
        type="primary"
        disabled={!ready}
        onClick={() => {
          void desk.store.dispatch(record.sheetId, { kind: 'resolve', choices, at: Date.now() });
          void desk.sync.flush();
        }}
      >
        {t('console.clash.apply')}
      </Button>
    </section>
  );
}
