import { COMPETITION_STATES, ROUND_STATES } from '@xinghuo/shared/competition/competition';
import type { COMPETITION_PROBLEMS } from '@xinghuo/shared/competition/problems';
import type { TRAINING_PROBLEMS } from '@xinghuo/shared/competition/training';
import { TEAM_STATES } from '@xinghuo/shared/teams/team';
import { wordsOf } from './words-of.ts';

/** A sentence for every refusal of the competition. */
const competitionProblems = {
  DEADLINE_PASSED: '已于 {{deadline}} 截止',
  DEADLINE_AHEAD: '要等到 {{until}} 截止之后才能进行这一步',
  DEADLINE_NOT_LATER: '延期后的时间应晚于现在的截止时间 {{deadline}}',
  NOT_YET_OPEN: '{{opensAt}} 起才开始接收项目',
  COMPETITION_STATE: '大赛现在处于“{{state, competitionState}}”阶段，不能这样做',
  DATES_MISSING: '还没有填写“{{field, date}}”',
  CATEGORIES_MISSING: '这一届大赛还没有设置类别',
  ROUNDS_MISSING: '没有可以开始的评审轮次',
  CRITERIA_MISSING: '“{{round}}”还没有评分标准',
  RUBRIC_FROZEN: '已有评委提交评分，评分标准和权重不能再改',
  ROUND_STARTED: '该轮次处于“{{state, roundState}}”状态，不能再改',
  ENTRIES_EXIST: '已有 {{count}} 个参赛项目',
  ENTRIES_UNSCREENED: '还有 {{count}} 个项目没有完成初审',
  ENTRIES_UNDECIDED: '还有 {{count}} 个项目没有确定是否晋级',
  ENTRIES_MISSING: '没有可以进入这一步的项目',
  ROUND_NOT_LOCKED: '“{{round}}”的评分还没有锁定',
  PLAN_MISSING: '请上传项目方案',
  TEAM_NOT_ACTIVE: '只有正常状态的队伍才能参赛，这支队伍现在是“{{state, teamState}}”',
  ENTRY_NOT_EDITABLE: '项目只有在草稿或退回修改时才能改动',
  STEP_INVALID: '满分 {{max}} 不能被步长 {{step}} 整除',
  BANDS_INVALID: '分档应从低到高、互不重叠，并且都在 0 到 {{max}} 之间',
} as const satisfies Record<keyof typeof COMPETITION_PROBLEMS, string>;

/** A sentence for every refusal of training. */
const trainingProblems = {
  TRAINING_STARTED: '培训已于 {{startsAt}} 开始，报名不能再改动',
  TRAINING_NOT_STARTED: '培训要到 {{startsAt}} 才开始，开始后才能登记到场',
  TRAINING_FULL: '名额不够，还剩 {{free}} 个',
  TRAINING_CANCELLED: '这场培训已取消',
  NOT_REGISTERED: '这个人不在报名名单里',
} as const satisfies Record<keyof typeof TRAINING_PROBLEMS, string>;

export const problems = { ...competitionProblems, ...trainingProblems };

/** What a value inside a sentence is called: `{{state, competitionState}}`. */
export const terms = {
  competitionState: wordsOf(COMPETITION_STATES, 'zh'),
  roundState: wordsOf(ROUND_STATES, 'zh'),
  teamState: wordsOf(TEAM_STATES, 'zh'),
  date: {
    entriesOpenAt: '征集开始时间',
    entriesCloseAt: '征集截止时间',
    screeningCloseAt: '初审截止时间',
    'rounds.*.opensAt': '第 {{n}} 轮评分开始时间',
    'rounds.*.closesAt': '第 {{n}} 轮评分截止时间',
    opensAt: '评分开始时间',
    closesAt: '评分截止时间',
    publicityStartsAt: '公示开始时间',
    publicityEndsAt: '公示结束时间',
    startsAt: '开始时间',
    endsAt: '结束时间',
  },
};
