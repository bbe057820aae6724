import type { EntryContent } from '@xinghuo/shared/competition/entry';
import {
  type AttachedText,
  type EntrantName,
  type NameMention,
  nameMentions,
} from '@xinghuo/shared/competition/name-mentions';
import { sql } from 'kysely';
import type { Sql } from '../../platform/access/condition.ts';
import type { Job } from '../../platform/jobs/define-job.ts';
import type { Row } from '../../platform/read/row.ts';
import { useCase } from '../../platform/write/use-case.ts';
import { cutShort, readFileTexts } from '../files/index.ts';

/** Whether judges of the edition mark without knowing the entrants: in a round that is ahead or under way. */
export function blindAhead(competitionId: Sql): Sql<boolean> {
  return sql<boolean>`exists (select 1 from round blind_round where blind_round.competition_id = ${competitionId} and blind_round.blind and blind_round.state <> 'LOCKED')`;
}

/** An attachment as it is searched for names. */
export interface SearchedFile extends AttachedText {
  /** Its text has been looked for. */
  readonly read: boolean;
}

/** Names by which the entrant is known, contacts aside; null without a blind round ahead. */
export function entrantNames(row: Row): Sql<readonly EntrantName[] | null> {
  const team = row.col('team');
  return sql`case when ${blindAhead(row.col('competition'))} then (select coalesce(jsonb_agg(jsonb_build_object('party', known.party, 'name', known.name) order by known.place, known.name), '[]'::jsonb) from (
      select 1 as place, 'TEAM' as party, unnest(array[named_team.name, named_team.name_en]) as name from team named_team where named_team.id = ${team}
      union all select 2, 'UNIT', unnest(array[host.name, host.name_en]) from team hosted join unit host on host.id = hosted.unit_id where hosted.id = ${team}
      union all select case person.role when 'LEADER' then 3 else 4 end, case person.role when 'LEADER' then 'LEADER' else 'MEMBER' end, person.name from team_member person where person.team_id = ${team} and person.until is null
    ) known where known.name <> '') end`;
}

/** The attachments with what stands in them; null without a blind round ahead. */
export function searchedFiles(row: Row): Sql<readonly SearchedFile[] | null> {
  return sql`case when ${blindAhead(row.col('competition'))} then (select coalesce(jsonb_agg(jsonb_build_object('id', searched.id, 'title', searched.title, 'fileName', searched_file.name, 'text', found.text, 'read', found.id is not null) order by searched.position), '[]'::jsonb)
    from attachment searched join stored_file searched_file on searched_file.id = searched.file_id left join file_text found on found.file_id = searched.file_id where searched.entry_id = ${row.id}) end`;
}

/** What a check for names tells: see `NameCheck` in the contract. */
export interface NameCheck {
  readonly mentions: readonly NameMention[];
  readonly unread: readonly string[];
  readonly textless: readonly string[];
  readonly partly: readonly string[];
}

/** Where an entry names its entrant, and which files could not be searched. */
export function nameCheck(
  content: EntryContent,
  names: readonly EntrantName[],
  files: readonly SearchedFile[],
): NameCheck {
  const contacts: readonly EntrantName[] = [
    { party: 'CONTACT', name: content.contactName },
    { party: 'PHONE', name: content.contactPhone },
  ];
  return {
    mentions: nameMentions(content, files, [...names, ...contacts]),
    unread: files.filter(({ read }) => !read).map(({ id }) => id),
    textless: files.filter(({ read, text }) => read && text === null).map(({ id }) => id),
    partly: files.filter(({ text }) => text !== null && cutShort(text)).map(({ id }) => id),
  };
}

/** Files read in one turn: what is left comes behind the plans, results and imports that wait meanwhile. */
const AT_ONCE = 20;

const JOB = 'competition.readFiles';

const readOn = useCase('filesReadOn', async (tx, turn: object) => {
  await tx.enqueue(JOB, turn);
  return {};
});

/**
 * Reads the attachments of an edition (`competitionId`) with a blind round, so that names in them can be told before judges read them;
 * every night those of all editions that are still unread, whatever kept them so.
 */
export const readFilesJob: Job = {
  name: JOB,
  long: true,
  schedule: '15 4 * * *',
  async run(services, { competitionId, after }) {
    const edition = competitionId ? sql`e.competition_id = ${competitionId}` : sql`true`;
    const behind = after ? sql`a.file_id > ${after}::uuid` : sql`true`;
    const found = await services.read<{ id: string }>(
      sql`select distinct a.file_id as id from attachment a join entry e on e.id = a.entry_id
        where ${edition} and ${behind} and ${blindAhead(sql`e.competition_id`)} and not exists (select 1 from file_text known where known.file_id = a.file_id)
        order by a.file_id limit ${sql.raw(String(AT_ONCE + 1))}`,
    );
    const ids = found.map(({ id }) => id);
    const through = await readFileTexts(services, ids.slice(0, AT_ONCE));
    // Behind the last file of this turn, so that one which stays unread is not tried again and again.
    if (through < ids.length) await services.execute(readOn, { competitionId, after: ids[through - 1] });
  },
};
