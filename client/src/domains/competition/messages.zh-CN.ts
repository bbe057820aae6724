import type { COMPETITION_PROBLEMS } from '@xinghuo/shared/competition/problems';
import type { TRAINING_PROBLEMS } from '@xinghuo/shared/competition/training';
import type { MessageTree } from '#client/ui/core/messages-type.ts';
import { edition, home } from './messages/coordinator.zh-CN.ts';
import { entries, entry, marks, names, screening } from './messages/entries.zh-CN.ts';
import { leader, lessons, wizard } from './messages/leader.zh-CN.ts';
import { liaison } from './messages/liaison.zh-CN.ts';
import { problems, terms } from './messages/problems.zh-CN.ts';
import { open } from './messages/public.zh-CN.ts';
import {
  awards,
  categories,
  criteria,
  dates,
  editions,
  extensions,
  noticePreview,
  rounds,
  rule,
  setup,
} from './messages/setup.zh-CN.ts';
import { training } from './messages/training.zh-CN.ts';

type Codes = keyof typeof COMPETITION_PROBLEMS | keyof typeof TRAINING_PROBLEMS;

/** Words of the competition domain, one file per area. */
const zh = {
  problems,
  terms,
  edition,
  home,
  entries,
  entry,
  screening,
  marks,
  names,
  editions,
  setup,
  dates,
  categories,
  rounds,
  criteria,
  awards,
  rule,
  extensions,
  noticePreview,
  training,
  leader,
  wizard,
  lessons,
  liaison,
  open,
} as const satisfies { problems: Record<Codes, string> } & MessageTree;

export default zh;
