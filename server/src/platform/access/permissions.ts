import type { PermissionTable } from '@xinghuo/shared/kernel/permission';
import type { Role } from '@xinghuo/shared/kernel/role';

/** All permissions of the product, and what a set of roles may do. */
export class Permissions {
  readonly all: PermissionTable;

  constructor(tables: readonly PermissionTable[]) {
    const all: Record<string, PermissionTable[string]> = {};
    for (const table of tables) {
      for (const [name, permission] of Object.entries(table)) {
        if (all[name]) throw new Error(`permission ${name} is declared twice`);
        all[name] = permission;
      }
    }
    this.all = all;
  }

  /** The permissions of the roles, narrowed to a token's scopes where there are any. */
  of(roles: readonly Role[], signedIn: boolean, scopes?: readonly string[]): ReadonlySet<string> {
    const names = Object.entries(this.all)
      .filter(
        ([, { roles: allowed }]) =>
          allowed === 'everyone' ||
          (allowed === 'signed-in' ? signedIn : roles.some((role) => allowed.includes(role))),
      )
      .map(([name]) => name);
    return new Set(scopes ? names.filter((name) => scopes.includes(name)) : names);
  }
}
