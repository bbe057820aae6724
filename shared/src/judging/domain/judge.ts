import { enumTable } from '../../kernel/label.ts';
import { transitionTable } from '../../kernel/transition.ts';

/** Whether a judge works in the edition. */
export const JUDGE_STATES = enumTable({
  INVITED: { zh: '待确认', en: 'Invited', note: 'Listed; has no account yet or has not begun.' },
  ACTIVE: { zh: '在任', en: 'Active' },
  WITHDRAWN: { zh: '已退出', en: 'Withdrawn', note: 'Gets no further entries; what was submitted stays.' },
});
export type JudgeState = keyof typeof JUDGE_STATES;

/** The lifecycle of a judge. */
export const JUDGE_LIFECYCLE = transitionTable({
  states: ['INVITED', 'ACTIVE', 'WITHDRAWN'],
  initial: 'INVITED',
  events: {
    invite: { zh: '发出邀请', en: 'Invite', from: ['INVITED'], to: 'INVITED', right: 'manage' },
    activate: { zh: '确认到任', en: 'Confirm', from: ['INVITED'], to: 'ACTIVE', right: 'manage' },
    withdraw: {
      zh: '退出评审',
      en: 'Withdraw',
      from: ['INVITED', 'ACTIVE'],
      to: 'WITHDRAWN',
      right: 'manage',
      reason: true,
    },
    reinstate: { zh: '恢复评审', en: 'Reinstate', from: ['WITHDRAWN'], to: 'ACTIVE', right: 'manage' },
  },
});
export type JudgeEvent = keyof typeof JUDGE_LIFECYCLE.events;

/** Where a conflict comes from. */
export const CONFLICT_SOURCES = enumTable({
  DECLARED: { zh: '评委申报', en: 'Declared', note: 'By the judge.' },
  ENTERED: { zh: '工作人员登记', en: 'Entered', note: 'By a coordinator.' },
  FOUND: {
    zh: '系统比对',
    en: 'Found',
    note: 'From a shared unit, team, membership, telephone or mail domain, or from past work.',
  },
});
export type ConflictSource = keyof typeof CONFLICT_SOURCES;

/** Limits of judges and conflicts: texts in characters. */
export const JUDGE_LIMITS = {
  email: 254,
  name: 40,
  nameEn: 100,
  organisation: 100,
  title: 60,
  phone: 30,
  formerUnits: 20,
  /** Entries in a round. */
  capacity: 1000,
  reason: 500,
  /** Days on which a judge can be there. */
  availableDays: 100,
  /** Judges on a panel. */
  panel: 100,
} as const;

/** The name of a judge in everything that others than coordinators see, until the edition is closed: `J07`. */
export function judgeCode(number: number): string {
  return `J${String(number).padStart(2, '0')}`;
}

/** Why the system found a conflict: what stands as its reason. */
export const CONFLICT_FINDINGS = enumTable({
  SAME_UNIT: { zh: '与参赛队伍同一单位', en: 'Same unit as the team' },
  TEAM_LEADER: { zh: '参赛队伍负责人', en: 'Leads the team' },
  TEAM_MEMBER: { zh: '参赛队伍成员', en: 'Member of the team' },
  ENTRY_AUTHOR: { zh: '填报了该项目', en: 'Wrote the entry' },
  FORMER_UNIT: { zh: '曾在参赛队伍所属单位任职', en: 'Worked for the team’s unit' },
  FORMER_MEMBER: { zh: '曾是参赛队伍成员', en: 'Was a member of the team' },
  PAST_ENTRY: { zh: '往届曾为该队伍填报项目', en: 'Wrote an entry of the team in another edition' },
  SAME_PHONE: { zh: '与项目联系电话相同', en: 'Same telephone as the entry’s contact' },
  SAME_MAIL_DOMAIN: {
    zh: '与参赛队伍使用同一单位邮箱',
    en: 'Mail address of the same organisation as the team',
  },
});
export type ConflictFinding = keyof typeof CONFLICT_FINDINGS;
