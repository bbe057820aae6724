import type { Label } from './label.ts';
import type { Role } from './role.ts';

/** Who may try an operation at all; the row policies then decide on which rows. */
export interface Permission extends Label {
  readonly roles: readonly Role[] | 'everyone' | 'signed-in';
}

/** The permissions one domain brings, by name. */
export type PermissionTable = Readonly<Record<string, Permission>>;
