import { API_TOKEN_STATES, type ApiTokenState } from '@xinghuo/shared/identity/api-token';
import { Field, ID, InputType, ObjectType } from 'type-graphql';
import { graphqlEnum } from '../../platform/graphql/enums.ts';
import { DateTime } from '../../platform/graphql/scalars.ts';
import { ProblemType } from '../../platform/graphql/types.ts';

export const ApiTokenStateEnum = graphqlEnum(
  'ApiTokenState',
  'Whether an API token works.',
  API_TOKEN_STATES,
);

/** A key of another system. */
@ObjectType('ApiToken', { description: 'A key that another system calls the endpoint with, as its account.' })
export class ApiTokenType {
  @Field(() => ID, { description: 'Its id.' })
  id!: string;

  @Field(() => String, { description: 'What it is for.' })
  name!: string;

  @Field(() => String, { description: 'The last four characters of the secret.' })
  hint!: string;

  @Field(() => [String], {
    description: 'Permissions it is limited to; what its account no longer holds does not count.',
  })
  scopes!: string[];

  @Field(() => ApiTokenStateEnum, { description: 'Whether it works now.' })
  state!: ApiTokenState;

  @Field(() => ID, { description: 'The account it acts for.' })
  accountId!: string;

  @Field(() => String, { description: 'Name of the account.' })
  accountName!: string;

  @Field(() => DateTime, { description: 'When it was made.' })
  createdAt!: Date;

  @Field(() => DateTime, { description: 'Until when it works.' })
  expiresAt!: Date;

  @Field(() => DateTime, { nullable: true, description: 'When it was ended.' })
  revokedAt!: Date | null;

  @Field(() => DateTime, { nullable: true, description: 'Last use, to the minute.' })
  lastUsedAt!: Date | null;

  @Field(() => Boolean, { description: 'Whether the viewer may end it.' })
  canRevoke!: boolean;
}

/** Making a token. */
@InputType('ApiTokenCreateInput', { description: 'A token for the own account.' })
export class ApiTokenCreateInput {
  @Field(() => String, { description: 'What it is for, at most 60 characters.' })
  name!: string;

  @Field(() => [String], { description: 'Names of permissions the viewer holds; see `permissions`.' })
  scopes!: string[];

  @Field(() => DateTime, { description: 'Until when it works: at most 365 days from now.' })
  expiresAt!: Date;
}

/** Ending a token. */
@InputType('ApiTokenRevokeInput', { description: 'Which token ends.' })
export class ApiTokenRevokeInput {
  @Field(() => ID, { description: 'The token.' })
  id!: string;

  @Field(() => String, { nullable: true, description: 'Why, for the record.' })
  reason?: string | null;
}

/** What a step on a token answers. */
@ObjectType('ApiTokenPayload', { description: 'The token after the step; null when it was refused.' })
export class ApiTokenPayload {
  @Field(() => ApiTokenType, { nullable: true, description: 'The token.' })
  apiToken!: ApiTokenType | null;

  @Field(() => String, {
    nullable: true,
    description: 'The secret, told once: send it as `Authorization: Bearer …`.',
  })
  secret!: string | null;

  @Field(() => [ProblemType], { description: 'Why it was refused; empty when it was done.' })
  problems!: ProblemType[];
}

/** A permission of the product. */
@ObjectType('Permission', {
  description: 'Something an account may be allowed to do: the scopes of API tokens.',
})
export class PermissionType {
  @Field(() => String, { description: 'Its name.' })
  name!: string;

  @Field(() => String, { description: 'What it allows, in Chinese.' })
  zh!: string;

  @Field(() => String, { description: 'What it allows, in English.' })
  en!: string;

  @Field(() => Boolean, { description: 'Whether the viewer holds it.' })
  held!: boolean;
}
