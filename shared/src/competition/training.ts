import { enumTable } from '../kernel/label.ts';
import type { PermissionTable } from '../kernel/permission.ts';
import { type Problem, type ProblemTable, problem } from '../kernel/problem.ts';
import { transitionTable } from '../kernel/transition.ts';

/** Whether a training session takes place. */
export const TRAINING_STATES = enumTable({
  SCHEDULED: { zh: '已安排', en: 'Scheduled' },
  CANCELLED: { zh: '已取消', en: 'Cancelled' },
});
export type TrainingState = keyof typeof TRAINING_STATES;

/** The lifecycle of a training session; that it is over follows from its time. */
export const TRAINING_LIFECYCLE = transitionTable({
  states: ['SCHEDULED', 'CANCELLED'],
  initial: 'SCHEDULED',
  events: {
    cancel: {
      zh: '取消培训',
      en: 'Cancel',
      from: ['SCHEDULED'],
      to: 'CANCELLED',
      right: 'manage',
      reason: true,
      final: true,
    },
  },
});
export type TrainingEvent = keyof typeof TRAINING_LIFECYCLE.events;

/** Limits of training: texts in characters, people by head. */
export const TRAINING_LIMITS = {
  title: 120,
  description: 4000,
  place: 200,
  lecturer: 120,
  capacity: 2000,
  attendees: 20,
  attendee: 40,
  reason: 500,
} as const;

export const TRAINING_PERMISSIONS = {
  'training.list': { zh: '查看培训', en: 'See training sessions', roles: 'everyone' },
  'training.registrations': {
    zh: '查看培训报名',
    en: 'See registrations for training',
    roles: ['TEAM_LEADER', 'UNIT_LIAISON', 'COORDINATOR', 'AUDITOR'],
  },
  'training.manage': { zh: '安排培训', en: 'Arrange training', roles: ['COORDINATOR'] },
  'training.register': {
    zh: '报名培训',
    en: 'Register for training',
    roles: ['TEAM_LEADER', 'UNIT_LIAISON', 'COORDINATOR'],
  },
} as const satisfies PermissionTable;

/** Refusals of training. */
export const TRAINING_PROBLEMS = {
  TRAINING_STARTED: 'The session has begun: registrations no longer change. params: startsAt (instant).',
  TRAINING_NOT_STARTED: 'Attendance is recorded once the session has begun. params: startsAt (instant).',
  TRAINING_FULL: 'There are not enough free places. params: free.',
  TRAINING_CANCELLED: 'The session has been cancelled.',
  NOT_REGISTERED: 'The person is not among those who were registered.',
} as const satisfies ProblemTable;

/** What of a session decides whether registrations may change. */
export interface TrainingStanding {
  readonly state: TrainingState;
  readonly startsAt: Date;
}

/** Why registrations of a session cannot change now; empty when they can. */
export function registrationProblems(session: TrainingStanding, now: Date): readonly Problem[] {
  if (session.state === 'CANCELLED') return [problem('TRAINING_CANCELLED')];
  return now >= session.startsAt
    ? [problem('TRAINING_STARTED', [], { startsAt: session.startsAt.toISOString() })]
    : [];
}

/** What is wrong with the people a team sends: none, too many, unnamed, named twice. */
export function attendeeProblems(attendees: readonly string[]): readonly Problem[] {
  if (attendees.length === 0) return [problem('REQUIRED', 'attendees')];
  if (attendees.length > TRAINING_LIMITS.attendees)
    return [problem('TOO_MANY', 'attendees', { max: TRAINING_LIMITS.attendees })];
  return attendees.flatMap((name, index) => {
    const path = `attendees.${index}`;
    const length = [...name.trim()].length;
    if (length === 0) return [problem('REQUIRED', path)];
    if (length > TRAINING_LIMITS.attendee)
      return [problem('TOO_LONG', path, { max: TRAINING_LIMITS.attendee, length })];
    return attendees.findIndex((other) => other.trim() === name.trim()) < index
      ? [problem('DUPLICATE', path)]
      : [];
  });
}
