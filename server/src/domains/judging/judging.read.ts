import { JUDGE_LIFECYCLE } from '@xinghuo/shared/judging/domain/judge';
import { sql } from 'kysely';
import type { Sql } from '../../platform/access/condition.ts';
import { transitionsField } from '../../platform/lifecycle/lifecycle.ts';
import { computed, defineRead, expression, many, one } from '../../platform/read/define-read.ts';
import type { Row } from '../../platform/read/row.ts';
import { unitRead } from '../units/index.ts';
import { Assignment, AssignmentPlan, type PlanPreview } from './assignment.entity.ts';
import { planFingerprint } from './fingerprints.ts';
import { Conflict, Judge, JudgePanel } from './judge.entity.ts';
import {
  assignmentAccess,
  assignmentPlanAccess,
  conflictAccess,
  judgeAccess,
  judgePanelAccess,
} from './judging.access.ts';
import { judgeCodeSql } from './judging.conditions.ts';
import { scoreSheetRead } from './score-sheet.read.ts';

/** How a judge is read. */
export const judgeRead = defineRead({
  type: 'Judge',
  entity: Judge,
  access: judgeAccess,
  fields: {
    code: expression((row) => judgeCodeSql(row.id)),
    hasPhone: expression((row) => sql`(${row.col('phoneHash')} is not null)`),
    formerUnits: many(() => unitRead, {
      on: (judge, unit) =>
        sql<boolean>`exists (select 1 from judge_former_unit worked where worked.judge_id = ${judge.id} and worked.unit_id = ${unit.id})`,
      order: (unit) => sql`${unit.col('name')}`,
      limit: 20,
    }),
    assignedCount: expression(
      (row) => sql`(select count(*)::int from assignment held where held.judge_id = ${row.id} and held.live)`,
    ),
    submittedCount: expression(
      (row) =>
        sql`(select count(*)::int from score_sheet done where done.judge_id = ${row.id} and done.state in ('SUBMITTED', 'LOCKED'))`,
    ),
    availableTransitions: transitionsField(JUDGE_LIFECYCLE),
  },
});

/** How a panel is read. */
export const judgePanelRead = defineRead({
  type: 'JudgePanel',
  entity: JudgePanel,
  access: judgePanelAccess,
  fields: {
    members: many(() => judgeRead, {
      on: (panel, judge) =>
        sql<boolean>`exists (select 1 from panel_member seat where seat.panel_id = ${panel.id} and seat.judge_id = ${judge.id})`,
      order: (judge) => sql`${judge.col('number')}`,
      limit: 100,
    }),
  },
});

const named = (row: Row, title: Sql): Sql =>
  sql`(select concat_ws(' ', named.number, ${title}) from entry named where named.id = ${row.col('entry')})`;

/** How a conflict is read. */
export const conflictRead = defineRead({
  type: 'Conflict',
  entity: Conflict,
  access: conflictAccess,
  fields: {
    entryTitle: expression((row) => named(row, sql`named.title`)),
    entryTitleEn: expression((row) => named(row, sql`coalesce(nullif(named.title_en, ''), named.title)`)),
    withdrawn: expression((row) => sql`(${row.col('withdrawnAt')} is not null)`),
  },
});

/** How an assignment is read. */
export const assignmentRead = defineRead({
  type: 'Assignment',
  entity: Assignment,
  access: assignmentAccess,
  fields: {
    sheet: one(() => scoreSheetRead, {
      on: (assignment, sheet) => sql<boolean>`${sheet.col('assignment')} = ${assignment.id}`,
    }),
  },
});

const shown = (part: keyof PlanPreview) =>
  computed(['preview'], (row) => row.get<PlanPreview>('preview')[part]);

/** How a plan is read. */
export const assignmentPlanRead = defineRead({
  type: 'AssignmentPlan',
  entity: AssignmentPlan,
  access: assignmentPlanAccess,
  fields: {
    added: shown('added'),
    removed: shown('removed'),
    loads: shown('loads'),
    measures: shown('measures'),
    unmet: shown('unmet'),
    outdated: expression(
      (row) =>
        sql`(${row.col('appliedAt')} is null and ${row.col('fingerprint')} is distinct from ${planFingerprint(row.col('round'))})`,
    ),
  },
});
