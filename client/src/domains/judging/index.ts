import type { DomainModule } from '#client/ui/core/domain-module.ts';
import type zh from './messages.zh-CN.ts';

/** Judging: what a judge does, and what the office does around it. */
export const judging: DomainModule<'judging', typeof zh> = {
  name: 'judging',
  messages: { 'zh-CN': () => import('./messages.zh-CN.ts'), en: () => import('./messages.en.ts') },
  nav: [
    {
      path: '/judge',
      label: { zh: '评审任务', en: 'Entries to judge' },
      icon: 'FormOutlined',
      group: 'work',
      permission: 'scoreSheet.mark',
    },
    {
      path: '/judges',
      also: ['/panels', '/practice'],
      label: { zh: '评委', en: 'Judges' },
      icon: 'UserSwitchOutlined',
      group: 'competition',
      permission: 'assignment.board',
    },
    {
      path: '/conflicts',
      label: { zh: '回避', en: 'Conflicts' },
      icon: 'StopOutlined',
      group: 'competition',
      permission: 'assignment.board',
    },
    {
      path: '/assignments',
      label: { zh: '评审分配', en: 'Assignment' },
      icon: 'ApartmentOutlined',
      group: 'competition',
      permission: 'assignment.board',
    },
    {
      path: '/judging',
      also: ['/presentation', '/sheets', '/computations'],
      label: { zh: '评审进度', en: 'Progress' },
      icon: 'LineChartOutlined',
      group: 'competition',
      permission: 'judging.progress',
    },
    {
      path: '/results',
      also: ['/deliberation'],
      label: { zh: '评审结果', en: 'Results' },
      icon: 'BarChartOutlined',
      group: 'competition',
      permission: 'deliberation.list',
    },
    {
      path: '/publicity',
      also: ['/objections'],
      label: { zh: '公示与公布', en: 'Public notice' },
      icon: 'NotificationOutlined',
      group: 'competition',
      permission: 'deliberation.list',
    },
  ],
  routes: [
    { path: 'judge', permission: 'scoreSheet.mark', screen: () => import('./judge-screen.tsx') },
    { path: 'judge/sheets/:id', permission: 'scoreSheet.mark', screen: () => import('./console-screen.tsx') },
    {
      path: 'judge/practice/:id',
      permission: 'scoreSheet.mark',
      screen: () => import('./practice-screen.tsx'),
    },
    {
      path: 'presentation',
      permission: 'presentation.see',
      screen: () => import('./presentation-screen.tsx'),
    },
    { path: 'practice', permission: 'assignment.board', screen: () => import('./practices-screen.tsx') },
    { path: 'judges', permission: 'assignment.board', screen: () => import('./judges-screen.tsx') },
    { path: 'judges/new', permission: 'judge.manage', screen: () => import('./judges-create-screen.tsx') },
    { path: 'judges/:id', permission: 'assignment.board', screen: () => import('./judges-page-screen.tsx') },
    { path: 'judges/:id/edit', permission: 'judge.manage', screen: () => import('./judges-edit-screen.tsx') },
    { path: 'panels', permission: 'assignment.board', screen: () => import('./panels-screen.tsx') },
    { path: 'conflicts', permission: 'assignment.board', screen: () => import('./conflicts-screen.tsx') },
    { path: 'assignments', permission: 'assignment.board', screen: () => import('./assignment-screen.tsx') },
    {
      path: 'assignments/plans/:id',
      permission: 'assignment.board',
      screen: () => import('./assignment-plan-screen.tsx'),
    },
    { path: 'judging', permission: 'judging.progress', screen: () => import('./progress-screen.tsx') },
    {
      path: 'sheets/:id',
      permission: 'judging.progress',
      screen: () => import('./progress-sheet-screen.tsx'),
    },
    {
      path: 'computations/:id',
      permission: 'judging.progress',
      screen: () => import('./computation-screen.tsx'),
    },
    { path: 'results', permission: 'deliberation.list', screen: () => import('./results-screen.tsx') },
    {
      path: 'deliberation',
      permission: 'deliberation.list',
      screen: () => import('./deliberation-screen.tsx'),
    },
    { path: 'publicity', permission: 'deliberation.list', screen: () => import('./publicity-screen.tsx') },
    { path: 'objections', permission: 'objection.list', screen: () => import('./objections-screen.tsx') },
    {
      path: 'objections/:id',
      permission: 'objection.list',
      screen: () => import('./objections-page-screen.tsx'),
    },
  ],
  homes: [{ permission: 'scoreSheet.mark', rank: 30, screen: () => import('./judge-screen.tsx') }],
  search: [
    {
      label: { zh: '评委', en: 'Judges' },
      permission: 'assignment.board',
      search: async (...asked) => (await import('./judges-find.ts')).searchJudges(...asked),
    },
  ],
};
