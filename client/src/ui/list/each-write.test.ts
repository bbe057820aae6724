import { describe, expect, it } from 'vitest';
import type { WriteOutcome } from '../core/use-write.ts';
import { eachWrite } from './each-write.ts';

const done: WriteOutcome<unknown> = { ok: true, payload: {}, problems: [], message: '' };
const refused = (message: string): WriteOutcome<unknown> => ({
  ok: false,
  problems: [{ code: 'STALE_VERSION', path: [] }],
  message,
});

describe('a step on several rows', () => {
  it('is done when every row is done, in order and one at a time', async () => {
    const seen: string[] = [];
    let running = 0;
    const outcome = await eachWrite(['甲', '乙', '丙'], String, async (row) => {
      expect(++running).toBe(1);
      await Promise.resolve();
      running -= 1;
      seen.push(row);
      return done;
    });
    expect(outcome.ok).toBe(true);
    expect(seen).toEqual(['甲', '乙', '丙']);
  });

  it('goes on after a refusal and says what became of which row', async () => {
    const outcome = await eachWrite(['甲', '乙', '丙'], String, async (row) =>
      row === '乙' ? refused('已被他人修改') : done,
    );
    expect(outcome.ok).toBe(false);
    expect(outcome.message).toContain('2 项');
    expect(outcome.message).toContain('乙');
    expect(outcome.message).toContain('已被他人修改');
    expect(outcome.message).not.toContain('丙');
    expect(outcome.problems).toHaveLength(1);
  });

  it('names five and counts the rest', async () => {
    const rows = ['一', '二', '三', '四', '五', '六', '七'];
    const { message } = await eachWrite(rows, String, async () => refused('不行'));
    expect(message).toContain('五');
    expect(message).not.toContain('“六”');
    expect(message).toContain('另有 2 项');
  });
});
