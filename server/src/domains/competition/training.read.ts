import {
  registrationProblems,
  TRAINING_LIFECYCLE,
  type TrainingState,
} from '@xinghuo/shared/competition/training';
import { sql } from 'kysely';
import { transitionsField } from '../../platform/lifecycle/lifecycle.ts';
import { computed, defineRead, expression, many } from '../../platform/read/define-read.ts';
import { trainingRegistrationAccess, trainingSessionAccess } from './training.access.ts';
import { TrainingRegistration, TrainingSession } from './training-session.entity.ts';

/** How a registration is read. */
export const trainingRegistrationRead = defineRead({
  type: 'TrainingRegistration',
  entity: TrainingRegistration,
  access: trainingRegistrationAccess,
  fields: {
    attendeeCount: expression((row) => sql`cardinality(${row.col('attendees')})`),
    presentCount: expression((row) => sql`cardinality(${row.col('present')})`),
  },
});

/** How a session is read. */
export const trainingSessionRead = defineRead({
  type: 'TrainingSession',
  entity: TrainingSession,
  access: trainingSessionAccess,
  fields: {
    registrationOpen: computed(['state', 'startsAt'], (row, { now }) => {
      const session = {
        state: row.get<TrainingState>('state'),
        startsAt: new Date(row.get<string>('startsAt')),
      };
      return registrationProblems(session, now).length === 0;
    }),
    registrations: many(() => trainingRegistrationRead, {
      on: (session, registration) =>
        sql<boolean>`${registration.col('session')} = ${session.id} and ${registration.col('cancelledAt')} is null`,
      order: (registration) => sql`${registration.col('createdAt')}, ${registration.id}`,
      limit: 500,
    }),
    availableTransitions: transitionsField(TRAINING_LIFECYCLE),
  },
});
