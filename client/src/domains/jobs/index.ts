import type { DomainModule } from '#client/ui/core/domain-module.ts';
import type zh from './messages.zh-CN.ts';

/** Background work, as administrators see it. */
export const jobs: DomainModule<'jobs', typeof zh> = {
  name: 'jobs',
  messages: { 'zh-CN': () => import('./messages.zh-CN.ts'), en: () => import('./messages.en.ts') },
  nav: [
    {
      path: '/jobs',
      label: { zh: '后台任务', en: 'Background jobs' },
      icon: 'FieldTimeOutlined',
      group: 'system',
      permission: 'job.list',
    },
  ],
  routes: [{ path: 'jobs', permission: 'job.list', screen: () => import('./jobs-screen.tsx') }],
  homes: [{ permission: 'job.retry', rank: 20, screen: () => import('./system-home-screen.tsx') }],
};
