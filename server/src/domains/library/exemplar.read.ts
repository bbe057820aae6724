import { defineRead } from '../../platform/read/define-read.ts';
import { exemplarAccess } from './exemplar.access.ts';
import { ExemplarProject } from './exemplar.entity.ts';

/** How an exemplary project is read. */
export const exemplarRead = defineRead({
  type: 'ExemplarProject',
  entity: ExemplarProject,
  access: exemplarAccess,
});
