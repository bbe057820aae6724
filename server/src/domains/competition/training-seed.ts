import { sql } from 'kysely';
import { givenDocument } from '../../platform/given-data.ts';
import { sampleName } from '../../platform/sample-names.ts';
import type { SeedRun } from '../../platform/seed.ts';
import { useCase } from '../../platform/write/use-case.ts';
import { Team } from '../teams/index.ts';
import { Competition } from './competition.entity.ts';
import { TrainingRegistration, TrainingSession } from './training-session.entity.ts';

interface Bilingual {
  readonly zh: string;
  readonly en: string;
}

interface GivenTraining {
  readonly edition: number;
  readonly title: Bilingual;
  readonly startsAt: string;
  readonly endsAt: string;
  readonly place: Bilingual;
  readonly lecturer: { readonly name: string; readonly title: string };
  readonly capacity: number;
  readonly description: Bilingual;
}

interface Edition {
  readonly id: string;
  readonly year: number;
  /** Milliseconds by which its dates lie behind the given ones. */
  readonly shift: number;
  /** Teams that enter, in a fixed order. */
  readonly teams: readonly string[];
}

const store = useCase(
  'trainingsSeed',
  async (tx, input: { readonly trainings: readonly GivenTraining[]; readonly edition: Edition }) => {
    const { edition } = input;
    let registrations = 0;
    for (const [index, given] of input.trainings.entries()) {
      const startsAt = new Date(Date.parse(given.startsAt) + edition.shift);
      const session = tx.em.create(TrainingSession, {
        competition: tx.em.getReference(Competition, edition.id),
        title: given.title.zh,
        titleEn: given.title.en,
        description: given.description.zh,
        descriptionEn: given.description.en,
        startsAt,
        endsAt: new Date(Date.parse(given.endsAt) + edition.shift),
        place: given.place.zh,
        placeEn: given.place.en,
        lecturer: `${given.lecturer.name}（${given.lecturer.title}）`,
        capacity: given.capacity,
      });
      let taken = 0;
      for (const [place, team] of edition.teams.entries()) {
        // Every team comes to one or two of the sessions, with one to four people.
        if ((place * 5 + index * 11) % 7 > 1) continue;
        const attendees = Array.from({ length: 1 + ((place * 3 + index) % 4) }, (_, n) =>
          sampleName(1200 + place * 4 + n),
        );
        if (taken + attendees.length > given.capacity) break;
        taken += attendees.length;
        registrations += 1;
        const held = startsAt <= tx.now;
        // One in eight of those registered stays away.
        const present = held ? attendees.filter((_, n) => (place * 2 + index + n * 5) % 8 !== 0) : null;
        tx.em.create(TrainingRegistration, {
          session,
          team: tx.em.getReference(Team, team),
          attendees,
          present,
        });
      }
      session.registeredCount = taken;
    }
    return { sessions: input.trainings.length, registrations };
  },
);

/** Loads the demonstration's training sessions, moved with the dates of their edition. They need editions and entries. */
export async function seedTraining(run: SeedRun): Promise<void> {
  const trainings = await givenDocument<readonly GivenTraining[]>('trainings.json');
  for (const year of new Set(trainings.map(({ edition }) => edition))) {
    const edition = await editionOf(run, year);
    if (!edition) continue;
    const own = trainings.filter((one) => one.edition === year);
    const { sessions, registrations } = await run.run(store, { trainings: own, edition });
    run.say(`培训 Training sessions ${year}: ${sessions}, ${registrations} registrations`);
  }
}

interface GivenPhases {
  readonly editions: readonly {
    readonly year: number;
    readonly phases: readonly { readonly phase: string; readonly from: string }[];
  }[];
}

async function editionOf(run: SeedRun, year: number): Promise<Edition | null> {
  const [stored] = await run.read(
    sql<{
      id: string;
      opens: string | null;
      teams: readonly string[];
    }>`select c.id, c.entries_open_at as opens,
        array(select t.id::text from team t where exists (select 1 from entry e where e.team_id = t.id and e.competition_id = c.id) order by t.number) as teams
      from competition c where c.year = ${year}`,
  );
  const { editions } = await givenDocument<GivenPhases>('competition.json');
  const from = editions.find((one) => one.year === year)?.phases.find(({ phase }) => phase === 'OPEN')?.from;
  if (!stored?.opens || from === undefined) return null;
  return {
    id: stored.id,
    year,
    shift: new Date(stored.opens).getTime() - Date.parse(from),
    teams: stored.teams,
  };
}
