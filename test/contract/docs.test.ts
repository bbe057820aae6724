import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { JOB_NAMES } from '@xinghuo/shared/jobs/job-names';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { contractSchema } from '../../server/src/app/contract.ts';
import { JOBS } from '../../server/src/app/domains.ts';
import { describeSettings } from '../../server/src/config/index.ts';
import { startTestApp, type TestApp } from '../harness/app.ts';

const page = (path: string): string => readFileSync(join(import.meta.dirname, '..', '..', path), 'utf8');

/** The GraphQL examples of a page, by operation name. */
function examples(path: string): [string, string][] {
  return [...page(path).matchAll(/```graphql\n([\s\S]*?)```/g)].map(([, text = '']) => [
    /\w+ (\w+)/.exec(text)?.[1] ?? '?',
    text,
  ]);
}

/** Scalars and roots, which the specification itself describes. */
const BUILT_IN: ReadonlySet<string> = new Set(
  'Boolean Float ID Int String Query Mutation Subscription'.split(' '),
);

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp();
});
afterAll(() => app.close());

describe('what the documents say', () => {
  it.each([...examples('docs/api.md'), ...examples('README.md')])(
    'the example %s runs as it stands',
    async (_name, text) => {
      const coordinator = await app.actor('COORDINATOR');
      expect((await coordinator.send(text)).errors).toEqual([]);
    },
  );

  it('README and API guide have five examples each, and the settings are those of the code', () => {
    expect(examples('docs/api.md')).toHaveLength(5);
    expect(examples('README.md')).toHaveLength(5);
    expect(page('docs/operations.md')).toContain(describeSettings('en'));
  });

  it('every type and field of the contract says what it is', async () => {
    const types = Object.values((await contractSchema()).getTypeMap()).filter(
      ({ name }) => !name.startsWith('__'),
    );
    const silent = types.flatMap((type) => [
      ...(type.description || BUILT_IN.has(type.name) ? [] : [type.name]),
      ...('getFields' in type ? Object.values(type.getFields()) : [])
        .filter(({ description }) => !description)
        .map(({ name }) => `${type.name}.${name}`),
    ]);
    expect(types.length).toBeGreaterThan(200);
    expect(silent).toEqual([]);
  });

  it.each(JOBS.map(({ name }) => name))(
    '%s has words on the jobs page and a line in the operator’s guide',
    (name) => {
      expect(Object.keys(JOB_NAMES)).toContain(name);
      expect(page('docs/operations.md')).toContain(`\`${name}\``);
    },
  );
});
