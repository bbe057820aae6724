import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { formatDateTime, formatRelative } from '#client/ui/core/format.ts';
import { useLanguage } from '#client/ui/core/language.ts';
import { useCan } from '#client/ui/core/viewer.ts';
import { Section } from '#client/ui/show/page.tsx';
import { WorkLines } from '#client/ui/show/work-lines.tsx';
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
  const lines = (
    <WorkLines
      title={t(`home.${heading}`)}
      none={t(`home.${heading}None`)}
      late={kind === 'late'}
      lines={items.map(({ kind: name, count, roundId = null }) => {
        const known = kindOf(LINE_KINDS, name);
        return {
          key: `${name}:${roundId ?? ''}`,
          words: known ? t(`home.line.${known}`, { count }) : t('home.line.OTHER', { count, kind: name }),
          to: known ? linePath(known, editionId, roundId) : `/competition?edition=${editionId}`,
        };
      })}
    />
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
