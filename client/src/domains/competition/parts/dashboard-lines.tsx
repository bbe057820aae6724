import { CheckCircleOutlined, RightOutlined } from '@ant-design/icons';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { formatDateTime, formatRelative } from '#client/ui/core/format.ts';
import { useLanguage } from '#client/ui/core/language.ts';
import { useCan } from '#client/ui/core/viewer.ts';
import { Section } from '#client/ui/show/page.tsx';
import { DEADLINE_KINDS, kindOf, LINE_KINDS, linePath } from '../dashboard-lines.ts';

interface Item {
  readonly kind: string;
  readonly count: number;
  readonly roundId?: string | null | undefined;
}
interface Deadline {
  readonly kind: string;
  readonly at: string;
  readonly roundId?: string | null | undefined;
}
interface RoundName {
  readonly id: string;
  readonly title: string;
  readonly titleEn: string;
}

/** Work in lines, each opening exactly that work; beside what waits, the dates ahead. */
export function DashboardLines(props: {
  kind: 'waiting' | 'late';
  items: readonly Item[];
  editionId: string;
  deadlines?: readonly Deadline[];
  rounds?: readonly RoundName[];
}): ReactNode {
  const { t } = useTranslation('competition');
  const { kind, items, editionId, deadlines } = props;
  // Who changes nothing has nothing waiting: to an auditor it is what is open.
  const acts = useCan()('competition.manage');
  const heading = kind === 'waiting' && !acts ? 'open' : kind;
  const words = t(`home.${heading}None`);
  const lines = (
    <Section title={t(`home.${heading}`)} flush>
      {items.length === 0 ? (
        <p className="xc-none">
          <CheckCircleOutlined aria-hidden /> {words}
        </p>
      ) : (
        <ul className={`xc-lines xc-lines-${kind}`}>
          {items.map((item) => (
            <Line key={`${item.kind}:${item.roundId ?? ''}`} item={item} editionId={editionId} />
          ))}
        </ul>
      )}
    </Section>
  );
  if (!deadlines) return lines;
  return (
    <div className="xc-two">
      {lines}
      <Section title={t('home.next')} flush>
        <Deadlines deadlines={deadlines} rounds={props.rounds ?? []} />
      </Section>
    </div>
  );
}

function Line({ item, editionId }: { item: Item; editionId: string }): ReactNode {
  const { t } = useTranslation('competition');
  const known = kindOf(LINE_KINDS, item.kind);
  const { count } = item;
  if (!known) return <li>{t('home.line.OTHER', { count, kind: item.kind })}</li>;
  return (
    <li>
      <Link to={linePath(known, editionId, item.roundId ?? null)}>
        <span>{t(`home.line.${known}`, { count })}</span>
        <RightOutlined aria-hidden />
      </Link>
    </li>
  );
}

function Deadlines(props: { deadlines: readonly Deadline[]; rounds: readonly RoundName[] }): ReactNode {
  const { t } = useTranslation('competition');
  const language = useLanguage();
  if (props.deadlines.length === 0) return <p className="xc-none">{t('home.nextNone')}</p>;
  return (
    <ul className="xc-lines">
      {props.deadlines.map(({ kind, at, roundId }) => {
        const known = kindOf(DEADLINE_KINDS, kind);
        const round = props.rounds.find(({ id }) => id === roundId);
        const name = round ? (language === 'en' && round.titleEn ? round.titleEn : round.title) : '';
        return (
          <li key={`${kind}:${roundId ?? ''}`} className="xc-deadline">
            <span>{known ? t(`home.deadline.${known}`, { round: name }) : kind}</span>
            <span>
              <time dateTime={at}>{formatDateTime(at)}</time>{' '}
              <span className="xh-hint">{formatRelative(at, Date.now(), language)}</span>
            </span>
          </li>
        );
      })}
    </ul>
  );
}
