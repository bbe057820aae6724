/** One object that a step made, changed or removed. */
export interface AuditChange {
  readonly type: string;
  readonly id: string;
  readonly kind: 'create' | 'update' | 'delete';
  readonly before: Readonly<Record<string, unknown>>;
  readonly after: Readonly<Record<string, unknown>>;
}

function record(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : {};
}

/** Reads what the log holds; entries of another form are left out. */
export function readChanges(json: unknown): readonly AuditChange[] {
  if (!Array.isArray(json)) return [];
  return json.flatMap((one: unknown): AuditChange[] => {
    const { type, id, kind, before, after } = record(one);
    if (typeof type !== 'string' || (kind !== 'create' && kind !== 'update' && kind !== 'delete')) return [];
    return [
      { type, id: typeof id === 'string' ? id : '', kind, before: record(before), after: record(after) },
    ];
  });
}

/** The fields a change touches, without the id, in the order of the log. */
export function changedFields({ before, after }: AuditChange): readonly string[] {
  return [...new Set([...Object.keys(before), ...Object.keys(after)])].filter((name) => name !== 'id');
}
