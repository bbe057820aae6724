import type { DomainModule } from '#client/ui/core/domain-module.ts';
import type zh from './messages.zh-CN.ts';

/** The project competition: editions, entries and training. */
export const competition: DomainModule<'competition', typeof zh> = {
  name: 'competition',
  messages: { 'zh-CN': () => import('./messages.zh-CN.ts'), en: () => import('./messages.en.ts') },
  nav: [
    {
      path: '/my-entries',
      also: ['/my-trainings', '/presentation'],
      label: { zh: '项目申报', en: 'My entries' },
      icon: 'FileTextOutlined',
      group: 'work',
      permission: 'entry.write',
      role: 'TEAM_LEADER',
    },
    {
      path: '/my-trainings',
      label: { zh: '专题培训', en: 'Training' },
      icon: 'ReadOutlined',
      group: 'work',
      permission: 'training.list',
      role: 'UNIT_LIAISON',
    },
    {
      path: '/competition',
      label: { zh: '大赛总览', en: 'Overview' },
      icon: 'DashboardOutlined',
      group: 'competition',
      permission: 'judging.progress',
    },
    {
      path: '/entries',
      label: { zh: '参赛项目', en: 'Entries' },
      icon: 'FileTextOutlined',
      group: 'competition',
      permission: 'judging.progress',
    },
    {
      path: '/competitions',
      label: { zh: '大赛设置', en: 'Editions' },
      icon: 'TrophyOutlined',
      group: 'competition',
      permission: 'judging.progress',
    },
    {
      path: '/training-sessions',
      also: ['/training-registrations'],
      label: { zh: '专题培训', en: 'Training' },
      icon: 'ReadOutlined',
      group: 'competition',
      permission: 'judging.progress',
    },
  ],
  routes: [
    {
      path: 'training-sessions',
      permission: 'judging.progress',
      screen: () => import('./trainings-screen.tsx'),
    },
    {
      path: 'training-registrations',
      permission: 'judging.progress',
      screen: () => import('./registrations-screen.tsx'),
    },
    {
      path: 'training-sessions/new',
      permission: 'training.manage',
      screen: () => import('./training-create-screen.tsx'),
    },
    {
      path: 'training-sessions/:id',
      permission: 'judging.progress',
      screen: () => import('./training-screen.tsx'),
    },
    {
      path: 'training-sessions/:id/edit',
      permission: 'training.manage',
      screen: () => import('./training-edit-screen.tsx'),
    },
    { path: 'competition', permission: 'judging.progress', screen: () => import('./dashboard-screen.tsx') },
    { path: 'entries', permission: 'judging.progress', screen: () => import('./entries-screen.tsx') },
    { path: 'competitions', permission: 'judging.progress', screen: () => import('./editions-screen.tsx') },
    {
      path: 'competitions/new',
      permission: 'competition.manage',
      screen: () => import('./edition-create-screen.tsx'),
    },
    {
      path: 'competitions/:id',
      permission: 'judging.progress',
      screen: () => import('./edition-screen.tsx'),
    },
    { path: 'entries/:id', permission: 'entry.list', screen: () => import('./entry-screen.tsx') },
    { path: 'my-entries', permission: 'entry.write', screen: () => import('./leader-home-screen.tsx') },
    { path: 'my-entries/new', permission: 'entry.write', screen: () => import('./leader-new-screen.tsx') },
    { path: 'my-entries/:id', permission: 'entry.write', screen: () => import('./leader-entry-screen.tsx') },
    {
      path: 'my-entries/:id/edit',
      permission: 'entry.write',
      screen: () => import('./leader-edit-screen.tsx'),
    },
    {
      path: 'my-trainings',
      permission: 'training.list',
      screen: () => import('./leader-trainings-screen.tsx'),
    },
  ],
  publicRoutes: [
    { path: 'public', screen: () => import('./public-home-screen.tsx') },
    { path: 'public/results/:competition', screen: () => import('./public-results-screen.tsx') },
    { path: 'public/results/:competition/objection', screen: () => import('./public-objection-screen.tsx') },
    { path: 'public/projects/:id', screen: () => import('./public-project-screen.tsx') },
    { path: 'public/trainings', screen: () => import('./public-trainings-screen.tsx') },
    { path: 'public/library', screen: () => import('./public-library-screen.tsx') },
  ],
  homes: [
    { permission: 'judging.progress', rank: 10, screen: () => import('./dashboard-screen.tsx') },
    { permission: 'entry.write', rank: 40, screen: () => import('./leader-home-screen.tsx') },
    { permission: 'team.create', rank: 50, screen: () => import('./liaison-home-screen.tsx') },
  ],
  search: [
    {
      label: { zh: '参赛项目', en: 'Entries' },
      permission: 'entry.list',
      search: async (...asked) => (await import('./find-entries.ts')).searchEntries(...asked),
    },
  ],
};
