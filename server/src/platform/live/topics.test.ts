import { describe, expect, it } from 'vitest';
import { Topics } from './topics.ts';

describe('what a commit announces', () => {
  it('is told once on the instance that made it and once on every other', () => {
    const [here, there] = [new Topics(), new Topics()];
    const heard: string[] = [];
    here.on('judging.changed', ({ payload }) => heard.push(`here ${payload.roundId}`));
    there.on('judging.changed', ({ payload }) => heard.push(`there ${payload.roundId}`));
    const message = { topic: 'judging.changed', payload: { roundId: 'r' } };
    const announced = here.announcement(message);
    here.tell(message);
    for (const topics of [here, there]) topics.deliver(announced);
    expect(heard).toEqual(['here r', 'there r']);
  });

  it('is told wherever it does not say who announced it, and dropped where it is no message', () => {
    const topics = new Topics();
    let heard = 0;
    topics.on('computation.changed', () => {
      heard += 1;
    });
    topics.deliver(JSON.stringify({ topic: 'computation.changed', payload: {} }));
    topics.deliver('no message');
    expect(heard).toBe(1);
  });
});
