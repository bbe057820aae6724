import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Args, Ctx, ID, Info, Mutation, Query, Resolver } from 'type-graphql';
import { Allow } from '../../platform/access/operation.ts';
import { PageArgs } from '../../platform/graphql/page-args.ts';
import type { Payload, RequestContext } from '../../platform/http/request-context.ts';
import type { Presented } from '../../platform/read/present.ts';
import type { ConnectionValue, SortBy } from '../../platform/read/reader.ts';
import { ScoreSheetWithholdRemarkInput } from './publication.types.ts';
import { recuseSheet } from './recuse-sheet.ts';
import { reopenSheet, reviseSheet } from './reopen-sheet.ts';
import { saveSheet } from './save-sheet.ts';
import {
  ScoreSheetConnection,
  ScoreSheetFilter,
  ScoreSheetSort,
  type ScoreSheetSortField,
  scoreSheetList,
} from './score-sheet.list.ts';
import { scoreSheetRead } from './score-sheet.read.ts';
import {
  ScoreSheetPayload,
  ScoreSheetRecuseInput,
  ScoreSheetReopenInput,
  ScoreSheetReviseInput,
  ScoreSheetSaveInput,
  ScoreSheetSubmitInput,
  ScoreSheetType,
} from './score-sheet.types.ts';
import { submitSheet } from './submit-sheet.ts';
import { withholdRemark } from './withhold-remark.ts';

/** Score sheets. */
@Resolver()
export class ScoreSheetResolver {
  @Allow('scoreSheet.list')
  @Query(() => ScoreSheetConnection, {
    description: 'Score sheets: the own ones for a judge, all for coordinators and auditors.',
  })
  scoreSheets(
    @Args(() => PageArgs) page: PageArgs,
    @Arg('filter', () => ScoreSheetFilter, { nullable: true }) filter: ScoreSheetFilter | null,
    @Arg('sort', () => [ScoreSheetSort], { nullable: true }) sort: SortBy<ScoreSheetSortField>[] | null,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<ConnectionValue> {
    return context.list(info, scoreSheetList, { ...page, filter, sort });
  }

  @Allow('scoreSheet.list')
  @Query(() => ScoreSheetType, { nullable: true, description: 'One score sheet.' })
  scoreSheet(
    @Arg('id', () => ID) id: string,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Presented | null> {
    return context.byId(info, scoreSheetRead, id);
  }

  @Allow('scoreSheet.mark')
  @Mutation(() => ScoreSheetPayload, {
    description:
      'Saves what has been marked so far. A newer version on the server is answered beside STALE_VERSION.',
  })
  scoreSheetSave(
    @Arg('input', () => ScoreSheetSaveInput) input: ScoreSheetSaveInput,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Payload> {
    return context.write(info, saveSheet, input);
  }

  @Allow('scoreSheet.mark')
  @Mutation(() => ScoreSheetPayload, {
    description: 'Submits a sheet with every criterion marked, before the deadline by the server’s clock.',
  })
  scoreSheetSubmit(
    @Arg('input', () => ScoreSheetSubmitInput) input: ScoreSheetSubmitInput,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Payload> {
    return context.write(info, submitSheet, input);
  }

  @Allow('scoreSheet.mark')
  @Mutation(() => ScoreSheetPayload, {
    description: 'The judge has a conflict with the entry: it is taken off them and recorded.',
  })
  scoreSheetRecuse(
    @Arg('input', () => ScoreSheetRecuseInput) input: ScoreSheetRecuseInput,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Payload> {
    return context.write(info, recuseSheet, input);
  }

  @Allow('scoreSheet.withhold')
  @Mutation(() => ScoreSheetPayload, {
    description: 'Keeps a judge’s remark from the entrant, or lets it go again; the sheet does not change.',
  })
  scoreSheetWithholdRemark(
    @Arg('input', () => ScoreSheetWithholdRemarkInput) input: ScoreSheetWithholdRemarkInput,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Payload> {
    return context.write(info, withholdRemark, input);
  }

  @Allow('scoreSheet.mark')
  @Mutation(() => ScoreSheetPayload, {
    description: 'A judge opens one of the own earliest sheets again, once half of the work is in.',
  })
  scoreSheetRevise(
    @Arg('input', () => ScoreSheetReviseInput) input: ScoreSheetReviseInput,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Payload> {
    return context.write(info, reviseSheet, input);
  }

  @Allow('scoreSheet.reopen')
  @Mutation(() => ScoreSheetPayload, {
    description: 'Gives a submitted sheet back to its judge; marks are not touched.',
  })
  scoreSheetReopen(
    @Arg('input', () => ScoreSheetReopenInput) input: ScoreSheetReopenInput,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Payload> {
    return context.write(info, reopenSheet, input);
  }
}
