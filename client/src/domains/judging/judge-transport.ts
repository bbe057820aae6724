import type { ApolloClient } from '@apollo/client';
import { canonicalDecimal } from '@xinghuo/shared/judging/scoring/ratio';
import type {
  JudgeSheetQuery,
  JudgeSheetSaveMutation,
  ScoreSheetSaveInput,
} from '#client/__generated__/graphql.ts';
import { errorKind, type ProblemData } from '#client/ui/core/problem-text.ts';
import { sessionGate } from '#client/ui/core/session-gate.ts';
import { SHEET_SAVE, SHEET_SUBMIT } from './judge-documents.ts';
import { RELEASED, type ServerSheet } from './judge-merge.ts';
import type { Sending } from './judge-record.ts';
import type { SendAnswer } from './judge-sync.ts';

/** A sheet with all that is read and marked at it. */
export type Paper = NonNullable<JudgeSheetQuery['scoreSheet']>;
type Answered = NonNullable<JudgeSheetSaveMutation['scoreSheetSave']['scoreSheet']>;

/** A line that does not answer for so long, in milliseconds, counts as lost. */
const PATIENCE = 20_000;

/** The part of a sheet that is filled in, flat, for records. */
export function serverSheetOf(sheet: Answered | Paper): ServerSheet {
  const fields: Record<string, string> = {};
  for (const { criterionId, value, comment } of sheet.marks) {
    if (value !== null && value !== undefined) fields[`mark:${criterionId}`] = canonicalDecimal(value);
    if (comment !== '') fields[`comment:${criterionId}`] = comment;
  }
  if (sheet.remark !== '') fields.remark = sheet.remark;
  if (sheet.remarkReleased) fields.released = RELEASED;
  return {
    version: sheet.version,
    state: sheet.state,
    fields,
    total: sheet.total ?? null,
    updatedAt: sheet.updatedAt,
  };
}

/** The input of a write: only the fields that changed. */
export function inputOf(sheetId: string, sending: Sending): ScoreSheetSaveInput {
  const marks = new Map<string, { criterionId: string; value?: string | null; comment?: string }>();
  for (const [field, value] of Object.entries(sending.fields)) {
    const [kind, criterionId] = field.split(':');
    if (criterionId === undefined) continue;
    const before = marks.get(criterionId) ?? { criterionId };
    marks.set(
      criterionId,
      kind === 'mark' ? { ...before, value: value === '' ? null : value } : { ...before, comment: value },
    );
  }
  const { remark, released } = sending.fields;
  return {
    id: sheetId,
    version: sending.version,
    idempotencyKey: sending.key,
    secondsSpent: sending.seconds,
    ...(marks.size > 0 ? { marks: [...marks.values()] } : {}),
    ...(remark === undefined ? {} : { remark }),
    ...(released === undefined ? {} : { remarkReleased: released === RELEASED }),
  };
}

/** Refusals by field, as records name them: the server names a mark by its place in what was sent. */
export function fieldProblems(
  problems: readonly ProblemData[],
  input: ScoreSheetSaveInput,
): readonly ProblemData[] {
  return problems.map((problem) => {
    const [list, place, part] = problem.path;
    const id = list === 'marks' ? input.marks?.[Number(place)]?.criterionId : undefined;
    return id === undefined
      ? problem
      : { ...problem, path: [`${part === 'comment' ? 'comment' : 'mark'}:${id}`] };
  });
}

/** Sends one write for `account` and says how it ended; nothing is thrown. */
export async function sendSheet(
  client: ApolloClient,
  account: string,
  sheetId: string,
  sending: Sending,
): Promise<SendAnswer> {
  // Somebody else has signed in on this page: what waits is not theirs to send.
  if (sessionGate.account()?.id !== account) return { kind: 'signedOut' };
  const context = { fetchOptions: { signal: AbortSignal.timeout(PATIENCE) } };
  const variables = { input: inputOf(sheetId, sending) };
  try {
    const payload =
      sending.kind === 'submit'
        ? (
            await client.mutate({
              mutation: SHEET_SUBMIT,
              variables,
              context,
              fetchPolicy: 'no-cache',
            })
          ).data?.scoreSheetSubmit
        : (await client.mutate({ mutation: SHEET_SAVE, variables, context, fetchPolicy: 'no-cache' })).data
            ?.scoreSheetSave;
    if (!payload) return { kind: 'busy' };
    const problems = payload.problems;
    if (payload.scoreSheet && problems.some(({ code }) => code === 'STALE_VERSION')) {
      return { kind: 'stale', server: serverSheetOf(payload.scoreSheet) };
    }
    if (problems.length > 0) {
      return { kind: 'refused', problems: fieldProblems(problems, variables.input) };
    }
    return payload.scoreSheet
      ? { kind: 'done', server: serverSheetOf(payload.scoreSheet) }
      : { kind: 'busy' };
  } catch (error) {
    const kind = errorKind(error);
    if (kind === 'network') return { kind: 'unreachable' };
    if (kind === 'signedOut') return { kind: 'signedOut' };
    if (kind === 'notFound' || kind === 'forbidden') {
      return { kind: 'refused', problems: [{ code: 'NOT_FOUND', path: [] }] };
    }
    return { kind: 'busy' };
  }
}
