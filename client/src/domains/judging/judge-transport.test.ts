import { describe, expect, it } from 'vitest';
import { RELEASED } from './judge-merge.ts';
import type { Sending } from './judge-record.ts';
import { fieldProblems, inputOf, serverSheetOf } from './judge-transport.ts';

const SENDING: Sending = {
  key: 'k',
  kind: 'save',
  version: 3,
  fields: { 'mark:a': '8.5', 'comment:a': '扎实', 'mark:b': '', 'comment:c': '' },
  seconds: 12,
  by: 'tab',
  at: 0,
};

describe('what goes over the line', () => {
  it('names the changed fields only: an empty mark is taken back, an empty remark cleared', () => {
    expect(inputOf('s', SENDING)).toEqual({
      id: 's',
      version: 3,
      idempotencyKey: 'k',
      secondsSpent: 12,
      marks: [
        { criterionId: 'a', value: '8.5', comment: '扎实' },
        { criterionId: 'b', value: null },
        { criterionId: 'c', comment: '' },
      ],
    });
    expect(inputOf('s', { ...SENDING, fields: { remark: '' } })).toMatchObject({ remark: '' });
    expect(inputOf('s', { ...SENDING, fields: {} })).not.toHaveProperty('marks');
  });

  it('reads marks without needless zeros, and nothing as nothing', () => {
    const sheet = serverSheetOf({
      id: 's',
      version: 4,
      state: 'DRAFT',
      total: null,
      remark: '',
      remarkReleased: false,
      updatedAt: '2026-11-24T08:00:00.000Z',
      marks: [
        { criterionId: 'a', value: '8.50', comment: '' },
        { criterionId: 'b', value: null, comment: '再看' },
      ],
    });
    expect(sheet.fields).toEqual({ 'mark:a': '8.5', 'comment:b': '再看' });
  });

  it('says whether the remark goes to the entrant only when the judge has said so', () => {
    const released = (value: string) =>
      inputOf('s', { ...SENDING, fields: { released: value } }).remarkReleased;
    expect([released(RELEASED), released(''), inputOf('s', SENDING).remarkReleased]).toEqual([
      true,
      false,
      undefined,
    ]);
  });

  it('names the field of a refusal that counts the marks of what was sent', () => {
    const problem = (...path: string[]) => ({ code: 'TOO_LONG', path });
    expect(
      fieldProblems(
        [
          problem('marks', '2', 'comment'),
          problem('marks', '0', 'value'),
          problem('remark'),
          problem('marks'),
          problem('marks', '9', 'comment'),
        ],
        inputOf('s', SENDING),
      ).map(({ path }) => path.join('.')),
    ).toEqual(['comment:c', 'mark:a', 'remark', 'marks', 'marks.9.comment']);
  });
});
