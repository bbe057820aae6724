import { LIBRARY_PERMISSIONS } from '@xinghuo/shared/library/permissions';
import type { Domain } from '../../platform/domain.ts';
import { ExemplarProject } from './exemplar.entity.ts';
import { ExemplarResolver } from './exemplar.resolver.ts';
import './exemplar-export.ts';
import { loadExemplars } from './load-exemplars.ts';

export { exemplarAccess } from './exemplar.access.ts';
export { ExemplarProject } from './exemplar.entity.ts';
export { ExemplarProjectType } from './exemplar.types.ts';

/** Exemplary projects to learn from. */
export const library: Domain = {
  name: 'library',
  permissions: LIBRARY_PERMISSIONS,
  entities: [ExemplarProject],
  resolvers: [ExemplarResolver],
  loadReference: loadExemplars,
};
