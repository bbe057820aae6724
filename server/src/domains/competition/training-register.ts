import { attendeeProblems, registrationProblems } from '@xinghuo/shared/competition/training';
import { problem } from '@xinghuo/shared/kernel/problem';
import { sql } from 'kysely';
import type { Tx } from '../../platform/write/tx.ts';
import { useCase } from '../../platform/write/use-case.ts';
import { Team, teamAccess } from '../teams/index.ts';
import { trainingRegistrationAccess, trainingSessionAccess } from './training.access.ts';
import { TrainingRegistration, TrainingSession } from './training-session.entity.ts';

interface RegisterInput {
  readonly sessionId: string;
  readonly teamId: string;
  readonly attendees: readonly string[];
}

/** Registers the people a team sends, or replaces them. The session's row is held, so the room is never overbooked. */
export const registerForTraining = useCase('trainingRegister', async (tx, input: RegisterInput) => {
  const session = await tx.get(TrainingSession, trainingSessionAccess, input.sessionId, {
    path: 'sessionId',
  });
  const team = await tx.get(Team, teamAccess, input.teamId, {
    right: 'update',
    lock: 'share',
    path: 'teamId',
  });
  tx.note(...registrationProblems(session, tx.now), ...attendeeProblems(input.attendees));
  if (team.state !== 'ACTIVE') tx.note(problem('TEAM_NOT_ACTIVE', 'teamId', { state: team.state }));
  tx.settle();
  const attendees = input.attendees.map((name) => name.trim());
  const present = await tx.em.findOne(TrainingRegistration, {
    session: session.id,
    team: team.id,
    cancelledAt: null,
  });
  const others = session.registeredCount - (present?.attendees.length ?? 0);
  const free = session.capacity - others;
  if (attendees.length > free) tx.refuse(problem('TRAINING_FULL', 'attendees', { free }));
  if (present) present.attendees = attendees;
  else tx.em.create(TrainingRegistration, { session, team, attendees });
  session.registeredCount = others + attendees.length;
  return { trainingSession: session.id };
});

/** A registration that stands, with its session held: the session first, as registering does, so that none waits for another. */
async function standing(
  tx: Tx,
  id: string,
  path: string,
  right: string,
): Promise<{ session: TrainingSession; registration: TrainingRegistration }> {
  const [found] = await tx.query<{ session_id: string }>(
    sql`select session_id from training_registration where id = ${id} and cancelled_at is null`,
  );
  if (!found) return tx.refuse(problem('NOT_FOUND', path));
  const session = await tx.get(TrainingSession, trainingSessionAccess, found.session_id, { path });
  const registration = await tx.get(TrainingRegistration, trainingRegistrationAccess, id, { right, path });
  if (registration.cancelledAt !== null) return tx.refuse(problem('NOT_FOUND', path));
  return { session, registration };
}

/** Withdraws a registration before the session begins. */
export const cancelTrainingRegistration = useCase(
  'trainingRegistrationCancel',
  async (tx, input: { readonly id: string }) => {
    const { session, registration } = await standing(tx, input.id, 'id', 'change');
    tx.note(...registrationProblems(session, tx.now));
    tx.settle();
    registration.cancelledAt = tx.now;
    session.registeredCount -= registration.attendees.length;
    return { trainingSession: session.id };
  },
);

interface AttendanceInput {
  readonly registrationId: string;
  readonly present: readonly string[];
}

/** Records who came, once the session has begun. */
export const setTrainingAttendance = useCase('trainingAttendanceSet', async (tx, input: AttendanceInput) => {
  const { session, registration } = await standing(
    tx,
    input.registrationId,
    'registrationId',
    'recordAttendance',
  );
  if (session.state === 'CANCELLED') tx.note(problem('TRAINING_CANCELLED'));
  if (tx.now < session.startsAt)
    tx.note(problem('TRAINING_NOT_STARTED', [], { startsAt: session.startsAt.toISOString() }));
  const present = input.present.map((name) => name.trim());
  present.forEach((name, index) => {
    if (!registration.attendees.includes(name)) tx.note(problem('NOT_REGISTERED', `present.${index}`));
    else if (present.indexOf(name) < index) tx.note(problem('DUPLICATE', `present.${index}`));
  });
  tx.settle();
  registration.present = present;
  return { trainingSession: session.id };
});
