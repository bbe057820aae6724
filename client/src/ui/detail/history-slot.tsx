import { type ComponentType, createContext, type ReactNode, Suspense, useContext } from 'react';
import { LoadingState } from '../show/states.tsx';

/** What happened to one object, drawn. */
export type HistoryView = ComponentType<{ subjectType: string; subjectId: string }>;

/** Filled by the application: the pages of domains that stand before the audit log show their history through it. */
export const HistoryContext = createContext<HistoryView | null>(null);

/** The history of an object, for a tab of its page; shown to those who hold `audit.history`. */
export function HistorySlot(props: { subjectType: string; subjectId: string }): ReactNode {
  const History = useContext(HistoryContext);
  return History ? (
    <Suspense fallback={<LoadingState />}>
      <History {...props} />
    </Suspense>
  ) : null;
}
