import { Button } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Kbd } from '#client/ui/show/kbd.tsx';

/** The one question before the first mark: does anything tie the judge to the entry? Enter answers no. */
export function ConsoleQuestion(props: {
  title: string;
  team: string;
  onNone: () => void;
  onSome: () => void;
}): ReactNode {
  const { t } = useTranslation('judging');
  return (
    <section className="xh-question" aria-labelledby="question">
      <h2 id="question">{t('console.question.title')}</h2>
      <p>
        <b>{props.title}</b>
        <br />
        <span className="xh-hint">{props.team}</span>
      </p>
      <p>{t('console.question.body')}</p>
      <Button type="primary" size="large" autoFocus block onClick={props.onNone}>
        {t('console.question.none')} <Kbd keys="Enter" />
      </Button>
      <Button size="large" block onClick={props.onSome}>
        {t('console.question.some')}
      </Button>
      <p className="xh-hint">{t('console.question.note')}</p>
    </section>
  );
}
