import { TRAINING_PERMISSIONS } from '@xinghuo/shared/competition/training';
import type { Domain } from '../../platform/domain.ts';
import { TrainingResolver } from './training.resolver.ts';
import { seedTraining } from './training-seed.ts';
import { TrainingRegistration, TrainingSession } from './training-session.entity.ts';

/** Training for those who enter projects: a part of the competition with tables of its own. */
export const training: Domain = {
  name: 'training',
  permissions: TRAINING_PERMISSIONS,
  entities: [TrainingSession, TrainingRegistration],
  resolvers: [TrainingResolver],
  loadDemonstration: seedTraining,
};
