import { describe, expect, it } from 'vitest';
import { changedFields, changesSince } from './leader-changes.ts';
import { parseValues } from './leader-content.ts';

const SUBMITTED = {
  title: '社区慢病自管小组',
  category: 'HEALTH',
  applicantKind: 'UNIVERSITY',
  need: '独居老人买药难',
  plan: [{ when: '2027-01', what: '摸底' }],
  budget: [{ item: '血压计', amount: '1280.50' }],
  budgetTotal: '1280.50',
  beneficiaries: ['ELDERLY'],
  attachments: [{ kind: 'PLAN', title: '', name: '方案.pdf', sha256: 'aa'.repeat(32) }],
};
const files = [{ kind: 'PLAN' as const, title: '', file: { name: '方案.pdf' } }];

function changed(part: object, attachments = files): string[] {
  const values = parseValues({ ...SUBMITTED, categoryId: 'c', ...part });
  if (!values) throw new Error('the values cannot be read');
  const fields = changesSince(
    SUBMITTED,
    { values, category: 'HEALTH', attachments },
    (field) => field,
    ({ zh }) => zh,
  );
  return [...changedFields(fields)];
}

describe('what changed since the last submission', () => {
  it('is nothing when nothing was touched', () => {
    expect(changed({})).toEqual([]);
  });

  it('names the fields, and the sum with its lines', () => {
    expect(changed({ need: '独居老人买药、复诊难' })).toEqual(['need']);
    expect(changed({ budget: [{ item: '血压计', amount: '1300' }] })).toEqual(['budget', 'budgetTotal']);
  });

  it('sees other files', () => {
    expect(changed({}, [{ kind: 'PLAN', title: '', file: { name: '方案（新）.pdf' } }])).toEqual([
      'attachments',
    ]);
  });
});
