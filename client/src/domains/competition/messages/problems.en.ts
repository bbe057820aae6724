import { COMPETITION_STATES, ROUND_STATES } from '@xinghuo/shared/competition/competition';
import { TEAM_STATES } from '@xinghuo/shared/teams/team';
import type { Translation } from '#client/ui/core/messages-type.ts';
import type { problems as problemsZh, terms as termsZh } from './problems.zh-CN.ts';
import { wordsOf } from './words-of.ts';

/** A sentence for every refusal of the competition and of training. */
export const problems: Translation<typeof problemsZh> = {
  DEADLINE_PASSED: 'The deadline was {{deadline}}.',
  DEADLINE_AHEAD: 'This step waits for the deadline, {{until}}.',
  DEADLINE_NOT_LATER: 'An extension must end after the present deadline, {{deadline}}.',
  NOT_YET_OPEN: 'Entries are taken from {{opensAt}} on.',
  COMPETITION_STATE: 'Not possible in the present phase, “{{state, competitionState}}”.',
  DATES_MISSING: 'Fill in “{{field, date}}” first.',
  CATEGORIES_MISSING: 'This edition has no categories yet.',
  ROUNDS_MISSING: 'There is no round that could begin.',
  CRITERIA_MISSING: '“{{round}}” has no criteria yet.',
  RUBRIC_FROZEN: 'Judges have submitted sheets: criteria and weights no longer change.',
  ROUND_STARTED: 'The round is at “{{state, roundState}}” and no longer changes.',
  ENTRIES_EXIST: 'Entries exist already: {{count}}.',
  ENTRIES_UNSCREENED: 'Entries still waiting for screening: {{count}}.',
  ENTRIES_UNDECIDED: 'Entries neither advanced nor eliminated yet: {{count}}.',
  ENTRIES_MISSING: 'No entry can go on to this step.',
  ROUND_NOT_LOCKED: '“{{round}}” is not locked yet.',
  PLAN_MISSING: 'Please attach a project plan.',
  TEAM_NOT_ACTIVE: 'Only an active team may enter; this one is at “{{state, teamState}}”.',
  ENTRY_NOT_EDITABLE: 'An entry changes only as a draft or after it was returned.',
  STEP_INVALID: 'The step {{step}} does not divide the highest mark, {{max}}.',
  BANDS_INVALID: 'Bands must rise without overlapping, all between 0 and {{max}}.',
  TRAINING_STARTED: 'The session began at {{startsAt}}: registrations no longer change.',
  TRAINING_NOT_STARTED: 'Attendance is recorded once the session has begun, at {{startsAt}}.',
  TRAINING_FULL: 'Not enough places: {{free}} left.',
  TRAINING_CANCELLED: 'The session has been cancelled.',
  NOT_REGISTERED: 'This person is not among those registered.',
};

/** What a value inside a sentence is called. */
export const terms: Translation<typeof termsZh> = {
  competitionState: wordsOf(COMPETITION_STATES, 'en'),
  roundState: wordsOf(ROUND_STATES, 'en'),
  teamState: wordsOf(TEAM_STATES, 'en'),
  date: {
    entriesOpenAt: 'entries open',
    entriesCloseAt: 'entries close',
    screeningCloseAt: 'screening ends',
    'rounds.*.opensAt': 'round {{n}} opens',
    'rounds.*.closesAt': 'round {{n}} closes',
    opensAt: 'marking opens',
    closesAt: 'marking closes',
    publicityStartsAt: 'public notice begins',
    publicityEndsAt: 'public notice ends',
    startsAt: 'start',
    endsAt: 'end',
  },
};
