import { Field, ID, Int, ObjectType } from 'type-graphql';
import { DateTime, Json } from '../../platform/graphql/scalars.ts';

/** A link of the chain. */
@ObjectType('AuditSeal', { description: 'The place of an event in the hash chain.' })
export class AuditSealType {
  @Field(() => Int, { description: 'Its place, counted from 1.' })
  position!: number;

  @Field(() => String, {
    description: 'SHA-256 over the hash before it and every field of the event, in hexadecimal.',
  })
  hash!: string;
}

/** One audited step. */
@ObjectType('AuditEvent', {
  description: 'Who did what, when, to what and why: written with every step, changed by none.',
})
export class AuditEventType {
  @Field(() => ID, { description: 'Its id.' })
  id!: string;

  @Field(() => DateTime, { description: 'When.' })
  at!: Date;

  @Field(() => ID, {
    nullable: true,
    description: 'Whose account; null for a visitor and for the product itself.',
  })
  accountId!: string | null;

  @Field(() => String, {
    description: 'Name of the person at the time; `system` or `visitor` without an account.',
  })
  actor!: string;

  @Field(() => String, { description: 'How they came: `session`, `token`, `anonymous` or `system`.' })
  via!: string;

  @Field(() => String, { description: 'The step: the name of its mutation, or of a step of the product.' })
  operation!: string;

  @Field(() => String, { nullable: true, description: 'Type of the object it was about.' })
  subjectType!: string | null;

  @Field(() => ID, { nullable: true, description: 'Its id.' })
  subjectId!: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      'Its present name or title, where it has one: whose account somebody tried to sign in to, for example.',
  })
  subjectName!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Its present English name or title, where it has one.',
  })
  subjectNameEn!: string | null;

  @Field(() => String, { nullable: true, description: 'Why, as the person said it.' })
  reason!: string | null;

  @Field(() => String, { nullable: true, description: 'The request it came with.' })
  requestId!: string | null;

  @Field(() => Json, {
    description:
      'What changed: a list of `{ type, id, kind, before, after }` with `kind` create, update or delete. Secrets and addresses stand there as `***`, long texts cut.',
  })
  changes!: unknown;

  @Field(() => Int, {
    nullable: true,
    description: 'Its place in the hash chain; null for some moments after the step.',
  })
  sealPosition!: number | null;

  @Field(() => String, {
    nullable: true,
    description: 'SHA-256 over the hash before it and every field of the event, in hexadecimal.',
  })
  sealHash!: string | null;
}

/** One step in the history of an object. */
@ObjectType('HistoryEvent', { description: 'A step that was taken on one object.' })
export class HistoryEventType {
  @Field(() => ID, { description: 'Its id.' })
  id!: string;

  @Field(() => DateTime, { description: 'When.' })
  at!: Date;

  @Field(() => String, { description: 'Name of the person at the time.' })
  actor!: string;

  @Field(() => String, { description: 'The step.' })
  operation!: string;

  @Field(() => String, { nullable: true, description: 'Why, as the person said it.' })
  reason!: string | null;

  @Field(() => Json, {
    description:
      'What changed, as in `AuditEvent.changes`; those who do not run the whole city see the object itself only.',
  })
  changes!: unknown;
}

/** What a check of the chain found. */
@ObjectType('AuditChain', {
  description:
    'One stretch of the hash chain, recomputed. A long log is checked in stretches: ask again from `to` until `complete`.',
})
export class AuditChainType {
  @Field(() => Int, { description: 'Links in the whole chain.' })
  links!: number;

  @Field(() => Int, {
    description: 'The position behind which this stretch begins; its link is taken as it stands.',
  })
  from!: number;

  @Field(() => Int, { description: 'The last position that was recomputed and found right.' })
  to!: number;

  @Field(() => Boolean, { description: 'The end of the chain was reached without a fault.' })
  complete!: boolean;

  @Field(() => Int, {
    nullable: true,
    description: 'The first position that is wrong; null when none was found.',
  })
  brokenAt!: number | null;

  @Field(() => AuditSealType, {
    nullable: true,
    description: 'The last link: noted elsewhere, it shows even a chain that was rewritten as a whole.',
  })
  head!: AuditSealType | null;

  @Field(() => Int, { description: 'Events that are not in the chain yet; 10,000 means that many or more.' })
  unsealed!: number;
}
