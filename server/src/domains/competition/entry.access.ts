import { sql } from 'kysely';
import { defineAccess } from '../../platform/access/access.ts';
import { allOf, anyOf, asSql } from '../../platform/access/condition.ts';
import type { Row } from '../../platform/read/row.ts';
import { claimFiles } from '../files/index.ts';
import {
  type EntryKeys,
  leadsTeam,
  liaisesTeam,
  mayHandle,
  ofEntry,
  readsWhole,
  runsCompetition,
} from './entry.conditions.ts';
import { entrantHidden } from './extensions.ts';

const keys = (row: Row): EntryKeys => ({
  id: row.id as EntryKeys['id'],
  competition: row.col('competition'),
  team: row.col('team'),
});

/**
 * Entries: the office, auditors, the own team; judges what they have in hand; everybody the awarded ones once the
 * edition is publicised, and liaisons of member units those their teams have submitted, with title, team, category,
 * state, when it was submitted, award and summary only.
 */
export const entryAccess = defineAccess({
  subject: 'Entry',
  read: (viewer, row) =>
    anyOf(
      readsWhole(viewer, keys(row)),
      allOf(liaisesTeam(viewer, row.col('team')), sql<boolean>`${row.col('state')} <> 'DRAFT'`),
      sql<boolean>`(${row.col('award')} is not null and ${row.col('state')} <> 'DISQUALIFIED' and exists (select 1 from competition public_edition where public_edition.id = ${row.col('competition')} and public_edition.state in ('PUBLICISED', 'CLOSED')))`,
    ),
  actions: {
    /** Sees what the team wrote and attached. */
    readWhole: (viewer, row) => readsWhole(viewer, keys(row)),
    /** Sees whose entry it is: in a blind round its judges do not. */
    seeEntrant: (viewer, row) => {
      const hidden = entrantHidden(viewer, keys(row).id);
      return hidden === false
        ? true
        : anyOf(mayHandle(viewer, keys(row)), sql<boolean>`not ${asSql(hidden)}`);
    },
    /** Sees contacts, screening and revisions too. */
    handle: (viewer, row) => mayHandle(viewer, keys(row)),
    edit: (viewer, row) =>
      anyOf(runsCompetition(viewer, row.col('competition')), leadsTeam(viewer, row.col('team'))),
    submit: (viewer, row) =>
      anyOf(runsCompetition(viewer, row.col('competition')), leadsTeam(viewer, row.col('team'))),
    withdraw: (viewer, row) =>
      anyOf(runsCompetition(viewer, row.col('competition')), leadsTeam(viewer, row.col('team'))),
    screen: (viewer, row) => runsCompetition(viewer, row.col('competition')),
    /** Follows from steps of the edition and of judging; no person takes it on one entry. */
    advance: () => false,
  },
});

export const entryRevisionAccess = defineAccess({
  subject: 'EntryRevision',
  read: (viewer, row) => ofEntry(row.col('entry'), (entry) => mayHandle(viewer, entry)),
  actions: {},
});

export const screeningNoteAccess = defineAccess({
  subject: 'ScreeningNote',
  read: (viewer, row) => ofEntry(row.col('entry'), (entry) => mayHandle(viewer, entry)),
  actions: {},
});

export const attachmentAccess = defineAccess({
  subject: 'Attachment',
  read: (viewer, row) => ofEntry(row.col('entry'), (entry) => readsWhole(viewer, entry)),
  actions: {
    edit: (viewer, row) =>
      ofEntry(row.col('entry'), (entry) =>
        anyOf(runsCompetition(viewer, entry.competition), leadsTeam(viewer, entry.team)),
      ),
  },
});

const inRevision = (file: Row) =>
  sql<boolean>`(kept.content -> 'attachments') @> jsonb_build_array(jsonb_build_object('fileId', ${file.id}))`;

/** A file is read by whoever reads an attachment that names it; what a revision names, by whoever reads the revision. */
claimFiles({
  reads: (viewer, file) => {
    const attached = ofEntry(sql`named.entry_id`, (entry) => readsWhole(viewer, entry));
    const revised = ofEntry(sql`kept.entry_id`, (entry) => mayHandle(viewer, entry));
    return anyOf(
      attached === false
        ? false
        : sql<boolean>`exists (select 1 from attachment named where named.file_id = ${file.id} and ${asSql(attached)})`,
      revised === false
        ? false
        : sql<boolean>`exists (select 1 from entry_revision kept where ${inRevision(file)} and ${asSql(revised)})`,
    );
  },
  refers: (file) =>
    sql<boolean>`(exists (select 1 from attachment named where named.file_id = ${file.id}) or exists (select 1 from entry_revision kept where ${inRevision(file)}))`,
});
