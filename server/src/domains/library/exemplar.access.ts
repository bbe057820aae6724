import { defineAccess } from '../../platform/access/access.ts';
import { holdsCitywide } from '../../platform/access/viewer.ts';

/** Exemplary projects are public; the city's coordinators look after what is said about them. */
export const exemplarAccess = defineAccess({
  subject: 'ExemplarProject',
  read: () => true,
  actions: { manage: (viewer) => holdsCitywide(viewer, 'COORDINATOR') },
});
