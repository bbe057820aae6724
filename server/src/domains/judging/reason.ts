import { JUDGE_LIMITS } from '@xinghuo/shared/judging/domain/judge';
import { problem } from '@xinghuo/shared/kernel/problem';
import { cleanText, textProblem } from '@xinghuo/shared/kernel/text-limits';
import type { Tx } from '../../platform/write/tx.ts';

/** The reason of a step: noted as a problem when it is missing or too long, and kept in the audit log. */
export function reasonOf(
  tx: Tx,
  reason: string | null | undefined,
  max: number = JUDGE_LIMITS.reason,
  path = 'reason',
): string {
  const clean = cleanText(reason);
  tx.note(clean === null ? problem('REASON_REQUIRED', path) : textProblem(path, clean, { max }));
  tx.reason = clean === null ? null : clean.slice(0, max);
  return clean ?? '';
}
