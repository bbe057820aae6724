import {
  PARTIES,
  type Party,
  UNIT_KINDS,
  UNIT_ROLES,
  type UnitKind,
  type UnitRole,
} from '@xinghuo/shared/units/unit';
import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { graphqlEnum } from '../../platform/graphql/enums.ts';
import { DateTime } from '../../platform/graphql/scalars.ts';
import { ProblemType } from '../../platform/graphql/types.ts';
import { RegionType } from '../places/index.ts';

export const PartyEnum = graphqlEnum('Party', 'Which of the four kinds of party a unit is.', PARTIES);
export const UnitKindEnum = graphqlEnum(
  'UnitKind',
  'The kind of a unit, with the national code.',
  UNIT_KINDS,
);
export const UnitRoleEnum = graphqlEnum(
  'UnitRole',
  'What a unit is in the coordination mechanism.',
  UNIT_ROLES,
);

/** A unit. */
@ObjectType('Unit', { description: 'A member of the coordination mechanism, or a unit that hosts teams.' })
export class UnitType {
  @Field(() => ID, { description: 'Its id.' })
  id!: string;

  @Field(() => String, { description: 'The full name; no two units share one.' })
  name!: string;

  @Field(() => String, { nullable: true, description: 'Name in English.' })
  nameEn!: string | null;

  @Field(() => PartyEnum, { description: 'Kind of party.' })
  party!: Party;

  @Field(() => UnitKindEnum, { description: 'Kind of unit.' })
  kind!: UnitKind;

  @Field(() => UnitRoleEnum, { description: 'Role in the coordination mechanism.' })
  role!: UnitRole;

  @Field(() => RegionType, { description: 'Where it is.' })
  region!: RegionType;

  @Field(() => [String], { description: 'Its written duties, in order.' })
  duties!: string[];

  @Field(() => String, { nullable: true, description: 'The person to turn to.' })
  liaisonName!: string | null;

  @Field(() => Boolean, { description: 'The viewer may change everything about it.' })
  canManage!: boolean;

  @Field(() => Boolean, { description: 'The viewer may change its duties and its liaison.' })
  canUpdate!: boolean;

  @Field(() => DateTime, { description: 'Last change.' })
  updatedAt!: Date;

  @Field(() => Int, { description: 'Version for optimistic writing.' })
  version!: number;
}

/** Making a unit. */
@InputType('UnitCreateInput', { description: 'A new unit.' })
export class UnitCreateInput {
  @Field(() => String, { description: 'Full name: at most 80 characters, not yet taken.' })
  name!: string;

  @Field(() => String, { nullable: true, description: 'Name in English: at most 200 characters.' })
  nameEn?: string | null;

  @Field(() => PartyEnum, { description: 'Kind of party.' })
  party!: Party;

  @Field(() => UnitKindEnum, { description: 'Kind of unit.' })
  kind!: UnitKind;

  @Field(() => UnitRoleEnum, { description: 'Role in the coordination mechanism.' })
  role!: UnitRole;

  @Field(() => ID, { description: 'Where it is.' })
  regionId!: string;

  @Field(() => [String], { nullable: true, description: 'Written duties: at most 30 of 500 characters.' })
  duties?: string[] | null;

  @Field(() => String, { nullable: true, description: 'The person to turn to: at most 40 characters.' })
  liaisonName?: string | null;
}

/** Changing a unit. */
@InputType('UnitUpdateInput', {
  description:
    'Changes to a unit: fields left out stay as they are. A liaison may change duties and the liaison only.',
})
export class UnitUpdateInput {
  @Field(() => ID, { description: 'The unit.' })
  id!: string;

  @Field(() => Int, { description: 'The version the change is based on.' })
  version!: number;

  @Field(() => String, { nullable: true, description: 'Full name.' })
  name?: string | null;

  @Field(() => String, { nullable: true, description: 'Name in English; empty clears it.' })
  nameEn?: string | null;

  @Field(() => PartyEnum, { nullable: true, description: 'Kind of party.' })
  party?: Party | null;

  @Field(() => UnitKindEnum, { nullable: true, description: 'Kind of unit.' })
  kind?: UnitKind | null;

  @Field(() => UnitRoleEnum, { nullable: true, description: 'Role in the coordination mechanism.' })
  role?: UnitRole | null;

  @Field(() => ID, { nullable: true, description: 'Where it is.' })
  regionId?: string | null;

  @Field(() => [String], {
    nullable: true,
    description: 'All written duties, in order; replaces the present ones.',
  })
  duties?: string[] | null;

  @Field(() => String, { nullable: true, description: 'The person to turn to; empty clears it.' })
  liaisonName?: string | null;
}

/** What a step on a unit answers. */
@ObjectType('UnitPayload', { description: 'The unit after the step; null when it was refused.' })
export class UnitPayload {
  @Field(() => UnitType, { nullable: true, description: 'The unit.' })
  unit!: UnitType | null;

  @Field(() => [ProblemType], { description: 'Why it was refused; empty when it was done.' })
  problems!: ProblemType[];
}
