import {
  GraphQLError,
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLSchema,
  isObjectType,
} from 'graphql';
import { buildSchema, getMetadataStorage, type NonEmptyArray } from 'type-graphql';
import { type OperationRight, RIGHT_EXTENSION } from '../access/operation.ts';
import type { Permissions } from '../access/permissions.ts';
import type { Viewer } from '../access/viewer.ts';
import { forbidden, unauthenticated } from './errors.ts';

/** Subscriptions say themselves what they listen to (`context.ticks`); type-graphql only insists on having this. */
const NO_PUBSUB = {
  publish(): never {
    throw new Error('publish through tx.publish');
  },
  subscribe(): never {
    throw new Error('subscribe through context.ticks');
  },
};

/** What a guarded resolver needs to know of its context. */
interface GuardedContext {
  readonly viewer: Viewer;
}

/** The contract, built from the domains' resolvers, every operation behind its right. */
export async function buildContract(
  resolvers: readonly (new () => object)[],
  permissions: Permissions,
): Promise<GraphQLSchema> {
  const schema = await buildSchema({
    resolvers: resolvers as unknown as NonEmptyArray<new () => object>,
    validate: false,
    emitSchemaFile: false,
    pubSub: NO_PUBSUB,
  });
  const explicit = explicitResolvers();
  const faults: string[] = [];
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) || type.name.startsWith('__')) continue;
    const root = [schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()].includes(
      type,
    );
    for (const field of Object.values(type.getFields())) {
      if (root) guard(type, field, permissions, faults);
      // A plain property needs no resolver function: without one, compiled execution reads it directly.
      else if (!explicit.has(`${type.name}.${field.name}`)) delete field.resolve;
    }
  }
  if (faults.length > 0) throw new Error(`Operations without a valid right:\n  ${faults.join('\n  ')}`);
  return schema;
}

/** `Type.field` of every field that has a resolver method of its own. */
export function explicitResolvers(): ReadonlySet<string> {
  const storage = getMetadataStorage();
  const names = new Set<string>();
  for (const resolver of storage.fieldResolvers) {
    const target = resolver.getObjectType?.() ?? resolver.target;
    const type = storage.objectTypes.find((object) => object.target === target);
    if (type) names.add(`${type.name}.${resolver.schemaName}`);
  }
  return names;
}

function guard(
  type: GraphQLObjectType,
  field: GraphQLField<unknown, GuardedContext>,
  permissions: Permissions,
  faults: string[],
): void {
  const right = (field.extensions as Record<string, unknown>)[RIGHT_EXTENSION] as OperationRight | undefined;
  if (!right) {
    faults.push(`${type.name}.${field.name} declares none: add @Allow('…') or @Public()`);
    return;
  }
  const permission = 'permission' in right ? right.permission : null;
  if (permission !== null && !permissions.all[permission]) {
    faults.push(`${type.name}.${field.name} demands ${permission}, which no domain declares`);
    return;
  }
  for (const part of ['resolve', 'subscribe'] as const) {
    const inner = field[part];
    if (!inner) continue;
    field[part] = (source, args, context, info) => {
      authorize(context.viewer, permission);
      return inner(source, args, context, info);
    };
  }
}

/** Refuses an operation the viewer may not even try. */
export function authorize(viewer: Viewer, permission: string | null): void {
  if (viewer.mustChangePassword && permission !== null && permission !== 'session.own') {
    throw new GraphQLError('Choose a password of your own first.', {
      extensions: { code: 'PASSWORD_CHANGE_REQUIRED' },
    });
  }
  if (permission === null || viewer.permissions.has(permission)) return;
  throw viewer.via === 'anonymous' ? unauthenticated() : forbidden(permission);
}
