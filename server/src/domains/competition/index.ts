import { COMPETITION_PERMISSIONS } from '@xinghuo/shared/competition/permissions';
import { sql } from 'kysely';
import { isIn } from '../../platform/access/condition.ts';
import type { Domain } from '../../platform/domain.ts';
import { describeEntrants, describeScope } from '../identity/index.ts';
import { Attachment } from './attachment.entity.ts';
import { AwardRule } from './award-rule.entity.ts';
import { Category } from './category.entity.ts';
import './competition.gates.ts';
import { Competition, CompetitionHost } from './competition.entity.ts';
import { CompetitionResolver } from './competition.resolver.ts';
import { CompetitionQueryResolver } from './competition-query.resolver.ts';
import { DeadlineExtension } from './deadline-extension.entity.ts';
import { Entry, EntryRevision, ScreeningNote } from './entry.entity.ts';
import './competition-export.ts';
import './entry-export.ts';
import './entry-import.ts';
import { EntryResolver } from './entry.resolver.ts';
import { readFilesJob } from './name-check.ts';
import { remindEntrantsJob } from './remind-entrants.ts';
import { Criterion, Round } from './round.entity.ts';
import { RubricResolver } from './rubric.resolver.ts';
import { seedCompetition } from './seed.ts';

export { AwardRule } from './award-rule.entity.ts';
export { Category } from './category.entity.ts';
export {
  categoryAccess,
  competitionAccess,
  roundAccess,
} from './competition.access.ts';
export { Competition } from './competition.entity.ts';
export {
  accountName,
  competitionRead,
  criterionRead,
  roundRead,
} from './competition.read.ts';
export { CompetitionType } from './competition.types.ts';

export { entriesDeadline, roundDeadline } from './deadlines.ts';
export { entryAccess } from './entry.access.ts';
export { leadsTeam, mayHandle, runsCompetition } from './entry.conditions.ts';
export { Entry } from './entry.entity.ts';

export { entryRead } from './entry.read.ts';
export { EntryStateEnum, EntryType } from './entry.types.ts';
export { extendDeadline } from './extend-deadline.ts';
export {
  competitionGates,
  extendEntryRead,
  freezeRubricWhen,
  hideEntrant,
  onCompetitionStep,
  roundGates,
} from './extensions.ts';
export { Criterion, Round } from './round.entity.ts';
export { AwardRuleType, CategoryCodeEnum, CategoryType, CriterionType, RoundType } from './rubric.types.ts';

export { training } from './training-domain.ts';

describeEntrants(
  (teamId, competitionIds) =>
    sql<boolean>`exists (select 1 from entry team_entry where team_entry.team_id = ${teamId} and ${isIn(sql`team_entry.competition_id`, competitionIds)})`,
);

describeScope('COMPETITION', {
  name: (scopeId) =>
    sql`(select scope_edition.title from competition scope_edition where scope_edition.id = ${scopeId})`,
  nameEn: (scopeId) =>
    sql`(select nullif(scope_edition.title_en, '') from competition scope_edition where scope_edition.id = ${scopeId})`,
  words: sql`select id, array[title, year::text] as words from competition`,
});

/** Editions, categories, rounds, rubrics, awards, entries and their screening. */
export const competition: Domain = {
  name: 'competition',
  permissions: COMPETITION_PERMISSIONS,
  entities: [
    Competition,
    CompetitionHost,
    Category,
    Round,
    Criterion,
    AwardRule,
    Entry,
    EntryRevision,
    ScreeningNote,
    Attachment,
    DeadlineExtension,
  ],
  loadDemonstration: seedCompetition,
  jobs: [remindEntrantsJob, readFilesJob],
  resolvers: [CompetitionQueryResolver, CompetitionResolver, RubricResolver, EntryResolver],
};
