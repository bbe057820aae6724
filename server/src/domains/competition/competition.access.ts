import { sql } from 'kysely';
import { defineAccess, type RowRule, seenWith } from '../../platform/access/access.ts';
import { anyOf, type Condition, type Sql } from '../../platform/access/condition.ts';
import { holds, type Viewer } from '../../platform/access/viewer.ts';
import { leadsTeam, runsCompetition } from './entry.conditions.ts';

/** Editions are public once they are open; being set up, they are seen by those who run them and by auditors. */
const seesDrafts = (viewer: Viewer, competitionId: Sql<string>): Condition =>
  anyOf(holds(viewer, 'AUDITOR'), runsCompetition(viewer, competitionId));

export const competitionAccess = defineAccess({
  subject: 'Competition',
  read: (viewer, row) => anyOf(seesDrafts(viewer, row.id), sql<boolean>`${row.col('state')} <> 'DRAFT'`),
  actions: {
    manage: (viewer, row) => runsCompetition(viewer, row.id),
    /** Figures and extensions of the office, not yet public. */
    oversee: (viewer, row) => seesDrafts(viewer, row.id),
  },
});

/** What belongs to an edition is seen with it. */
const withCompetition =
  (property = 'competition'): RowRule =>
  (viewer, row) =>
    anyOf(
      seesDrafts(viewer, row.col<string>(property)),
      sql<boolean>`exists (select 1 from competition open_edition where open_edition.id = ${row.col(property)} and open_edition.state <> 'DRAFT')`,
    );

const managed: RowRule = (viewer, row) => runsCompetition(viewer, row.col<string>('competition'));

export const competitionHostAccess = defineAccess({
  subject: 'CompetitionHost',
  read: withCompetition(),
  actions: {},
});
export const categoryAccess = defineAccess({
  subject: 'Category',
  read: withCompetition(),
  actions: { manage: managed },
});
export const roundAccess = defineAccess({
  subject: 'Round',
  read: withCompetition(),
  actions: {
    manage: managed,
    /** Follows from the edition's step; no person takes it on a round. */
    begin: () => false,
  },
});
export const awardRuleAccess = defineAccess({
  subject: 'AwardRule',
  read: withCompetition(),
  actions: { manage: managed },
});

/** Criteria are seen with their round. */
export const criterionAccess = defineAccess({
  subject: 'Criterion',
  ...seenWith(roundAccess, 'round'),
  actions: {},
});

/** Extensions: the office, auditors, and the team whose entry it is. */
export const deadlineExtensionAccess = defineAccess({
  subject: 'DeadlineExtension',
  read: (viewer, row) => {
    const team = leadsTeam(viewer, sql<string>`extended_entry.team_id`);
    return anyOf(
      seesDrafts(viewer, row.col<string>('competition')),
      team === false
        ? false
        : sql<boolean>`exists (select 1 from entry extended_entry where extended_entry.id = ${row.col('entry')} and ${team})`,
    );
  },
  actions: {},
});
