import { JUDGING_PERMISSIONS } from '@xinghuo/shared/judging/domain/permissions';
import type { Domain } from '../../platform/domain.ts';
import { Assignment, AssignmentPlan, Mark, ScoreSheet } from './assignment.entity.ts';
import { AssignmentResolver } from './assignment.resolver.ts';
import { checkJudging } from './check-results.ts';
import { Computation } from './computation.entity.ts';
import { ComputationResolver } from './computation.resolver.ts';
import { computeJob } from './computations.ts';
import { Conflict, Judge, JudgeFormerUnit, JudgePanel, JudgeReminder, PanelMember } from './judge.entity.ts';
import { JudgeResolver } from './judge.resolver.ts';
import { proposeReplacementsJob } from './make-plan.ts';
import { forgetSources } from './objection-limit.ts';
import { Anchor, PracticeEntry, PracticeMark, PracticeSheet } from './practice.entity.ts';
import { PracticeResolver } from './practice.resolver.ts';
import { Presentation, PresentationSlot } from './presentation.entity.ts';
import { PresentationResolver } from './presentation.resolver.ts';
import { ProgressResolver } from './progress.resolver.ts';
import { PublishedEntry, ResultPublication, WithheldRemark } from './publication.entity.ts';
import { publicityEndedJob } from './publicity-ended.ts';
import { remindJudgesJob } from './remind-judges.ts';
import { Deliberation, Objection, ObjectionSource, Result, ResultRow } from './result.entity.ts';
import { ResultResolver } from './result.resolver.ts';
import { ScoreSheetResolver } from './score-sheet.resolver.ts';
import { seedJudging } from './seed.ts';
import './judge-import.ts';
import './judging-exports.ts';
import './judging.gates.ts';

export { Judge } from './judge.entity.ts';
export { serveBundles } from './serve-bundles.ts';
export { servePrints } from './serve-prints.ts';
export { serveReports } from './serve-reports.ts';

/** Judges, assignment, score sheets, results. */
export const judging: Domain = {
  name: 'judging',
  permissions: JUDGING_PERMISSIONS,
  entities: [
    Judge,
    JudgeFormerUnit,
    JudgeReminder,
    JudgePanel,
    PanelMember,
    Conflict,
    Assignment,
    AssignmentPlan,
    ScoreSheet,
    Mark,
    PracticeEntry,
    PracticeMark,
    PracticeSheet,
    Anchor,
    Presentation,
    PresentationSlot,
    Result,
    ResultRow,
    Deliberation,
    Objection,
    ResultPublication,
    PublishedEntry,
    WithheldRemark,
    ObjectionSource,
    Computation,
  ],
  loadDemonstration: seedJudging,
  check: checkJudging,
  jobs: [remindJudgesJob, publicityEndedJob, forgetSources, proposeReplacementsJob, computeJob],
  resolvers: [
    JudgeResolver,
    AssignmentResolver,
    ScoreSheetResolver,
    PracticeResolver,
    PresentationResolver,
    ProgressResolver,
    ResultResolver,
    ComputationResolver,
  ],
};
