import { AsyncLocalStorage } from 'node:async_hooks';
import {
  ArrayType,
  type ChangeSet,
  ChangeSetType,
  type EntityMetadata,
  type EntityProperty,
  type EventSubscriber,
  type FlushEventArgs,
  type Platform,
  ReferenceKind,
} from '@mikro-orm/core';
import type { AuditChange } from './audit-event.entity.ts';

/** Collects what one transaction changes. */
export class Recorder {
  readonly changes: AuditChange[] = [];

  add(change: AuditChange): void {
    this.changes.push(change);
  }
}

const current = new AsyncLocalStorage<Recorder>();

/** Runs `body` with every flush inside recorded. */
export function recording<T>(recorder: Recorder, body: () => Promise<T>): Promise<T> {
  return current.run(recorder, body);
}

/** Longer texts are cut in the log: the object itself keeps its revisions. */
const TEXT = 2000;
/** Bookkeeping columns say nothing a reader of the log wants to know. */
const SILENT = new Set(['createdAt', 'updatedAt', 'version']);
/** Types the log does not record: the log itself. */
const SELF = new Set(['AuditEvent', 'AuditSeal']);

/** Turns every flushed change into an audit line: no use case can forget one. */
export class AuditSubscriber implements EventSubscriber {
  afterFlush(args: FlushEventArgs): void {
    const recorder = current.getStore();
    if (!recorder) return;
    for (const set of args.uow.getChangeSets()) {
      if (!SELF.has(set.meta.className)) recorder.add(changeOf(set as ChangeSet<Record<string, unknown>>));
    }
  }
}

/** The values of some properties as the log records them. */
function pickOf(
  meta: EntityMetadata,
  names: readonly string[],
): (source: Readonly<Record<string, unknown>> | undefined) => Record<string, unknown> {
  const properties = meta.properties as Record<string, EntityProperty>;
  return (source) => {
    const picked: Record<string, unknown> = {};
    for (const name of names) {
      const property = properties[name];
      if (
        !property ||
        SILENT.has(name) ||
        property.kind === ReferenceKind.ONE_TO_MANY ||
        property.kind === ReferenceKind.MANY_TO_MANY
      )
        continue;
      picked[name] = property.hidden ? '***' : plain(listed(property, source?.[name]));
    }
    return picked;
  };
}

/** New values that a statement writes, recorded like those that the ORM writes. */
export function updateOf(
  meta: EntityMetadata,
  id: string,
  before: Readonly<Record<string, unknown>>,
  after: Readonly<Record<string, unknown>>,
): AuditChange {
  const pick = pickOf(meta, Object.keys(after));
  return { type: meta.className, id, kind: 'update', before: pick(before), after: pick(after) };
}

function changeOf(set: ChangeSet<Record<string, unknown>>): AuditChange {
  const id = String((set.entity as { id?: unknown }).id ?? set.getSerializedPrimaryKey() ?? '');
  const type = set.meta.className;
  const pick = pickOf(set.meta, Object.keys(set.payload));
  if (set.type === ChangeSetType.CREATE) return { type, id, kind: 'create', after: pick(set.payload) };
  if (set.type === ChangeSetType.DELETE || set.type === ChangeSetType.DELETE_EARLY)
    return { type, id, kind: 'delete' };
  return {
    type,
    id,
    kind: 'update',
    before: pick(set.originalEntity as Record<string, unknown> | undefined),
    after: pick(set.payload),
  };
}

/** The ORM hands a list over as the database writes it, `{A,B}`: in the log it stands as a list. */
function listed({ customType }: EntityProperty, value: unknown): unknown {
  return customType instanceof ArrayType && typeof value === 'string'
    ? customType.convertToJSValue(value as never, customType.platform as Platform)
    : value;
}

/** A value as JSON that a person can read in the log. */
function plain(value: unknown): unknown {
  if (value === undefined || value === null) return null;
  if (value instanceof Date) return value.toISOString();
  if (typeof value === 'string') return value.length > TEXT ? `${value.slice(0, TEXT)}…` : value;
  if (typeof value === 'bigint') return value.toString();
  if (Buffer.isBuffer(value)) return '***';
  if (typeof value === 'object') {
    const text = JSON.stringify(value);
    return text.length > TEXT ? `${text.slice(0, TEXT)}…` : JSON.parse(text);
  }
  return value;
}
