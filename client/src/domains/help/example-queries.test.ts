import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { buildSchema, parse, validate } from 'graphql';
import { describe, expect, it } from 'vitest';
import { EXAMPLE_NAMES, EXAMPLE_QUERIES } from './example-queries.ts';

const read = (path: string): string => readFileSync(fileURLToPath(new URL(path, import.meta.url)), 'utf8');
const guide = read('../../../../docs/api.md');
const schema = buildSchema(read('../../../../server/schema.graphql'));

describe('the example queries', () => {
  it('are those of the API guide, in its order', () => {
    const written = [...guide.matchAll(/```graphql\n([\s\S]*?)\n```/g)].map(([, query]) => query);
    expect(EXAMPLE_NAMES.map((name) => EXAMPLE_QUERIES[name])).toEqual(written);
  });

  it.each(EXAMPLE_NAMES)('%s asks for what the contract has', (name) => {
    expect(validate(schema, parse(EXAMPLE_QUERIES[name]))).toEqual([]);
  });
});
