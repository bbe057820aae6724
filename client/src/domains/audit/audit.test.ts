import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { buildSchema } from 'graphql';
import { describe, expect, it } from 'vitest';
import { changedFields, readChanges } from './audit-changes.ts';
import { subjectPath, type ValueWords, valueText } from './audit-values.ts';
import en from './messages.en.ts';
import zh from './messages.zh-CN.ts';

const read = (path: string): string => readFileSync(fileURLToPath(new URL(path, import.meta.url)), 'utf8');
const words: ValueWords = {
  yes: '是',
  no: '否',
  secret: '（不记录）',
  label: ({ zh: text }) => text,
  field: (name) => (name === 'kind' ? '类别' : name),
};

describe('the changes of a step', () => {
  it('are read with both sides, whichever is there', () => {
    const [made, changed] = readChanges([
      { type: 'Team', id: 't', kind: 'create', after: { id: 't', name: '甲' } },
      {
        type: 'Team',
        id: 't',
        kind: 'update',
        before: { name: '甲' },
        after: { name: '乙', state: 'ACTIVE' },
      },
    ]);
    expect(made?.before).toEqual({});
    expect(made && changedFields(made)).toEqual(['name']);
    expect(changed && changedFields(changed)).toEqual(['name', 'state']);
  });

  it('leave out what is no change', () => {
    expect(readChanges([null, 'x', { type: 'Team', kind: 'move' }, { kind: 'update' }])).toEqual([]);
    expect(readChanges({})).toEqual([]);
  });
});

describe('a value of the log', () => {
  it.each([
    ['Team', 'state', 'ACTIVE', '正常'],
    ['Team', 'serviceTypes', ['EDUCATION', 'CIVILITY'], '支教助学\n文明风尚'],
    ['Entry', 'submittedAt', '2026-11-24T01:30:00.000Z', '2026-11-24 09:30'],
    ['Account', 'passwordHash', '***', '（不记录）'],
    ['Account', 'mustChangePassword', false, '否'],
    ['Team', 'unit', null, ''],
    ['Team', 'name', 'ACTIVE', 'ACTIVE'],
    // Older lines hold a list as the database writes it.
    ['Judge', 'expertise', '{EMERGENCY,HEALTH}', '应急救援\n健康促进'],
    ['Team', 'name', '{甲}', '{甲}'],
    ['Competition', 'scoringRule', { kind: 'MEAN', dropHigh: 1 }, '类别: MEAN\ndropHigh: 1'],
    ['Result', 'awards', [{ kind: 'A', award: null }, { kind: 'B' }], '类别: A · award: \n类别: B'],
  ])('%s.%s %j reads %s', (type, field, value, text) => {
    expect(valueText(type, field, value, words)).toBe(text);
  });

  it('leads to the page of its object', () => {
    expect(subjectPath('Team', 'x')).toBe('/teams/x');
    expect(subjectPath('Session', 'x')).toBeUndefined();
    expect(subjectPath('Team', null)).toBeUndefined();
  });
});

describe('the words of the log', () => {
  it('name every step of the contract in both languages', () => {
    const contract = buildSchema(read('../../../../server/schema.graphql'));
    const steps = Object.keys(contract.getMutationType()?.getFields() ?? {});
    expect(steps.length).toBeGreaterThan(50);
    expect(steps.filter((step) => !Object.hasOwn(zh.operations, step))).toEqual([]);
    expect(steps.filter((step) => !Object.hasOwn(en.operations, step))).toEqual([]);
  });
});
