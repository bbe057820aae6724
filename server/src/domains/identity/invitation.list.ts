import type { InvitationState } from '@xinghuo/shared/identity/invitation';
import type { Role } from '@xinghuo/shared/kernel/role';
import { sql } from 'kysely';
import { Field, InputType } from 'type-graphql';
import { isIn } from '../../platform/access/condition.ts';
import {
  connectionOf,
  DateTimeFilter,
  enumFilterOf,
  IdFilter,
  sortOf,
} from '../../platform/graphql/types.ts';
import { defineList, type SortField } from '../../platform/read/define-list.ts';
import { range, search } from '../../platform/read/filters.ts';
import { RoleFilter } from './account.list.ts';
import { invitationEmail, invitationRead, stateOfInvitation } from './invitation.read.ts';
import { InvitationStateEnum, InvitationType } from './invitation.types.ts';

const InvitationStateFilter = enumFilterOf('InvitationState', InvitationStateEnum);

/** How invitations may be narrowed. */
@InputType('InvitationFilter', {
  description: 'Narrows a list of invitations; all that is given must be met.',
})
export class InvitationFilter {
  @Field(() => String, { nullable: true, description: 'Words that must occur in the name or the address.' })
  search?: string | null;

  @Field(() => InvitationStateFilter, { nullable: true, description: 'Where it stands now.' })
  state?: { eq?: InvitationState | null; in?: InvitationState[] | null } | null;

  @Field(() => RoleFilter, { nullable: true, description: 'Offers one of these roles.' })
  role?: { eq?: Role | null; in?: Role[] | null } | null;

  @Field(() => IdFilter, {
    nullable: true,
    description: 'Offers a role limited to this region, unit, team or competition.',
  })
  scopeId?: { eq?: string | null; in?: string[] | null } | null;

  @Field(() => DateTimeFilter, { nullable: true, description: 'Until when its link works.' })
  expiresAt?: { gte?: Date | null; lt?: Date | null } | null;
}

const sort = {
  CREATED_AT: { by: (row) => row.col('createdAt'), type: 'timestamptz' },
  EXPIRES_AT: { by: (row) => row.col('expiresAt'), type: 'timestamptz' },
  NAME: { by: (row) => row.col('name'), type: 'text' },
} as const satisfies Readonly<Record<string, SortField>>;
export type InvitationSortField = keyof typeof sort;

export const InvitationSort = sortOf('Invitation', sort);
export const InvitationConnection = connectionOf(InvitationType, 'Invitation');

const given = <T>(value: { eq?: T | null; in?: T[] | null }): readonly T[] =>
  value.in ?? (value.eq === undefined || value.eq === null ? [] : [value.eq]);

/** The list of invitations; links for a password are no invitations. */
export const invitationList = defineList<InvitationFilter, InvitationSortField>({
  read: invitationRead,
  only: (_viewer, row) => sql<boolean>`${row.col('kind')} = 'INVITATION'`,
  filter: {
    search: search('name', invitationEmail),
    state: (row, value, { now }) => isIn(stateOfInvitation(row, now), given(value)),
    expiresAt: range('expiresAt'),
    role: (row, value) =>
      sql<boolean>`exists (select 1 from invitation_grant o where o.invitation_id = ${row.id} and ${isIn(sql`o.role`, given(value))})`,
    scopeId: (row, value) =>
      sql<boolean>`exists (select 1 from invitation_grant o where o.invitation_id = ${row.id} and ${isIn(sql`o.scope_id`, given(value))})`,
  },
  sort,
  defaultSort: [{ field: 'CREATED_AT', direction: 'DESC' }],
});
