import { analyse, analysisDigest } from '@xinghuo/shared/judging/analysis/analyse';
import { assign } from '@xinghuo/shared/judging/assignment/assign';
import { repairAssignment } from '@xinghuo/shared/judging/assignment/repair';
import type { AssignmentResult } from '@xinghuo/shared/judging/assignment/types';
import { type Publication, publicationOf } from '@xinghuo/shared/judging/publication/publication';
import { checkpoint, partOf, type WorkHooks } from '@xinghuo/shared/judging/work-hooks';
import { computeWithSheets } from './compute-with-sheets.ts';
import type { EngineTask, ResultAnswer } from './engine-thread.ts';

/** Does a task where it is called: in the worker. */
export function runTask(task: EngineTask, hooks: WorkHooks): AssignmentResult | ResultAnswer | Publication {
  if (task.engine === 'publish') return publicationOf(task.input.input, task.input.codes, task.input.names);
  if (task.engine === 'repair') return repairAssignment(task.input, task.present, hooks).result;
  if (task.engine === 'assign') return assign(task.input, hooks);
  const { inputs, settings } = task.input;
  const rules = settings ? 0.25 : 1;
  const results = inputs.map((input, i) => {
    checkpoint(hooks, (i / inputs.length) * rules, 'RULES');
    return computeWithSheets(input);
  });
  const [official] = inputs;
  if (!settings || !official) return { results, analysis: null };
  const value = analyse(official, settings, partOf(hooks, rules, 1));
  return { results, analysis: { value, digest: analysisDigest(value) } };
}
