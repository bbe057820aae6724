import { FormOutlined } from '@ant-design/icons';
import type { DomainModule } from '#client/ui/core/domain-module.ts';
import type zh from './messages.zh-CN.ts';

/** Judging: what a judge does. */
export const judging: DomainModule<'judging', typeof zh> = {
  name: 'judging',
  messages: { 'zh-CN': () => import('./messages.zh-CN.ts'), en: () => import('./messages.en.ts') },
  nav: [
    {
      path: '/judge',
      label: { zh: '评审任务', en: 'Entries to judge' },
      icon: FormOutlined,
      group: 'work',
      permission: 'scoreSheet.mark',
    },
  ],
  routes: [
    { path: 'judge', permission: 'scoreSheet.mark', screen: () => import('./judge-screen.tsx') },
    { path: 'judge/sheets/:id', permission: 'scoreSheet.mark', screen: () => import('./console-screen.tsx') },
  ],
  homes: [{ permission: 'scoreSheet.mark', rank: 30, screen: () => import('./judge-screen.tsx') }],
};
