import { lazy } from 'react';
import type { DomainModule } from '#client/ui/core/domain-module.ts';
import type zh from './messages.zh-CN.ts';

/**
 * What happened to one object, for a tab of its page: `<History subjectType="Team" subjectId={id} />` inside a
 * `Suspense`, shown to those who hold `audit.history`.
 */
export const History = lazy(() => import('./parts/history.tsx'));

/** The audit log. */
export const audit: DomainModule<'audit', typeof zh> = {
  name: 'audit',
  messages: { 'zh-CN': () => import('./messages.zh-CN.ts'), en: () => import('./messages.en.ts') },
  nav: [
    {
      path: '/audit',
      label: { zh: '审计日志', en: 'Audit log' },
      icon: 'AuditOutlined',
      group: 'system',
      permission: 'audit.list',
    },
  ],
  routes: [
    { path: 'audit', permission: 'audit.list', screen: () => import('./audit-screen.tsx') },
    { path: 'audit/chain', permission: 'audit.list', screen: () => import('./chain-screen.tsx') },
    { path: 'audit/:id', permission: 'audit.list', screen: () => import('./event-screen.tsx') },
  ],
};
