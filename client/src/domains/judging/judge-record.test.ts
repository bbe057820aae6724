import { describe, expect, it } from 'vitest';
import type { ServerSheet } from './judge-merge.ts';
import {
  bothProblem,
  currentFields,
  mustChoose,
  newRecord,
  reduceRecord,
  type SheetEvent,
  type SheetRecord,
  saveStanding,
} from './judge-record.ts';

const SERVER: ServerSheet = { version: 1, state: 'DRAFT', fields: {}, total: null, updatedAt: '' };
const after = (...events: readonly SheetEvent[]): SheetRecord =>
  events.reduce(reduceRecord, newRecord('s', SERVER));
const edit = (field: string, value: string): SheetEvent => ({ kind: 'edit', field, value, at: 1 });
const loaded = (part: Partial<ServerSheet>): SheetEvent => ({
  kind: 'loaded',
  server: { ...SERVER, version: 2, ...part },
});

describe('a sheet that was submitted elsewhere while changes waited here', () => {
  const overtaken = after(
    edit('mark:a', '3'),
    edit('remark', '离线写的'),
    loaded({ state: 'SUBMITTED', fields: { 'mark:a': '9' }, total: '90.000000' }),
  );

  it('shows what counts, and keeps the changes apart', () => {
    expect(currentFields(overtaken)).toEqual({ 'mark:a': '9' });
    expect(overtaken.edits).toEqual({ 'mark:a': '3', remark: '离线写的' });
  });

  it('is not said to be on its way', () => {
    expect(saveStanding(overtaken)).toBe('notTaken');
  });

  it('asks for no choice that could not be sent; once reopened it does', () => {
    expect(mustChoose(overtaken)).toBe(false);
    const reopened = reduceRecord(
      overtaken,
      loaded({ version: 3, state: 'DRAFT', fields: { 'mark:a': '9' } }),
    );
    expect(reopened.clash).toEqual(['mark:a']);
    expect([mustChoose(reopened), saveStanding(reopened)]).toEqual([true, 'choose']);
    expect(currentFields(reopened)).toEqual({ 'mark:a': '3', remark: '离线写的' });
  });
});

describe('keeping both versions of a text', () => {
  const clash = (mine: string, theirs: string): SheetRecord =>
    after(edit('comment:a', mine), loaded({ fields: { 'comment:a': theirs } }));

  it('is refused before it is done where it grows too long', () => {
    expect(bothProblem(clash('长'.repeat(500), '短'.repeat(499)), 'comment:a')).toBeNull();
    expect(bothProblem(clash('长'.repeat(500), '短'.repeat(500)), 'comment:a')).toMatchObject({
      code: 'TOO_LONG',
      params: { max: 1000, length: 1001 },
    });
  });

  it('leaves one under the other', () => {
    const choices = { 'comment:a': 'both' } as const;
    const settled = reduceRecord(clash('此处', '别处'), { kind: 'resolve', choices, at: 2 });
    expect(currentFields(settled)['comment:a']).toBe('别处\n此处');
  });
});

describe('what is said of saving', () => {
  it('follows what waits', () => {
    expect(saveStanding(newRecord('s', SERVER))).toBe('settled');
    expect(saveStanding(after(edit('remark', 'x')))).toBe('waiting');
  });
});
