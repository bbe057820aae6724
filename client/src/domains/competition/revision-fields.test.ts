import { describe, expect, it } from 'vitest';
import { revisionFields } from './revision-fields.ts';

const first = {
  title: '老街夜话',
  category: 'PUBLICITY',
  beneficiaries: ['ELDERLY', 'PUBLIC'],
  plan: [{ when: '2026-05', what: '走访' }],
  budget: [{ item: '印刷', amount: '1200.00' }],
  budgetTotal: '1200.00',
  attachments: [{ kind: 'PLAN', title: '方案', name: 'plan.pdf', sha256: 'aaaabbbbcccc' }],
};
const compared = (before: unknown, after: unknown) =>
  revisionFields(
    before,
    after,
    (field) => field,
    ({ zh }) => zh,
  );
const changed = (before: unknown, after: unknown) =>
  compared(before, after)
    .filter((field) => field.before !== field.after)
    .map(({ key }) => key);

describe('two revisions of an entry', () => {
  it('are the same when nothing was changed', () => {
    expect(changed(first, structuredClone(first))).toEqual([]);
  });

  it('write enumerations and lists out', () => {
    const field = (key: string) => compared(first, first).find((one) => one.key === key)?.after;
    expect(field('category')).toBe('宣传宣讲');
    expect(field('beneficiaries')).toBe('老年人\n社会公众');
    expect(field('plan')).toBe('2026-05 走访');
    expect(field('attachments')).toBe('项目方案 方案 plan.pdf aaaabbbb');
  });

  it('show a file that was replaced under the same name', () => {
    const [file] = first.attachments;
    expect(changed(first, { ...first, attachments: [{ ...file, sha256: 'ffff0000' }] })).toEqual([
      'attachments',
    ]);
  });

  it('keep values that no table knows', () => {
    expect(compared({ category: 'OLD_ONE' }, {})[2]).toMatchObject({ before: 'OLD_ONE', after: '' });
  });

  it('read content of an unexpected shape as empty', () => {
    expect(changed(null, 'nonsense')).toEqual([]);
    expect(changed({ plan: 'no list' }, {})).toEqual([]);
  });
});
