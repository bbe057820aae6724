import type { Translation } from '#client/ui/core/messages-type.ts';
import { edition, home } from './messages/coordinator.en.ts';
import { entries, entry, marks, names, screening } from './messages/entries.en.ts';
import { leader, lessons, wizard } from './messages/leader.en.ts';
import { liaison } from './messages/liaison.en.ts';
import { problems, terms } from './messages/problems.en.ts';
import { open } from './messages/public.en.ts';
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
} from './messages/setup.en.ts';
import { training } from './messages/training.en.ts';
import type zh from './messages.zh-CN.ts';

/** The same in English. */
const en: Translation<typeof zh> = {
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
};

export default en;
