import { describe, expect, it } from 'vitest';
import {
  countedLength,
  type EntryValues,
  missingIn,
  parseValues,
  patchOf,
  withPatch,
} from './leader-content.ts';
import { mergeEntries } from './leader-merge.ts';

const EMPTY: EntryValues = {
  categoryId: 'c1',
  applicantKind: 'UNIVERSITY',
  title: '社区慢病自管小组',
  titleEn: '',
  summary: '',
  summaryEn: '',
  need: '',
  activities: '',
  innovation: '',
  replicability: '',
  results: '',
  contactName: '',
  contactPhone: '',
  beneficiaries: [],
  plan: [],
  budget: [],
};
const with_ = (part: Partial<EntryValues>): EntryValues => ({ ...EMPTY, ...part });
const row = (when: string, what: string) => ({ key: `${when}${what}`, when, what });

describe('what of a draft is sent', () => {
  it('is what changed, blanks around it aside', () => {
    expect(patchOf(EMPTY, with_({ need: ' 独居老人买药难 ' }))).toEqual({
      patch: { need: '独居老人买药难' },
      held: [],
    });
    expect(patchOf(EMPTY, with_({ title: ' 社区慢病自管小组 ' }))).toEqual({ patch: {}, held: [] });
  });

  it('leaves out what the server would refuse and names it, without holding the rest back', () => {
    const values = with_({ title: '超'.repeat(61), contactPhone: '12', need: '独居老人买药难' });
    expect(patchOf(EMPTY, values)).toEqual({
      patch: { need: '独居老人买药难' },
      held: ['title', 'contactPhone'],
    });
    expect(patchOf(EMPTY, with_({ title: '' })).held).toEqual(['title']);
  });

  it('takes right rows while another is being written, and nothing twice', () => {
    const values = with_({ plan: [row('2027-01', '摸底'), row('2027-3', '小组活动'), row('', '')] });
    const { patch, held } = patchOf(EMPTY, values);
    expect(patch).toEqual({ plan: [{ when: '2027-01', what: '摸底' }] });
    expect(held).toEqual(['plan']);
    expect(patchOf(withPatch(EMPTY, patch), values)).toEqual({ patch: {}, held: ['plan'] });
  });

  it('does not try again what was refused', () => {
    expect(patchOf(EMPTY, with_({ title: '重复的名称', need: '需求' }), new Set(['title']))).toEqual({
      patch: { need: '需求' },
      held: ['title'],
    });
  });
});

describe('what is missing', () => {
  it('counts characters as people do', () => {
    expect(countedLength(' 𠮷野\r\n家 ')).toBe(4);
  });

  it('points at the row as the form shows it, begun rows above it included', () => {
    const found = missingIn(with_({ plan: [row('', ''), row('2027-01', '摸底'), row('2027-3', '活动')] }), 1);
    expect(found.find(({ code }) => code === 'INVALID_FORMAT')?.path).toEqual(['plan', '2', 'when']);
    expect(found.find(({ path }) => path[0] === 'plan' && path.length === 1)?.params).toEqual({
      min: 3,
      length: 2,
    });
  });
});

describe('what is kept in the browser', () => {
  it('is read back, and nothing else is taken for it', () => {
    const values = with_({ need: '需求', plan: [row('2027-01', '摸底')], beneficiaries: ['ELDERLY'] });
    const read = parseValues(JSON.parse(JSON.stringify(values)));
    expect(read && patchOf(values, read)).toEqual({ patch: {}, held: [] });
    expect(parseValues({ title: '甲', applicantKind: 'NOBODY' })).toBeUndefined();
    expect(parseValues('text')).toBeUndefined();
  });
});

describe('two versions of an entry', () => {
  it('join when they changed different fields', () => {
    const merged = mergeEntries(EMPTY, with_({ need: '我的' }), with_({ results: '别处的' }));
    expect(merged.clashes).toEqual([]);
    expect(merged.values).toMatchObject({ need: '我的', results: '别处的' });
  });

  it('ask where both changed the same field, and keep what was typed here until then', () => {
    const merged = mergeEntries(EMPTY, with_({ need: '我的' }), with_({ need: '别处的' }));
    expect(merged.clashes).toEqual(['need']);
    expect(merged.values.need).toBe('我的');
  });

  it('do not ask when both wrote the same', () => {
    expect(mergeEntries(EMPTY, with_({ need: '一样 ' }), with_({ need: '一样' })).clashes).toEqual([]);
  });
});
