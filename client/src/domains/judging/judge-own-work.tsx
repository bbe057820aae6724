import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useNarrow } from '#client/ui/core/environment.ts';
import { formatDateTime } from '#client/ui/core/format.ts';
import { useLanguage } from '#client/ui/core/language.ts';
import { Section } from '#client/ui/show/page.tsx';
import { meanOf } from './judge-marks.ts';
import type { JudgeRound, QueueRow } from './judge-queue.ts';
import { type DoneSheet, placeOf, type Reflection, reflect } from './judge-reflection.ts';

/** After half the work: own spread, use of bands, equal totals and time, and the way back to the earliest sheets. */
export function JudgeOwnWork({ round, rows }: { round: JudgeRound; rows: readonly QueueRow[] }): ReactNode {
  const { t } = useTranslation('judging');
  const language = useLanguage();
  const done = rows.flatMap((row): DoneSheet[] =>
    (row.state === 'SUBMITTED' || row.state === 'LOCKED') &&
    row.shownTotal !== null &&
    row.submittedAt !== null
      ? [
          {
            id: row.id,
            title: (language === 'en' ? row.entry?.titleEn || row.entry?.title : row.entry?.title) ?? '',
            total: meanOf([row.shownTotal]) ?? row.shownTotal,
            seconds: row.secondsSpent,
            submittedAt: row.submittedAt,
            openedOrder: row.openedOrder,
            marks: Object.fromEntries(row.marks.map(({ criterionId, value }) => [criterionId, value ?? ''])),
          },
        ]
      : [],
  );
  const criteria = round.round?.criteria ?? [];
  const seen = done.length * 2 >= rows.length ? reflect(done, criteria) : null;
  if (!seen) return null;
  return (
    <Section title={t('judge.own.title')}>
      <p className="xh-hint">{t('judge.own.hint', { count: seen.count })}</p>
      <Spread seen={seen} />
      <p>
        {seen.minutes === null
          ? t('judge.own.noTime')
          : t('judge.own.time', { minutes: Math.max(1, Math.round(seen.minutes)) })}
      </p>
      <h3>{t('judge.own.bands')}</h3>
      <Bands seen={seen} round={round} />
      <h3>{t('judge.own.ties')}</h3>
      {seen.ties.length === 0 ? (
        <p className="xh-hint">{t('judge.own.noTies')}</p>
      ) : (
        <ul className="xh-own-list">
          {seen.ties.map(({ total, sheets }) => (
            <li key={total}>
              <b>{total}</b>
              {sheets.map(({ id, title }) => (
                <Link key={id} to={`/judge/sheets/${id}`}>
                  {title}
                </Link>
              ))}
            </li>
          ))}
        </ul>
      )}
      {seen.earliest.length > 0 ? (
        <>
          <h3>{t('judge.own.early')}</h3>
          <p className="xh-hint">{t('judge.own.earlyHint')}</p>
          <ul className="xh-own-list">
            {seen.earliest.map(({ id, title, total, submittedAt }) => (
              <li key={id}>
                <b>{total}</b>
                <Link to={`/judge/sheets/${id}`}>{title}</Link>
                <span className="xh-hint">{formatDateTime(submittedAt)}</span>
              </li>
            ))}
          </ul>
        </>
      ) : null}
    </Section>
  );
}

/** Pixels between the middles of two dots that do not touch. */
const APART = 13;

/** Every own total as a dot on a strip from 0 to 100, equal ones stacked, the mean as a line. */
function Spread({ seen }: { seen: Reflection }): ReactNode {
  const { t } = useTranslation('judging');
  const words = t('judge.own.spread', { lowest: seen.lowest, mean: seen.mean, highest: seen.highest });
  const width = useNarrow() ? 380 : 1000;
  const x = (total: string): number => 20 + (placeOf(total) / 100) * (width - 40);
  // A dot that would touch the one before it stands a row higher.
  const rows: number[] = [];
  const dots = seen.ordered.map((sheet) => {
    const at = x(sheet.total);
    const free = rows.findIndex((last) => at - last >= APART);
    const row = free === -1 ? rows.length : free;
    rows[row] = at;
    return { ...sheet, row };
  });
  const height = 44 + rows.length * APART;
  return (
    <figure className="xh-own-spread">
      <svg viewBox={`0 0 ${width} ${height}`} role="img" aria-label={words}>
        <line x1={20} x2={width - 20} y1={height - 24} y2={height - 24} className="xh-own-axis" />
        {[0, 20, 40, 60, 80, 100].map((tick) => (
          <text key={tick} x={x(`${tick}`)} y={height - 6} textAnchor="middle">
            {tick}
          </text>
        ))}
        <line x1={x(seen.mean)} x2={x(seen.mean)} y1={4} y2={height - 24} className="xh-own-mean" />
        {dots.map(({ id, title, total, row }) => (
          <circle key={id} cx={x(total)} cy={height - 32 - row * APART} r={5.5}>
            <title>{t('judge.own.dot', { title, total })}</title>
          </circle>
        ))}
      </svg>
      <figcaption>{words}</figcaption>
    </figure>
  );
}

function Bands({ seen, round }: { seen: Reflection; round: JudgeRound }): ReactNode {
  const { t } = useTranslation('judging');
  const english = useLanguage() === 'en';
  const criteria = round.round?.criteria ?? [];
  const heads = criteria[0]?.bands ?? [];
  const alike = criteria.every(({ bands }) => bands.length === heads.length);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <section className="xh-wide xh-own-bands" tabIndex={0} aria-label={t('judge.own.bands')}>
      <table>
        {alike ? (
          <thead>
            <tr>
              <th scope="col">{t('judge.own.criterion')}</th>
              {heads.map(({ from, label, labelEn }) => (
                <th key={from} scope="col">
                  {english ? labelEn || label : label}
                </th>
              ))}
            </tr>
          </thead>
        ) : null}
        <tbody>
          {seen.bands.map(({ criterion, counts }) => {
            const named = criteria.find(({ id }) => id === criterion);
            return (
              <tr key={criterion}>
                <th scope="row">{english ? named?.titleEn || named?.title : named?.title}</th>
                {counts.map((count, index) => (
                  <td key={named?.bands[index]?.from ?? index}>
                    <span style={{ width: `${(count / seen.count) * 100}%` }} aria-hidden />
                    <b>{count}</b>
                  </td>
                ))}
              </tr>
            );
          })}
        </tbody>
      </table>
    </section>
  );
}
