import type { ApolloClient } from '@apollo/client';
import { useMemo } from 'react';
import type { JudgeRoundsQuery, JudgeSheetsQuery } from '#client/__generated__/graphql.ts';
import { useStored } from '#client/ui/core/stored.ts';
import { type Desk, useRecords } from './judge-desk.ts';
import { JUDGE_ROUNDS, JUDGE_SHEET, JUDGE_SHEETS } from './judge-documents.ts';
import { type Kept, useKept } from './judge-kept.ts';
import { sumSheet } from './judge-marks.ts';
import { currentFields, isWaiting, type SheetRecord, saveStanding } from './judge-record.ts';
import type { Paper } from './judge-transport.ts';
import { skip } from './judge-walk.ts';

/** A round the judge works in. */
export type JudgeRound = JudgeRoundsQuery['judgeQueue'][number];
/** A row of the queue as the server has it. */
export type QueueSheet = JudgeSheetsQuery['scoreSheets']['nodes'][number];

/** A row of the queue with what this browser knows better. */
export interface QueueRow extends QueueSheet {
  /** Submitted here and on its way. */
  readonly leaving: boolean;
  /** Something typed here is on its way. */
  readonly pending: boolean;
  /** The judge has to look: two versions, a refusal, a sheet closed elsewhere. */
  readonly stuck: boolean;
  /** Two places; of a submitted sheet or one that is on its way. */
  readonly shownTotal: string | null;
}

const FRESH = { fetchPolicy: 'network-only' } as const;

/** The judge's rounds, the latest first. */
export async function loadRounds(client: ApolloClient): Promise<readonly JudgeRound[]> {
  const { data } = await client.query({ query: JUDGE_ROUNDS, ...FRESH });
  return data?.judgeQueue ?? [];
}

/** All own sheets of a round in the queue's order. */
export async function loadSheets(client: ApolloClient, round: string): Promise<readonly QueueSheet[]> {
  const sheets: QueueSheet[] = [];
  let after: string | null = null;
  for (;;) {
    const answer: { data?: JudgeSheetsQuery } = await client.query({
      query: JUDGE_SHEETS,
      variables: { round, after },
      ...FRESH,
    });
    const page = answer.data?.scoreSheets;
    if (!page) return sheets;
    sheets.push(...page.nodes);
    if (!page.pageInfo.hasNextPage || !page.pageInfo.endCursor) return sheets;
    after = page.pageInfo.endCursor;
  }
}

/** One sheet, or null when it is not there for this judge. */
export async function loadPaper(client: ApolloClient, id: string): Promise<Paper | null> {
  const { data } = await client.query({ query: JUDGE_SHEET, variables: { id }, ...FRESH });
  return data?.scoreSheet ?? null;
}

/** Under which names copies are kept. */
export const SHELF = {
  rounds: 'rounds',
  sheets: (round: string) => `sheets:${round}`,
  paper: (sheet: string) => `paper:${sheet}`,
} as const;

export function useRounds(desk: Desk): Kept<readonly JudgeRound[]> {
  return useKept(desk, SHELF.rounds, () => loadRounds(desk.client));
}

export function usePaper(desk: Desk, id: string): Kept<Paper | null> {
  return useKept(desk, SHELF.paper(id), () => loadPaper(desk.client, id));
}

/** The round to show: the one asked for, else the one that takes marks, else the latest. */
export function chooseRound(
  rounds: readonly JudgeRound[] | undefined,
  asked: string | null,
): JudgeRound | undefined {
  return (
    rounds?.find(({ id }) => id === asked) ??
    rounds?.find(({ round }) => round?.state === 'OPEN') ??
    rounds?.[0]
  );
}

/** A row as the judge sees it: the server's, with what waits in this browser. */
export function queueRow(
  sheet: QueueSheet,
  record: SheetRecord | undefined,
  round: JudgeRound | undefined,
): QueueRow {
  // The record may be newer than the list: a sheet just submitted is.
  const state = record ? newer(sheet, record) : sheet.state;
  const leaving = record?.submitAt != null;
  const criteria = round?.round?.criteria ?? [];
  const fields = record ? currentFields(record) : {};
  const sum = leaving
    ? sumSheet(criteria, Object.fromEntries(criteria.map(({ id }) => [id, fields[`mark:${id}`]])))
    : null;
  return {
    ...sheet,
    state,
    leaving,
    pending: record ? isWaiting(record) : false,
    stuck: record ? ['choose', 'notTaken'].includes(saveStanding(record)) : false,
    shownTotal: sum?.total ?? record?.base.total ?? sheet.total ?? null,
  };
}

function newer(sheet: QueueSheet, record: SheetRecord): QueueSheet['state'] {
  const state = record.base.version >= sheet.version ? record.base.state : sheet.state;
  return state === 'ASSIGNED' && record.begin ? 'DRAFT' : state;
}

/** The queue of a round, in the order of work; recused ones apart. */
export interface Queue {
  readonly rows: readonly QueueRow[];
  readonly recused: readonly QueueRow[];
  readonly kept: Kept<readonly QueueSheet[]>;
  readonly skipped: readonly string[];
  readonly skip: (id: string) => void;
  readonly unskip: (id: string) => void;
}

const readSkipped = (value: unknown): readonly string[] | undefined =>
  Array.isArray(value) && value.every((one) => typeof one === 'string') ? value : undefined;
const NONE: readonly string[] = [];

export function useQueue(desk: Desk, round: JudgeRound | undefined): Queue {
  const kept = useKept(desk, round ? SHELF.sheets(round.id) : null, () =>
    loadSheets(desk.client, round?.id ?? ''),
  );
  const records = useRecords(desk);
  const [skipped, setSkipped] = useStored<readonly string[]>(
    `judge-skipped:${round?.id ?? ''}`,
    NONE,
    readSkipped,
  );
  const all = useMemo(
    () => (kept.data ?? []).map((sheet) => queueRow(sheet, records.get(sheet.id), round)),
    [kept.data, records, round],
  );
  return {
    rows: all.filter(({ state }) => state !== 'RECUSED'),
    recused: all.filter(({ state }) => state === 'RECUSED'),
    kept,
    skipped,
    skip: (id) => setSkipped(skip(skipped, id)),
    unskip: (id) => setSkipped(skipped.filter((one) => one !== id)),
  };
}
