import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { formatDate, formatDateTime } from '#client/ui/core/format.ts';
import { useEditionTitle } from './parts/edition-gate.tsx';
import { type PublicDate, type PublicEditionDates, publicDates } from './public-dates.ts';

/** The dates of an edition as a rail. */
export function PublicRail(props: {
  edition: PublicEditionDates & {
    readonly rounds: readonly { readonly id: string; readonly title: string; readonly titleEn: string }[];
  };
}): ReactNode {
  const { t } = useTranslation('competition');
  const titleOf = useEditionTitle();
  const { edition } = props;
  const when = ({ kind, from, to }: PublicDate): string => {
    // The hour matters where something must be handed in; elsewhere the day says enough.
    if (kind === 'entries' && from && to)
      return t('open.range', { from: formatDate(from), to: formatDateTime(to) });
    if (from && to) return t('open.range', { from: formatDate(from), to: formatDate(to) });
    if (to) return t('open.until', { to: formatDate(to) });
    if (from) return kind === 'result' ? formatDate(from) : t('open.from', { from: formatDate(from) });
    return t('open.undated');
  };
  return (
    <ol className="xp-rail">
      {publicDates(edition).map((date) => {
        const round = date.round === null ? undefined : edition.rounds[date.round];
        return (
          <li
            key={date.key}
            className={`xl-${date.place}`}
            aria-current={date.place === 'now' ? 'step' : undefined}
          >
            <b>{t(`open.date.${date.kind}`, { round: round ? titleOf(round) : '' })}</b>
            <span>{when(date)}</span>
          </li>
        );
      })}
    </ol>
  );
}
