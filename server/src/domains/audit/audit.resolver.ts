import type { GraphQLResolveInfo } from 'graphql';
import { sql } from 'kysely';
import { Arg, Args, Ctx, ID, Info, Int, Query, Resolver } from 'type-graphql';
import { Allow } from '../../platform/access/operation.ts';
import { badInput, notFound } from '../../platform/graphql/errors.ts';
import { PageArgs } from '../../platform/graphql/page-args.ts';
import type { RequestContext } from '../../platform/http/request-context.ts';
import { declaredReads } from '../../platform/read/define-read.ts';
import { fixedSelection } from '../../platform/read/fixed-selection.ts';
import type { Presented } from '../../platform/read/present.ts';
import type { ConnectionValue, SortBy } from '../../platform/read/reader.ts';
import {
  AuditEventConnection,
  AuditEventFilter,
  AuditEventSort,
  type AuditEventSortField,
  auditEventList,
} from './audit.list.ts';
import { auditSealRead, historyEventRead } from './audit.read.ts';
import { AuditChainType, HistoryEventType } from './audit.types.ts';
import { checkChain } from './check-chain.ts';

const ANY = fixedSelection('id');

/** The audit log. */
@Resolver()
export class AuditResolver {
  @Allow('audit.list')
  @Query(() => AuditEventConnection, { description: 'The audit log, the latest first.' })
  auditEvents(
    @Args(() => PageArgs) page: PageArgs,
    @Arg('filter', () => AuditEventFilter, { nullable: true }) filter: AuditEventFilter | null,
    @Arg('sort', () => [AuditEventSort], { nullable: true }) sort: SortBy<AuditEventSortField>[] | null,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<ConnectionValue> {
    return context.list(info, auditEventList, { ...page, filter, sort });
  }

  @Allow('audit.list')
  @Query(() => AuditChainType, {
    description:
      'Recomputes up to 20,000 links of the hash chain behind a position, from the start by default.',
  })
  auditChain(
    @Arg('from', () => Int, {
      defaultValue: 0,
      description: 'Position to begin behind: `to` of the last answer.',
    })
    from: number,
    @Ctx() context: RequestContext,
  ): Promise<AuditChainType> {
    if (from < 0) throw badInput('A position is 0 or more.', ['from']);
    return checkChain(context, from);
  }

  @Allow('audit.history')
  @Query(() => [HistoryEventType], {
    description: 'What happened to one object the viewer may see, the latest first; 200 steps at most.',
  })
  async history(
    @Arg('subjectType', () => String, { description: 'Its type, for example `Entry`.' }) subjectType: string,
    @Arg('subjectId', () => ID, { description: 'Its id.' }) subjectId: string,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Presented[]> {
    const read = declaredReads().get(subjectType);
    // Links are found by their event; they have no id and no history.
    if (!read || read === auditSealRead || !(await context.byId(ANY, read, subjectId)))
      throw notFound(subjectType);
    return context.many(info, historyEventRead, {
      where: (row) =>
        sql<boolean>`(${row.col('subjectType')} = ${subjectType} and ${row.col('subjectId')} = ${subjectId})`,
      order: (row) => sql`${row.col('at')} desc, ${row.id} desc`,
      limit: 200,
    });
  }
}
