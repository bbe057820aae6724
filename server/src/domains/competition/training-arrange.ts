import { TRAINING_LIMITS as MAX, TRAINING_LIFECYCLE } from '@xinghuo/shared/competition/training';
import { type Problem, problem } from '@xinghuo/shared/kernel/problem';
import { cleanText, rangeProblem, textProblem } from '@xinghuo/shared/kernel/text-limits';
import { transitionTo } from '../../platform/lifecycle/lifecycle.ts';
import { useCase } from '../../platform/write/use-case.ts';
import { competitionAccess } from './competition.access.ts';
import { Competition } from './competition.entity.ts';
import { trainingSessionAccess } from './training.access.ts';
import { TrainingSession } from './training-session.entity.ts';

interface Facts {
  readonly title?: string | null;
  readonly titleEn?: string | null;
  readonly description?: string | null;
  readonly descriptionEn?: string | null;
  readonly startsAt?: Date | null;
  readonly endsAt?: Date | null;
  readonly place?: string | null;
  readonly placeEn?: string | null;
  readonly lecturer?: string | null;
  readonly capacity?: number | null;
}

type Required = 'title' | 'place' | 'lecturer' | 'startsAt' | 'endsAt' | 'capacity';
type CreateInput = Facts & { readonly [K in Required]: NonNullable<Facts[K]> } & {
  readonly competitionId: string;
};

/** What is wrong with the facts that were given. */
function factProblems(facts: Facts): readonly (Problem | null)[] {
  const given = (name: 'title' | 'place' | 'lecturer', max: number): Problem | null =>
    facts[name] === undefined || facts[name] === null
      ? null
      : textProblem(name, facts[name], { max, required: true });
  return [
    given('title', MAX.title),
    textProblem('titleEn', facts.titleEn, { max: MAX.title }),
    textProblem('description', facts.description, { max: MAX.description }),
    textProblem('descriptionEn', facts.descriptionEn, { max: MAX.description }),
    textProblem('placeEn', facts.placeEn, { max: MAX.place }),
    given('place', MAX.place),
    given('lecturer', MAX.lecturer),
    rangeProblem('capacity', facts.capacity, 1, MAX.capacity),
  ];
}

const periodProblem = (startsAt: Date, endsAt: Date): Problem | null =>
  endsAt > startsAt
    ? null
    : problem('DATES_OUT_OF_ORDER', 'endsAt', {
        earlier: startsAt.toISOString(),
        later: endsAt.toISOString(),
      });

/** Arranges a training session. */
export const createTrainingSession = useCase('trainingSessionCreate', async (tx, input: CreateInput) => {
  const edition = await tx.get(Competition, competitionAccess, input.competitionId, {
    right: 'manage',
    lock: 'share',
    path: 'competitionId',
  });
  tx.note(...factProblems(input), periodProblem(input.startsAt, input.endsAt));
  if (edition.state === 'CLOSED')
    tx.note(problem('COMPETITION_STATE', 'competitionId', { state: edition.state }));
  tx.settle();
  const session = tx.em.create(TrainingSession, {
    competition: edition,
    title: cleanText(input.title) ?? '',
    titleEn: cleanText(input.titleEn) ?? '',
    description: cleanText(input.description) ?? '',
    descriptionEn: cleanText(input.descriptionEn) ?? '',
    startsAt: input.startsAt,
    endsAt: input.endsAt,
    place: cleanText(input.place) ?? '',
    placeEn: cleanText(input.placeEn) ?? '',
    lecturer: cleanText(input.lecturer) ?? '',
    capacity: input.capacity,
  });
  await tx.em.flush();
  tx.subject = { type: 'TrainingSession', id: session.id };
  return { trainingSession: session.id };
});

/** Changes a training session that takes place. */
export const updateTrainingSession = useCase(
  'trainingSessionUpdate',
  async (tx, input: Facts & { readonly id: string; readonly version: number }) => {
    const session = await tx.get(TrainingSession, trainingSessionAccess, input.id, {
      right: 'manage',
      version: input.version,
    });
    const startsAt = input.startsAt ?? session.startsAt;
    const endsAt = input.endsAt ?? session.endsAt;
    const capacity = input.capacity ?? session.capacity;
    tx.note(...factProblems(input), periodProblem(startsAt, endsAt));
    if (session.state === 'CANCELLED') tx.note(problem('TRAINING_CANCELLED'));
    if (capacity < session.registeredCount) {
      tx.note(problem('OUT_OF_RANGE', 'capacity', { min: session.registeredCount, max: MAX.capacity }));
    }
    tx.settle();
    session.startsAt = startsAt;
    session.endsAt = endsAt;
    session.capacity = capacity;
    session.title = cleanText(input.title) ?? session.title;
    session.place = cleanText(input.place) ?? session.place;
    session.lecturer = cleanText(input.lecturer) ?? session.lecturer;
    for (const field of ['titleEn', 'description', 'descriptionEn', 'placeEn'] as const) {
      const given = input[field];
      if (given !== undefined && given !== null) session[field] = cleanText(given) ?? '';
    }
    return { trainingSession: session.id };
  },
);

interface CancelInput {
  readonly id: string;
  readonly version: number;
  readonly reason: string;
}

/** Cancels a training session; its registrations stay on record. */
export const cancelTrainingSession = useCase('trainingSessionCancel', async (tx, input: CancelInput) => {
  const session = await tx.get(TrainingSession, trainingSessionAccess, input.id, {
    right: 'manage',
    version: input.version,
  });
  const reason = cleanText(input.reason);
  if (reason === null) tx.note(problem('REASON_REQUIRED', 'reason'));
  tx.note(textProblem('reason', reason, { max: MAX.reason }));
  if (tx.now >= session.endsAt)
    tx.note(problem('TRAINING_STARTED', [], { startsAt: session.startsAt.toISOString() }));
  tx.settle();
  session.state = transitionTo(tx, TRAINING_LIFECYCLE, 'cancel', session.state);
  session.cancelReason = reason;
  tx.reason = reason;
  return { trainingSession: session.id };
});
