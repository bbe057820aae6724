import { COMPETITION_STATES, type CompetitionState } from '@xinghuo/shared/competition/competition';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { formatDate } from '#client/ui/core/format.ts';
import { useLabel } from '#client/ui/core/language.ts';
import { type EditionDates, type EditionPhase, phasesOf } from '../edition-phases.ts';
import { useEditionTitle } from './edition-gate.tsx';

/** The phases of an edition from left to right, the present one marked, each with its dates. */
export function PhaseRail(props: {
  competition: EditionDates & {
    readonly state: CompetitionState;
    readonly publishedAt: string | null;
    /** The closing of entries with the extensions granted to all. */
    readonly entriesDeadline: string | null;
    readonly currentRound: { readonly title: string; readonly titleEn: string } | null;
  };
}): ReactNode {
  const { t } = useTranslation('competition');
  const label = useLabel();
  const titleOf = useEditionTitle();
  const { entriesDeadline } = props.competition;
  const competition = {
    ...props.competition,
    entriesCloseAt: entriesDeadline ?? props.competition.entriesCloseAt,
  };
  const round = competition.currentRound;
  const dates = ({ state, from, to }: EditionPhase): string => {
    if (state === 'DELIBERATION') return t('home.phaseDate.DELIBERATION');
    const shown = state === 'SCREENING' ? to : from;
    return shown ? t(`home.phaseDate.${state}`, { from: formatDate(from), to: formatDate(to) }) : '';
  };
  return (
    <ol className="xc-rail" aria-label={t('home.phases')}>
      {phasesOf(competition).map((phase) => {
        const { state, place } = phase;
        const name = label(COMPETITION_STATES[state]);
        return (
          <li key={state} className={`xc-phase-${place}`} aria-current={place === 'now' ? 'step' : undefined}>
            <span className="xc-phase-name">
              {place === 'now' && round && state === 'REVIEW'
                ? t('home.currentRound', { phase: name, round: titleOf(round) })
                : name}
            </span>
            <span className="xh-unseen">{t(`home.${place === 'past' ? 'done' : place}`)}</span>
            <span className="xc-phase-date">{dates(phase)}</span>
          </li>
        );
      })}
    </ol>
  );
}
