/** What can be imported: the right it asks for, and the list it fills. */
export const IMPORT_KINDS = {
  units: { permission: 'unit.import', list: '/units' },
  teams: { permission: 'team.import', list: '/teams' },
  entries: { permission: 'entry.screen', list: '/entries' },
  judges: { permission: 'judge.manage', list: '/judges' },
  accounts: { permission: 'account.import', list: '/accounts' },
} as const;
export type ImportKindName = keyof typeof IMPORT_KINDS;

/** Whether the last part of an address names a kind of import. */
export function isImportKind(kind: string): kind is ImportKindName {
  return Object.hasOwn(IMPORT_KINDS, kind);
}

/** All kinds, in the order in which they build on each other. */
export const IMPORT_KIND_NAMES: readonly ImportKindName[] = Object.keys(IMPORT_KINDS).filter(isImportKind);
