import { enumTable, type Label } from '../kernel/label.ts';
import { transitionTable } from '../kernel/transition.ts';

/** The phases of an edition. */
export const COMPETITION_STATES = enumTable({
  DRAFT: { zh: '筹备中', en: 'Being set up', note: 'Seen by coordinators and auditors only.' },
  OPEN: { zh: '征集中', en: 'Open for entries' },
  SCREENING: { zh: '资格初审', en: 'Screening' },
  REVIEW: { zh: '评审中', en: 'In review', note: 'Which round is told by currentRound.' },
  DELIBERATION: { zh: '合议中', en: 'Deliberation' },
  PUBLICISED: { zh: '公示中', en: 'Public notice', note: 'The proposed awards stand open to objections.' },
  CLOSED: { zh: '已公布', en: 'Published', note: 'The awards are final.' },
});
export type CompetitionState = keyof typeof COMPETITION_STATES;

/** How an edition moves through its phases. `startReview` also leads from one round to the next. */
export const COMPETITION_LIFECYCLE = transitionTable({
  states: ['DRAFT', 'OPEN', 'SCREENING', 'REVIEW', 'DELIBERATION', 'PUBLICISED', 'CLOSED'],
  initial: 'DRAFT',
  events: {
    open: { zh: '开放征集', en: 'Open for entries', from: ['DRAFT'], to: 'OPEN', right: 'manage' },
    returnToDraft: { zh: '退回筹备', en: 'Back to set-up', from: ['OPEN'], to: 'DRAFT', right: 'manage' },
    startScreening: {
      zh: '转入初审',
      en: 'Start screening',
      from: ['OPEN'],
      to: 'SCREENING',
      right: 'manage',
    },
    startReview: {
      zh: '开始评审',
      en: 'Start the review',
      from: ['SCREENING', 'REVIEW'],
      to: 'REVIEW',
      right: 'manage',
    },
    startDeliberation: {
      zh: '转入合议',
      en: 'Start deliberation',
      from: ['REVIEW'],
      to: 'DELIBERATION',
      right: 'manage',
    },
    publicise: {
      zh: '开始公示',
      en: 'Give public notice',
      from: ['DELIBERATION'],
      to: 'PUBLICISED',
      right: 'manage',
      final: true,
    },
    close: {
      zh: '正式公布',
      en: 'Publish finally',
      from: ['PUBLICISED'],
      to: 'CLOSED',
      right: 'manage',
      final: true,
    },
  },
});
/** What `startReview` is called once a round is under way: it leads into the next one. */
export const NEXT_ROUND: Label = { zh: '进入下一轮评审', en: 'Begin the next round' };
export type CompetitionEvent = keyof typeof COMPETITION_LIFECYCLE.events;

/** How a round is judged. */
export const ROUND_KINDS = enumTable({
  DOCUMENT: { zh: '书面评审', en: 'Document review' },
  PRESENTATION: { zh: '现场展示', en: 'Presentation' },
});
export type RoundKind = keyof typeof ROUND_KINDS;

/** Whether a judge must do the practice entries of a category before the first real one. */
export const PRACTICE_RULES = enumTable({
  OFFERED: { zh: '自愿试评', en: 'Offered', note: 'Judges may leave them out.' },
  REQUIRED: {
    zh: '必须试评',
    en: 'Required',
    note: 'The first real entry of a category opens once its practice entries are done.',
  },
});
export type PracticeRule = keyof typeof PRACTICE_RULES;

/** Whether a round takes marks. */
export const ROUND_STATES = enumTable({
  PLANNED: { zh: '未开始', en: 'Planned' },
  OPEN: { zh: '评分中', en: 'Taking marks' },
  LOCKED: {
    zh: '已锁定',
    en: 'Locked',
    note: 'No mark changes while it is locked; judges may see the round.',
  },
});
export type RoundState = keyof typeof ROUND_STATES;

/**
 * A round opens with the review (`open` follows from the edition's step) and is locked once its sheets are in. It can be
 * reopened for a reason while no later step stands on it.
 */
export const ROUND_LIFECYCLE = transitionTable({
  states: ['PLANNED', 'OPEN', 'LOCKED'],
  initial: 'PLANNED',
  events: {
    open: { zh: '开始评分', en: 'Open', from: ['PLANNED'], to: 'OPEN', right: 'begin' },
    lock: { zh: '锁定评分', en: 'Lock', from: ['OPEN'], to: 'LOCKED', right: 'manage' },
    reopen: {
      zh: '重新开放评分',
      en: 'Reopen marking',
      from: ['LOCKED'],
      to: 'OPEN',
      right: 'manage',
      reason: true,
    },
  },
});
export type RoundEvent = keyof typeof ROUND_LIFECYCLE.events;

/** Among whom an award is given. */
export const AWARD_SCOPES = enumTable({
  CATEGORY: { zh: '各类别', en: 'In each category', note: 'The quota counts in every category.' },
  OVERALL: { zh: '全部项目', en: 'Over all categories' },
  NOMINATED: {
    zh: '评议产生',
    en: 'By nomination',
    note: 'Given by decision, never by rank: the computation of results leaves it out.',
  },
});
export type AwardScope = keyof typeof AWARD_SCOPES;

/** What happens when entries that share a rank would exceed an award's quota. */
export const TIES_AT_LINE = enumTable({
  SHARE: { zh: '并列同奖', en: 'All of them get it' },
  DELIBERATE: { zh: '提交合议', en: 'None of them; deliberation decides' },
});
export type TieAtLine = keyof typeof TIES_AT_LINE;
