import { ENTITIES } from '../../server/src/app/domains.ts';
import type { Access, RowRule } from '../../server/src/platform/access/access.ts';
import type { Database } from '../../server/src/platform/database/index.ts';
import { authorize } from '../../server/src/platform/graphql/schema.ts';
import { declaredReads } from '../../server/src/platform/read/define-read.ts';
import { rowOf } from '../../server/src/platform/read/row.ts';
import { KINDS, type Kind, type Operation, viewerOf } from './rights-kit.ts';

/** Whether a kind of actor may try an operation at all. */
export const allowed = (kind: Kind, operation: Operation): boolean => {
  try {
    authorize(viewerOf(kind), operation.permission);
    return true;
  } catch {
    return false;
  }
};

/** Names on one line, so that the table reads and its changes show line by line. */
const line = (kinds: readonly Kind[]): string => {
  if (kinds.length === 0) return 'nobody';
  if (kinds.length === KINDS.length) return 'everybody';
  const signedIn = kinds.filter(({ via }) => via === 'session');
  const all = signedIn.length === KINDS.filter(({ via }) => via === 'session').length;
  const others = kinds.filter(({ via }) => via !== 'session').map(({ name }) => name);
  return [...others, ...(all ? ['everybody signed in'] : signedIn.map(({ name }) => name))].join(', ');
};

const sorted = (table: Readonly<Record<string, unknown>>): string =>
  `${JSON.stringify(Object.fromEntries(Object.entries(table).sort()), null, 2)}\n`;

/** Who may try which operation, as text. */
export function operationTable(operations: readonly Operation[]): string {
  return sorted(
    Object.fromEntries(
      operations.map((operation) => [operation.name, line(KINDS.filter((kind) => allowed(kind, operation)))]),
    ),
  );
}

/** What is stored under a policy. */
const entityOf = (subject: string, database: Database) =>
  declaredReads().get(subject)?.entity ??
  [...declaredReads().values()].find(({ access }) => access.subject === subject)?.entity ??
  ENTITIES.find((entity) => database.orm.getMetadata().get(entity).className === subject);

/** The names of what is stored without a policy: nothing of it can be read or loaded by anybody's right. */
export function withoutPolicy(policies: ReadonlyMap<string, Access>, database: Database): readonly string[] {
  const held = new Set([...policies.keys()].map((subject) => entityOf(subject, database)));
  return ENTITIES.filter((entity) => !held.has(entity))
    .map((entity) => database.orm.getMetadata().get(entity).className)
    .sort();
}

/** Who may see and do what with which rows, as text. */
export function rowTable(policies: ReadonlyMap<string, Access>, database: Database): string {
  const metadata = database.orm.getMetadata();
  const table: Record<string, Record<string, string>> = {};
  for (const [subject, access] of policies) {
    const entity = entityOf(subject, database);
    if (!entity) throw new Error(`${subject} is the policy of nothing that is stored`);
    const row = rowOf(metadata.get(entity), 't0');
    for (const [action, rule] of Object.entries<RowRule>({ read: access.read, ...access.actions })) {
      const answers = KINDS.filter(({ via }) => via !== 'token').map((kind) => ({
        kind,
        met: rule(viewerOf(kind), row),
      }));
      const which = (met: (answer: unknown) => boolean): string =>
        answers.every((answer) => met(answer.met))
          ? 'everybody'
          : line(answers.filter((answer) => met(answer.met)).map(({ kind }) => kind));
      table[`${subject}.${action}`] = {
        'every row': which((met) => met === true),
        'some rows': which((met) => typeof met !== 'boolean'),
      };
    }
  }
  return sorted(table);
}
