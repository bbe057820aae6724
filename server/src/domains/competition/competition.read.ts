import { COMPETITION_LIFECYCLE, ROUND_LIFECYCLE } from '@xinghuo/shared/competition/competition';
import { sql } from 'kysely';
import { anyOf, type Condition, type Sql } from '../../platform/access/condition.ts';
import { holds, type Viewer } from '../../platform/access/viewer.ts';
import { transitionsField } from '../../platform/lifecycle/lifecycle.ts';
import { column, defineRead, expression, many, one } from '../../platform/read/define-read.ts';
import type { Row } from '../../platform/read/row.ts';
import { AwardRule } from './award-rule.entity.ts';
import { Category } from './category.entity.ts';
import {
  awardRuleAccess,
  categoryAccess,
  competitionAccess,
  competitionHostAccess,
  criterionAccess,
  deadlineExtensionAccess,
  roundAccess,
} from './competition.access.ts';
import { Competition, CompetitionHost } from './competition.entity.ts';
import { DeadlineExtension } from './deadline-extension.entity.ts';
import { entriesDeadline, roundDeadline } from './deadlines.ts';
import { runsCompetition } from './entry.conditions.ts';
import { competitionGates, roundGates, rubricFrozen } from './extensions.ts';
import { Criterion, Round } from './round.entity.ts';

export const competitionHostRead = defineRead({
  type: 'CompetitionHost',
  entity: CompetitionHost,
  access: competitionHostAccess,
});

export const awardRuleRead = defineRead({ type: 'AwardRule', entity: AwardRule, access: awardRuleAccess });

export const criterionRead = defineRead({ type: 'Criterion', entity: Criterion, access: criterionAccess });

/** Submitted and not withdrawn: what people mean when they ask how many entries there are. */
const COUNTED = sql`counted.state not in ('DRAFT', 'WITHDRAWN')`;

/** The name behind an account's key. */
export const accountName = (accountId: Sql): Sql =>
  sql`(select person.name from account person where person.id = ${accountId})`;

export const categoryRead = defineRead({
  type: 'Category',
  entity: Category,
  access: categoryAccess,
  fields: {
    entryCount: expression(
      (row) =>
        sql`(select count(*)::int from entry counted where counted.category_id = ${row.id} and ${COUNTED})`,
      { shown: (viewer, row) => countsShown(viewer, row.col<string>('competition')) },
    ),
  },
});

/** Counts are the office's and the auditors' until the awards are out. */
function countsShown(viewer: Viewer, competitionId: Sql<string>): Condition {
  return anyOf(
    holds(viewer, 'AUDITOR'),
    runsCompetition(viewer, competitionId),
    sql<boolean>`exists (select 1 from competition told where told.id = ${competitionId} and told.state in ('PUBLICISED', 'CLOSED'))`,
  );
}

export const roundRead = defineRead({
  type: 'Round',
  entity: Round,
  access: roundAccess,
  fields: {
    criteria: many(() => criterionRead, {
      by: 'round',
      order: (row) => sql`${row.col('position')}`,
      limit: 50,
    }),
    deadline: expression((row) => roundDeadline(row.id, row.col('closesAt'), sql`null::uuid`)),
    rubricFrozen: expression((row) => rubricFrozen(row.id as Sql<string>)),
    gates: roundGates.field(),
    availableTransitions: transitionsField(ROUND_LIFECYCLE, {
      needs: ['gates'],
      rules: (event, get) => roundGates.problems(event, get('gates')),
    }),
  },
});

export const deadlineExtensionRead = defineRead({
  type: 'DeadlineExtension',
  entity: DeadlineExtension,
  access: deadlineExtensionAccess,
  fields: {
    entryId: column('entry'),
    roundId: column('round'),
    createdByName: expression((row) => accountName(row.col('createdBy'))),
  },
});

const ofCompetition = (read: () => ReturnType<typeof defineRead>, limit: number) =>
  many(read, { by: 'competition', order: (row: Row) => sql`${row.col('position')}`, limit });

/** How an edition is read. */
export const competitionRead = defineRead({
  type: 'Competition',
  entity: Competition,
  access: competitionAccess,
  fields: {
    currentRound: one(() => roundRead, {
      on: (edition, round) =>
        sql<boolean>`${round.id} = (select begun.id from round begun where begun.competition_id = ${edition.id} and begun.state <> 'PLANNED' order by begun.position desc limit 1)`,
    }),
    hosts: ofCompetition(() => competitionHostRead, 20),
    categories: ofCompetition(() => categoryRead, 20),
    rounds: ofCompetition(() => roundRead, 10),
    awardRules: ofCompetition(() => awardRuleRead, 50),
    extensions: many(() => deadlineExtensionRead, {
      by: 'competition',
      order: (row) => sql`${row.col('createdAt')} desc, ${row.id} desc`,
      limit: 200,
    }),
    entriesDeadline: expression((row) => entriesDeadline(row.id, row.col('entriesCloseAt'))),
    rubricFrozen: expression(
      (row) =>
        sql`exists (select 1 from round frozen_round where frozen_round.competition_id = ${row.id} and ${rubricFrozen(sql<string>`frozen_round.id`)})`,
    ),
    entryCount: expression(
      (row) =>
        sql`(select count(*)::int from entry counted where counted.competition_id = ${row.id} and ${COUNTED})`,
      { shown: (viewer, row) => countsShown(viewer, row.id as Sql<string>) },
    ),
    gates: competitionGates.field(),
    availableTransitions: transitionsField(COMPETITION_LIFECYCLE, {
      needs: ['gates'],
      rules: (event, get) => competitionGates.problems(event, get('gates')),
    }),
  },
});
