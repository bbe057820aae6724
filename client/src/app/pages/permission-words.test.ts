import { expect, it } from 'vitest';
import { ALL_DOMAINS } from '../domain-list.ts';
import { PERMISSION_WORDS } from './permission-words.ts';

it('every page that asks for a right has words for it', () => {
  const asked = ALL_DOMAINS.flatMap(({ routes }) => routes.flatMap(({ permission }) => permission ?? []));
  expect(asked.length).toBeGreaterThan(20);
  expect(asked.filter((name) => !PERMISSION_WORDS[name])).toEqual([]);
});
