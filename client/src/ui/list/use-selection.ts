import { useCallback, useEffect, useMemo, useState } from 'react';

/** Rows chosen over all pages of one list; `scope` changes with search and filters, and then nothing is chosen. */
export function useSelection<Row extends { readonly id: string }>(scope: string) {
  const [held, setHeld] = useState<{ scope: string; rows: ReadonlyMap<string, Row> }>({
    scope,
    rows: new Map(),
  });
  useEffect(() => {
    setHeld((before) => (before.scope === scope ? before : { scope, rows: new Map() }));
  }, [scope]);
  const toggle = useCallback((rows: readonly Row[], on: boolean) => {
    setHeld((before) => {
      const next = new Map(before.rows);
      for (const row of rows) {
        if (on) next.set(row.id, row);
        else next.delete(row.id);
      }
      return { ...before, rows: next };
    });
  }, []);
  const clear = useCallback(() => setHeld((before) => ({ ...before, rows: new Map() })), []);
  return useMemo(() => {
    const rows = held.scope === scope ? held.rows : new Map<string, Row>();
    return { rows: [...rows.values()], ids: new Set(rows.keys()), toggle, clear };
  }, [held, scope, toggle, clear]);
}
