import { defineEntity, p } from '@mikro-orm/core';
import { TRAINING_STATES, type TrainingState } from '@xinghuo/shared/competition/training';
import { valuesOf } from '@xinghuo/shared/kernel/label';
import { editable } from '../../platform/entity/base.ts';
import { Team } from '../teams/index.ts';
import { Competition } from './competition.entity.ts';

const TrainingSessionSchema = defineEntity({
  name: 'TrainingSession',
  tableName: 'training_session',
  properties: {
    ...editable,
    competition: () => p.manyToOne(Competition).ref(),
    title: p.text(),
    titleEn: p.text().default(''),
    description: p.text().default(''),
    descriptionEn: p.text().default(''),
    startsAt: p.datetime(),
    endsAt: p.datetime(),
    place: p.text(),
    placeEn: p.text().default(''),
    lecturer: p.text(),
    /** People there is room for. */
    capacity: p.integer(),
    /** People registered; kept with every registration, so that the room is never overbooked. */
    registeredCount: p.integer().default(0),
    state: p.enum(valuesOf(TRAINING_STATES)).$type<TrainingState>().default('SCHEDULED'),
    cancelReason: p.text().nullable(),
  },
  indexes: [{ properties: ['competition', 'startsAt'] }],
  checks: [
    { name: 'training_session_period', expression: 'ends_at > starts_at' },
    { name: 'training_session_room', expression: 'registered_count between 0 and capacity' },
  ],
});

/** A training session for those who enter projects. */
export class TrainingSession extends TrainingSessionSchema.class {}
TrainingSessionSchema.setClass(TrainingSession);

const TrainingRegistrationSchema = defineEntity({
  name: 'TrainingRegistration',
  tableName: 'training_registration',
  properties: {
    ...editable,
    session: () => p.manyToOne(TrainingSession).ref(),
    team: () => p.manyToOne(Team).ref().index(),
    /** Names of the people the team sends. */
    attendees: p.array<string>().columnType('text[]'),
    /** Those of them who came; null until attendance is recorded. */
    present: p.array<string>().columnType('text[]').nullable(),
    cancelledAt: p.datetime().nullable(),
  },
  uniques: [
    {
      name: 'training_registration_once',
      expression:
        'create unique index training_registration_once on training_registration (session_id, team_id) where cancelled_at is null',
    },
  ],
  checks: [
    {
      name: 'training_registration_present',
      expression: 'cardinality(attendees) > 0 and (present is null or present <@ attendees)',
    },
  ],
});

/** The people a team sends to a session. */
export class TrainingRegistration extends TrainingRegistrationSchema.class {}
TrainingRegistrationSchema.setClass(TrainingRegistration);
