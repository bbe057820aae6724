import type { GraphQLResolveInfo } from 'graphql';
import { sql } from 'kysely';
import { Arg, Ctx, ID, Info, Mutation, Query, Resolver } from 'type-graphql';
import { Allow } from '../../platform/access/operation.ts';
import type { Payload, RequestContext } from '../../platform/http/request-context.ts';
import type { Presented } from '../../platform/read/present.ts';
import { removeAnchor, setAnchor } from './change-anchors.ts';
import { removePractice, setPractice, submitPractice } from './change-practice.ts';
import { practiceRead } from './practice.read.ts';
import {
  AnchorPayload,
  AnchorRemoveInput,
  AnchorSetInput,
  PracticePayload,
  PracticeRemoveInput,
  PracticeSetInput,
  PracticeSubmitInput,
  PracticeType,
} from './practice.types.ts';

/** Practice before the first real entry, and anchors among the real ones. */
@Resolver()
export class PracticeResolver {
  @Allow('practice.list')
  @Query(() => [PracticeType], {
    description:
      'Practice entries of a round by category: all for the office and auditors, those of the own categories for a judge. At most 200.',
  })
  practices(
    @Arg('roundId', () => ID) roundId: string,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Presented[]> {
    return context.many(info, practiceRead, {
      where: (row) => sql<boolean>`${row.col('round')} = ${roundId}`,
      order: (row) =>
        sql`(select placed.position from category placed where placed.id = ${row.col('category')}), ${row.col('position')}, ${row.id}`,
      limit: 200,
    });
  }

  @Allow('practice.list')
  @Query(() => PracticeType, { nullable: true, description: 'One practice entry.' })
  practice(
    @Arg('id', () => ID) id: string,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Presented | null> {
    return context.byId(info, practiceRead, id);
  }

  @Allow('practice.manage')
  @Mutation(() => PracticePayload, {
    description:
      'Makes an entry or an exemplary project a practice entry of a category, or sets its agreed marks anew while nobody has done it.',
  })
  practiceSet(
    @Arg('input', () => PracticeSetInput) input: PracticeSetInput,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Payload> {
    return context.write(info, setPractice, input);
  }

  @Allow('practice.manage')
  @Mutation(() => PracticePayload, { description: 'Takes a practice entry away that nobody has done.' })
  practiceRemove(
    @Arg('input', () => PracticeRemoveInput) input: PracticeRemoveInput,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Payload> {
    return context.write(info, removePractice, input);
  }

  @Allow('practice.do')
  @Mutation(() => PracticePayload, {
    description: 'A judge does a practice entry, once, and sees the agreed marks from then on.',
  })
  practiceSubmit(
    @Arg('input', () => PracticeSubmitInput) input: PracticeSubmitInput,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Payload> {
    return context.write(info, submitPractice, input);
  }

  @Allow('assignment.manage')
  @Mutation(() => AnchorPayload, {
    description: 'Makes an entry an anchor that many judges mark; the next plan gives it its judges.',
  })
  anchorSet(
    @Arg('input', () => AnchorSetInput) input: AnchorSetInput,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Payload> {
    return context.write(info, setAnchor, input);
  }

  @Allow('assignment.manage')
  @Mutation(() => AnchorPayload, { description: 'The entry is an ordinary one again; its sheets stay.' })
  anchorRemove(
    @Arg('input', () => AnchorRemoveInput) input: AnchorRemoveInput,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Payload> {
    return context.write(info, removeAnchor, input);
  }
}
