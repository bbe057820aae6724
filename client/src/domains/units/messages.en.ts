import type { Translation } from '#client/ui/core/messages-type.ts';
import type zh from './messages.zh-CN.ts';

/** The same in English. */
const en: Translation<typeof zh> = {
  title: 'Units',
  hint: 'Members of the coordination mechanism, and the units that host volunteer teams.',
  field: {
    name: 'Name',
    nameEn: 'English name',
    party: 'Kind of party',
    kind: 'Kind of unit',
    role: 'Role',
    region: 'Region',
    duties: 'Duties',
    liaison: 'Liaison',
    updatedAt: 'Last change',
  },
  search: 'Search by name',
  create: 'Register a unit',
  import: 'Import units',
  edit: 'Edit',
  empty: 'No unit is registered yet',
  emptyHint: 'Once registered, a unit has written duties and a liaison, and teams can belong to it.',
  dutyCount_one: '{{count}} duty',
  dutyCount_other: '{{count}} duties',
  tab: { duties: 'Duties', teams: 'Teams', history: 'History' },
  noDuties: 'No duties are written down yet',
  noDutiesHint: 'Duties are listed one by one; they say what the unit answers for.',
  writeDuties: 'Write down duties',
  form: {
    createTitle: 'Register a unit',
    editTitle: 'Edit the unit',
    createSubmit: 'Register the unit',
    editSubmit: 'Save changes',
    addDuty: 'Add a duty',
    removeDuty: 'Remove duty {{number}}',
    moveUp: 'Move duty {{number}} up',
    duty: 'Duty {{number}}',
    created: '“{{name}}” is registered',
    saved: '“{{name}}” is saved',
    limited:
      'You can change the duties and the liaison of your unit. For anything else, please ask a coordinator.',
    regionHint: 'Type a name or a statistical code',
  },
  teamsEmpty: 'No team belongs to this unit yet',
  teamsHint: 'Teams appear here once this unit is chosen on their page.',
  team: { number: 'Number', name: 'Name', state: 'State', members: 'Members' },
};

export default en;
