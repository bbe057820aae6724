import type { WayOut } from '@xinghuo/shared/judging/assignment/types';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { AssignmentPlannedQuery } from '#client/__generated__/graphql.ts';
import { formatNumber } from '#client/ui/core/format.ts';
import { useLanguage } from '#client/ui/core/language.ts';
import { Section } from '#client/ui/show/page.tsx';
import type { BoardFrame } from './assignment-board.ts';
import { changesByEntry } from './assignment-plan-changes.ts';
import { waysOutOf } from './assignment-ways-out.ts';
import { useTitleOf } from './edition-page.tsx';

type Plan = NonNullable<AssignmentPlannedQuery['assignmentPlanned']>;
interface PartProps {
  readonly plan: Plan;
  readonly frame: BoardFrame;
}

function useNames(frame: BoardFrame): {
  entry: (id: string) => string;
  judge: (id: string) => string;
  category: (id: string) => string;
} {
  const english = useLanguage() === 'en';
  const titleOf = useTitleOf();
  return {
    entry: (id) => {
      const found = frame.entries.find((one) => one.id === id);
      return found ? `${found.number ?? ''} ${titleOf(found)}` : '';
    },
    judge: (id) => {
      const found = frame.judges.find((one) => one.id === id);
      return found ? `${found.code} ${english && found.nameEn ? found.nameEn : found.name}` : '';
    },
    category: (id) => {
      const found = frame.categories.find(({ categoryId }) => categoryId === id);
      return found ? titleOf(found) : '';
    },
  };
}

/** Entries the plan leaves short, why, and the cheapest ways out. */
export function PlanUnmet({ plan, frame }: PartProps): ReactNode {
  const { t } = useTranslation('judging');
  const names = useNames(frame);
  const words = (way: WayOut): string => {
    switch (way.kind) {
      case 'MORE_JUDGES':
        return t('assignment.way.MORE_JUDGES', {
          count: way.judges,
          capacity: way.capacity,
          category: way.category ? names.category(way.category) : t('assignment.anyCategory'),
        });
      case 'MORE_CAPACITY':
        return t('assignment.way.MORE_CAPACITY', {
          judges: way.judges.map(names.judge).join(t('frame.separator')),
          from: way.from,
          to: way.to,
        });
      case 'FEWER_JUDGES':
        return t('assignment.way.FEWER_JUDGES', { from: way.from, to: way.to });
    }
  };
  return (
    <Section title={t('assignment.unmet', { count: plan.unmet.length })}>
      {plan.unmet.length === 0 ? (
        <p className="xh-hint">{t('assignment.allMet')}</p>
      ) : (
        <ul className="xj-unmet">
          {plan.unmet.map((one) => (
            <li key={one.entryId}>
              <b>{names.entry(one.entryId)}</b>{' '}
              <span className="xj-late">
                {one.cause === 'CONFLICTS'
                  ? t('assignment.causeConflicts', { missing: one.missing })
                  : t('assignment.causeCapacity', { missing: one.missing })}
              </span>
              <ol>
                {waysOutOf(one.waysOut).map((way) => (
                  <li key={JSON.stringify(way)}>{words(way)}</li>
                ))}
              </ol>
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}

/** Who comes to and goes from which entry. */
export function PlanChanges({ plan, frame }: PartProps): ReactNode {
  const { t } = useTranslation('judging');
  const names = useNames(frame);
  const changes = changesByEntry(
    frame.entries.map(({ id }) => id),
    plan,
  );
  const list = (ids: readonly string[]): string => ids.map(names.judge).join(t('frame.separator'));
  return (
    <Section title={t('assignment.changedEntries', { count: changes.length })} flush>
      {changes.length === 0 ? (
        <p className="xh-hint xj-pad">{t('assignment.noChanges')}</p>
      ) : (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard
        <section className="xh-wide xj-scroll" tabIndex={0} aria-label={t('assignment.changes')}>
          <table className="xj-table">
            <thead>
              <tr>
                <th scope="col">{t('assignment.entryHead')}</th>
                <th scope="col">{t('assignment.added')}</th>
                <th scope="col">{t('assignment.removed')}</th>
                <th scope="col">{t('assignment.kept')}</th>
              </tr>
            </thead>
            <tbody>
              {changes.map((change) => (
                <tr key={change.entryId}>
                  <th scope="row">{names.entry(change.entryId)}</th>
                  <td className="xj-plus">{list(change.added)}</td>
                  <td className="xj-minus">{list(change.removed)}</td>
                  <td>{list(change.kept)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      )}
    </Section>
  );
}

/** Loads before and after. */
export function PlanLoads({ plan, frame }: PartProps): ReactNode {
  const { t } = useTranslation('judging');
  const names = useNames(frame);
  const known = new Set(frame.judges.map(({ id }) => id));
  return (
    <Section title={t('assignment.loadsTitle')}>
      <ul className="xj-loads">
        {plan.loads
          .filter(({ judgeId }) => known.has(judgeId))
          .map(({ judgeId, before, after, capacity }) => (
            <li key={judgeId}>
              <Link to={`/judges/${judgeId}`}>{names.judge(judgeId)}</Link>
              <span className="xj-load-track" aria-hidden>
                <span
                  className={after > capacity ? 'xj-late-fill' : undefined}
                  style={{ width: `${capacity === 0 ? 0 : Math.min(100, (after / capacity) * 100)}%` }}
                />
              </span>
              <span>
                {before === after ? after : `${before} → ${after}`} / {capacity}
              </span>
            </li>
          ))}
      </ul>
    </Section>
  );
}

/** How the entries of each category hang together. */
export function PlanCategories({ plan, frame }: PartProps): ReactNode {
  const { t } = useTranslation('judging');
  const names = useNames(frame);
  return (
    <Section title={t('assignment.connected')} flush>
      <div className="xh-wide">
        <table className="xj-table">
          <thead>
            <tr>
              <th scope="col">{t('assignment.category')}</th>
              <th scope="col" className="xj-right">
                {t('assignment.entriesHead')}
              </th>
              <th scope="col" className="xj-right">
                {t('assignment.judgesHead')}
              </th>
              <th scope="col">{t('assignment.comparable')}</th>
            </tr>
          </thead>
          <tbody>
            {plan.measures.categories.map((one) => (
              <tr key={one.categoryId}>
                <th scope="row">{names.category(one.categoryId)}</th>
                <td className="xj-right">{formatNumber(one.entries)}</td>
                <td className="xj-right">{formatNumber(one.judges)}</td>
                <td className={one.components > 1 ? 'xj-late' : undefined}>
                  {one.components > 1
                    ? t('assignment.parts', { count: one.components })
                    : t('assignment.onePart')}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Section>
  );
}
