import { expect, it } from 'vitest';
import { LANGUAGES, type MessageTree } from '../../ui/core/messages-type.ts';
import { ALL_DOMAINS } from '../domain-list.ts';

/** The paths of sentences that say nothing: i18next shows their key instead. */
function silent(tree: MessageTree, path: string): string[] {
  return Object.entries(tree).flatMap(([key, words]) =>
    typeof words === 'string'
      ? words.trim() === ''
        ? [`${path}.${key}`]
        : []
      : silent(words, `${path}.${key}`),
  );
}

it.each(LANGUAGES)('no sentence in %s is empty', async (language) => {
  const tables = await Promise.all(
    ALL_DOMAINS.map(async ({ name, messages }) => silent((await messages[language]()).default, name)),
  );
  expect(tables).not.toHaveLength(0);
  expect(tables.flat()).toEqual([]);
});
