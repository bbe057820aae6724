import { expect, it } from 'vitest';
import { defineAccess } from '../access/access.ts';
import { Permissions } from '../access/permissions.ts';
import { openDatabase } from '../database/index.ts';
import { defineRead } from '../read/define-read.ts';
import { ReadModel } from '../read/read-model.ts';
import { Bridge, BridgeResolver, CarelessResolver } from './boot-checks.test-kit.ts';
import { buildContract, explicitResolvers } from './schema.ts';

const permissions = new Permissions([
  { 'bridge.list': { zh: '查看桥梁', en: 'See bridges', roles: 'everyone' } },
]);

it('an operation without a right, or with one nobody declares, stops the start', async () => {
  await expect(buildContract([CarelessResolver], permissions)).rejects.toThrow(
    /^Operations without a valid right:\n {2}Query\.unguarded declares none.*\n {2}Query\.misspelt demands bridge\.blow-up, which no domain declares$/,
  );
});

it('a field that nothing reads stops the start', async () => {
  const schema = await buildContract([BridgeResolver], permissions);
  defineRead({
    type: 'Bridge',
    entity: Bridge,
    access: defineAccess({ subject: 'Bridge', read: () => true, actions: {} }),
  });
  const database = await openDatabase({ dataDir: { memory: 'empty' }, entities: [Bridge] });
  try {
    const explicit = explicitResolvers();
    const model = () =>
      new ReadModel(schema, database.orm.getMetadata(), (type, field) => explicit.has(`${type}.${field}`));
    expect(model).toThrow(
      /^The contract cannot be read from storage:\n {2}Bridge\.length: neither a stored property, nor in the read definition, nor resolved$/,
    );
  } finally {
    await database.close();
  }
});

it('two policies for one subject, and one permission declared twice, are refused', () => {
  const bell = () => defineAccess({ subject: 'Bell', read: () => false, actions: {} });
  bell();
  expect(bell).toThrow('two policies for Bell');
  const table = { 'bell.ring': { zh: '敲钟', en: 'Ring', roles: 'everyone' } } as const;
  expect(() => new Permissions([table, table])).toThrow('permission bell.ring is declared twice');
});
