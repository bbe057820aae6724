import { Button } from 'antd';
import { type ReactNode, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Kbd } from '#client/ui/show/kbd.tsx';
import { DECLARE_KEY } from './console-keys.ts';

/**
 * The one question before the first mark: does anything tie the judge to the entry? No answer is the default: Enter, which
 * opened the sheet, says nothing, and the declaration has a key of its own. `reminded` counts keys that were pressed too
 * early; a screen reader hears why nothing happened.
 */
export function ConsoleQuestion(props: {
  title: string;
  team: string;
  reminded: number;
  onNone: () => void;
  onSome: () => void;
}): ReactNode {
  const { t } = useTranslation('judging');
  const section = useRef<HTMLElement>(null);
  useEffect(() => section.current?.focus({ preventScroll: true }), []);
  const { reminded } = props;
  return (
    <section ref={section} className="xh-question" aria-labelledby="question" tabIndex={-1}>
      <h2 id="question">{t('console.question.title')}</h2>
      <p>
        <b>{props.title}</b>
        <br />
        <span className="xh-hint">{props.team}</span>
      </p>
      <p>{t('console.question.body')}</p>
      <Button type="primary" size="large" block onClick={props.onNone}>
        {t('console.question.none')} <Kbd keys={DECLARE_KEY} />
      </Button>
      <Button size="large" block onClick={props.onSome}>
        {t('console.question.some')} <Kbd keys="r" />
      </Button>
      <p className="xh-hint">{t('console.question.note')}</p>
      <p role="status" className="xh-question-first">
        {/* Another key is told again: the same text would be no news. */}
        {reminded > 0 ? <span key={reminded}>{t('console.question.first')}</span> : null}
      </p>
    </section>
  );
}
