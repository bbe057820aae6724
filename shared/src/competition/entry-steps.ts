import { type Problem, problem } from '../kernel/problem.ts';
import type { TeamState } from '../teams/team.ts';
import type { CompetitionState } from './competition.ts';
import type { EntryContent, EntryEvent } from './entry.ts';
import { submissionProblems } from './entry-rules.ts';

/** What decides about a step of an entry besides its state and the viewer's rights. Instants are ISO text. */
export interface EntryStanding {
  readonly competitionState: CompetitionState;
  readonly opensAt: string | null;
  /** The greatest of the edition's deadline, its extensions, the entry's own and, when returned, the resubmission deadline. */
  readonly deadline: string | null;
  readonly teamState: TeamState;
  /** Attachments of kind PLAN. */
  readonly plans: number;
}

/** Phases in which teams still work on entries and the office screens them. */
const TAKING: readonly CompetitionState[] = ['OPEN', 'SCREENING'];

/** Why an entry may not be written at this instant: the phase, the opening, the deadline. */
export function entryWindowProblems(
  standing: Pick<EntryStanding, 'competitionState' | 'opensAt' | 'deadline'>,
  now: Date,
): Problem[] {
  const { competitionState, opensAt, deadline } = standing;
  if (!TAKING.includes(competitionState))
    return [problem('COMPETITION_STATE', [], { state: competitionState })];
  if (opensAt !== null && now < new Date(opensAt))
    return [problem('NOT_YET_OPEN', [], { opensAt: instant(opensAt) })];
  if (deadline !== null && now >= new Date(deadline))
    return [problem('DEADLINE_PASSED', [], { deadline: instant(deadline) })];
  return [];
}

/** Why a step of an entry is refused now, beyond state and rights. The same answer serves the button and the refusal. */
export function entryStepProblems(
  event: EntryEvent,
  standing: EntryStanding,
  content: () => EntryContent,
  now: Date,
): Problem[] {
  switch (event) {
    case 'submit': {
      const { teamState } = standing;
      return [
        ...entryWindowProblems(standing, now),
        ...(teamState === 'ACTIVE' ? [] : [problem('TEAM_NOT_ACTIVE', [], { state: teamState })]),
        ...submissionProblems(content(), standing.plans),
      ];
    }
    case 'accept':
    case 'return':
    case 'reject':
    case 'withdraw':
      return TAKING.includes(standing.competitionState)
        ? []
        : [problem('COMPETITION_STATE', [], { state: standing.competitionState })];
    default:
      return [];
  }
}

function instant(text: string): string {
  return new Date(text).toISOString();
}
