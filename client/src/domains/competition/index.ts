import { DashboardOutlined, FileTextOutlined, TrophyOutlined } from '@ant-design/icons';
import type { DomainModule } from '#client/ui/core/domain-module.ts';
import type zh from './messages.zh-CN.ts';

/** The project competition: editions, entries and training. */
export const competition: DomainModule<'competition', typeof zh> = {
  name: 'competition',
  messages: { 'zh-CN': () => import('./messages.zh-CN.ts'), en: () => import('./messages.en.ts') },
  nav: [
    {
      path: '/competition',
      label: { zh: '大赛总览', en: 'Overview' },
      icon: DashboardOutlined,
      group: 'competition',
      permission: 'judging.progress',
    },
    {
      path: '/entries',
      label: { zh: '参赛项目', en: 'Entries' },
      icon: FileTextOutlined,
      group: 'competition',
      permission: 'judging.progress',
    },
    {
      path: '/competitions',
      label: { zh: '大赛设置', en: 'Editions' },
      icon: TrophyOutlined,
      group: 'competition',
      permission: 'judging.progress',
    },
  ],
  routes: [
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
  ],
  homes: [{ permission: 'judging.progress', rank: 10, screen: () => import('./dashboard-screen.tsx') }],
  search: [
    {
      label: { zh: '参赛项目', en: 'Entries' },
      permission: 'entry.list',
      search: async (...asked) => (await import('./find-entries.ts')).searchEntries(...asked),
    },
  ],
};
