import type { JudgeEvent } from '@xinghuo/shared/judging/domain/judge';
import { useWrite, type WriteOutcome } from '#client/ui/core/use-write.ts';
import { JUDGE_ACTIVATE, JUDGE_REINSTATE, JUDGE_WITHDRAW } from './judges-documents.ts';

/** The steps a coordinator takes on one judge by hand; inviting has its own, for many at once. */
export type JudgeStepEvent = Exclude<JudgeEvent, 'invite'>;

/** The step of an event: `step(event, { id, version }, reason)`. */
export type JudgeStep = (
  event: JudgeStepEvent,
  judge: { readonly id: string; readonly version: number },
  reason: string | undefined,
) => Promise<WriteOutcome<unknown>>;

/** Takes the steps of a judge's lifecycle. */
export function useJudgeStep(): JudgeStep {
  const [activate] = useWrite(JUDGE_ACTIVATE);
  const [reinstate] = useWrite(JUDGE_REINSTATE);
  const [withdraw] = useWrite(JUDGE_WITHDRAW);
  return (event, { id, version }, reason) => {
    if (event === 'withdraw') return withdraw({ input: { id, version, reason: reason ?? '' } });
    const step = event === 'activate' ? activate : reinstate;
    return step({ input: { id, version } });
  };
}
