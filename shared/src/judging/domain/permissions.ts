import type { PermissionTable } from '../../kernel/permission.ts';

export const JUDGING_PERMISSIONS = {
  'judge.list': { zh: '查看评委', en: 'See judges', roles: ['COORDINATOR', 'AUDITOR', 'JUDGE'] },
  'judge.manage': { zh: '管理评委和评审组', en: 'Manage judges and panels', roles: ['COORDINATOR'] },
  'conflict.list': { zh: '查看回避关系', en: 'See conflicts', roles: ['COORDINATOR', 'AUDITOR', 'JUDGE'] },
  'conflict.manage': { zh: '登记回避关系', en: 'Enter conflicts', roles: ['COORDINATOR'] },
  'assignment.list': { zh: '查看分配', en: 'See assignments', roles: ['COORDINATOR', 'AUDITOR', 'JUDGE'] },
  'assignment.board': {
    zh: '查看分配看板',
    en: 'See the assignment board',
    roles: ['COORDINATOR', 'AUDITOR'],
  },
  'assignment.manage': { zh: '分配评审任务', en: 'Assign judges', roles: ['COORDINATOR'] },
  'practice.list': {
    zh: '查看试评项目',
    en: 'See practice entries',
    roles: ['COORDINATOR', 'AUDITOR', 'JUDGE'],
  },
  'practice.manage': { zh: '设置试评项目', en: 'Set practice entries', roles: ['COORDINATOR'] },
  'practice.do': { zh: '试评', en: 'Do practice entries', roles: ['JUDGE'] },
  'presentation.see': {
    zh: '查看展示顺序',
    en: 'See the starting order',
    roles: ['COORDINATOR', 'AUDITOR', 'JUDGE', 'TEAM_LEADER'],
  },
  'presentation.manage': { zh: '主持现场展示', en: 'Run presentations', roles: ['COORDINATOR'] },
  'scoreSheet.list': { zh: '查看评分表', en: 'See score sheets', roles: ['COORDINATOR', 'AUDITOR', 'JUDGE'] },
  'scoreSheet.mark': { zh: '评分', en: 'Mark entries', roles: ['JUDGE'] },
  'scoreSheet.reopen': { zh: '退回评分表', en: 'Reopen score sheets', roles: ['COORDINATOR'] },
  'scoreSheet.withhold': { zh: '不转交评语', en: 'Withhold remarks', roles: ['COORDINATOR'] },
  'judging.progress': { zh: '查看评审进度', en: 'See judging progress', roles: ['COORDINATOR', 'AUDITOR'] },
  'judging.compute': { zh: '运行评审计算', en: 'Run computations', roles: ['COORDINATOR'] },
  'result.manage': { zh: '计算和公布结果', en: 'Compute and publish results', roles: ['COORDINATOR'] },
  'deliberation.list': { zh: '查看合议记录', en: 'See deliberations', roles: ['COORDINATOR', 'AUDITOR'] },
  'objection.list': {
    zh: '查看异议',
    en: 'See objections',
    roles: ['COORDINATOR', 'AUDITOR', 'TEAM_LEADER'],
  },
  'feedback.read': {
    zh: '查看评审反馈',
    en: 'Read feedback on entries',
    roles: ['COORDINATOR', 'AUDITOR', 'TEAM_LEADER'],
  },
  'objection.decide': { zh: '处理异议', en: 'Decide objections', roles: ['COORDINATOR'] },
} as const satisfies PermissionTable;
