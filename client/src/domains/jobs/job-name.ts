import { JOB_NAMES } from '@xinghuo/shared/jobs/job-names';
import type { EnumTable } from '@xinghuo/shared/kernel/label';
import { useLabel } from '#client/ui/core/language.ts';

const NAMES: EnumTable = JOB_NAMES;

/** The kinds of work in words; a kind that has no words yet keeps the name it has in the code. */
export function useJobName(): (name: string) => string {
  const label = useLabel();
  return (name) => {
    const words = NAMES[name];
    return words ? label(words) : name;
  };
}
