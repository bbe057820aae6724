import { CONFLICT_FINDINGS, type ConflictFinding } from '@xinghuo/shared/judging/domain/judge';
import type { Label } from '@xinghuo/shared/kernel/label';

const isFinding = (reason: string): reason is ConflictFinding => Object.hasOwn(CONFLICT_FINDINGS, reason);

/** Why there is a conflict: what a person wrote, or the words of what the system found. */
export function conflictReason(
  conflict: { readonly source: string; readonly reason: string },
  label: (of: Label) => string,
): string {
  const { source, reason } = conflict;
  return source === 'FOUND' && isFinding(reason) ? label(CONFLICT_FINDINGS[reason]) : reason;
}
