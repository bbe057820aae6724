import * as documents from './documents.ts';
import { type Loaded, QUEUE, sessionSecret } from './load-data.ts';

export const SIDES = ['product', 'hand', 'postgraphile', 'postgraphile-rls'] as const;
/** Who answers: the product, hand-written SQL, PostGraphile without rights of its own and with row-level security. */
export type Side = (typeof SIDES)[number];

/** One HTTP request. */
export interface Ask {
  readonly path: string;
  readonly cookie: string;
  readonly body: string;
  /** A text that stands in every right answer. */
  readonly expect: string;
}

/** A measured line: the same question to each side. */
export interface Line {
  readonly name: string;
  readonly title: string;
  /** Asked again and again, in turn; a write asks each only once. */
  readonly asks: Readonly<Record<Side, readonly Ask[]>>;
  /** The same question about as little as there is, to compare the number of statements. */
  readonly small: Readonly<Record<Side, readonly Ask[]>>;
  readonly write: boolean;
}

/** One question as each side takes it. */
interface Question {
  readonly name: string;
  readonly product: object;
  readonly postgraphile: object;
  readonly hand: object;
  readonly account: string;
  readonly expect?: string;
}

function asked(questions: readonly Question[]): Readonly<Record<Side, readonly Ask[]>> {
  const document = (of: Readonly<Record<string, string>>, name: string): string => {
    const found = of[name];
    if (found === undefined) throw new Error(`no document for ${name}`);
    return found;
  };
  const ask = (question: Question, path: string, body: object): Ask => ({
    path,
    cookie: `xinghuo_session=${sessionSecret(question.account)}`,
    body: JSON.stringify(body),
    expect: question.expect ?? '{"data":{',
  });
  const graphql = (of: Readonly<Record<string, string>>, side: 'product' | 'postgraphile') =>
    questions.map((question) =>
      ask(question, '/graphql', { query: document(of, question.name), variables: question[side] }),
    );
  return {
    product: graphql(documents.PRODUCT, 'product'),
    postgraphile: graphql(documents.POSTGRAPHILE, 'postgraphile'),
    'postgraphile-rls': graphql(documents.POSTGRAPHILE, 'postgraphile'),
    hand: questions.map((question) => ask(question, `/${question.name}`, question.hand)),
  };
}

/** Judges whose queues are read in turn. */
const READERS = 20;

/** All lines over the loaded data. */
export function linesOf(loaded: Loaded, accountIds: Readonly<Record<string, string>>): readonly Line[] {
  const coordinator = { account: 'coordinator' };
  const same = (name: string, variables: object): Question => ({
    name,
    product: variables,
    postgraphile: variables,
    hand: variables,
    ...coordinator,
  });
  const entries = (first: number) => same('entries', { competitionId: loaded.competitionId, first });
  const queue = (number: number, first: number): Question => {
    const variables = { roundId: loaded.roundId, first };
    return {
      name: 'queue',
      product: variables,
      hand: variables,
      postgraphile: { ...variables, judgeId: loaded.judgeIds[number] },
      account: `judge${number}`,
    };
  };
  const submit = (draft: Loaded['drafts'][number], marks: number): Question => {
    const input = {
      id: draft.sheetId,
      version: 1,
      marks: loaded.criterionIds
        .slice(0, marks)
        .map((criterionId) => ({ criterionId, value: '9.5', comment: '有具体事例' })),
      remark: '做法扎实，成效有据，建议补充受益人反馈。',
      secondsSpent: 60,
    };
    return {
      name: 'submit',
      product: { input },
      hand: input,
      postgraphile: { input: postgraphileSubmission(input, accountIds[draft.judge] ?? '') },
      account: draft.judge,
      expect: '"SUBMITTED"',
    };
  };
  const line = (
    name: string,
    title: string,
    questions: readonly Question[],
    small: readonly Question[],
  ): Line => ({ name, title, asks: asked(questions), small: asked(small), write: name === 'submit' });
  const [firstDraft, ...drafts] = loaded.drafts;
  return [
    line('entries', 'Entries, a page of 50', [entries(50)], [entries(1)]),
    line(
      'queue',
      `A judge's queue of ${QUEUE}`,
      Array.from({ length: READERS }, (_, number) => queue(number, QUEUE)),
      [queue(0, 1)],
    ),
    line(
      'ranking',
      'A ranking of 1,500',
      [same('ranking', { resultId: loaded.resultId })],
      [same('ranking', { resultId: loaded.smallResultId })],
    ),
    line(
      'entry',
      'One entry, whole',
      loaded.entryIds.map((id) => same('entry', { id })),
      [same('entry', { id: loaded.bareEntryId })],
    ),
    line(
      'dashboard',
      'The dashboard',
      [same('dashboard', { competitionId: loaded.competitionId })],
      [same('dashboard', { competitionId: loaded.emptyCompetitionId })],
    ),
    line(
      'submit',
      'Submitting a sheet',
      drafts.map((draft) => submit(draft, loaded.criterionIds.length)),
      firstDraft ? [submit(firstDraft, 1)] : [],
    ),
  ];
}

function postgraphileSubmission(
  input: {
    readonly id: string;
    readonly version: number;
    readonly marks: readonly object[];
    readonly remark: string;
    readonly secondsSpent: number;
  },
  account: string,
): object {
  const { id, version, marks, remark, secondsSpent } = input;
  return { account, sheet: id, expected: version, marks, remark, seconds: secondsSpent };
}
