import type { DomainModule } from '#client/ui/core/domain-module.ts';
import type zh from './messages.zh-CN.ts';

/** Help for people, and the explorer for developers. */
export const help: DomainModule<'help', typeof zh> = {
  name: 'help',
  messages: { 'zh-CN': () => import('./messages.zh-CN.ts'), en: () => import('./messages.en.ts') },
  nav: [
    {
      path: '/graphiql',
      label: { zh: '接口调试', en: 'API explorer' },
      icon: 'CodeOutlined',
      group: 'system',
      permission: 'token.own',
    },
    {
      path: '/help',
      label: { zh: '键盘快捷键', en: 'Keyboard shortcuts' },
      icon: 'QuestionCircleOutlined',
      group: 'system',
    },
  ],
  routes: [{ path: 'help', screen: () => import('./keys-screen.tsx') }],
  publicRoutes: [{ path: 'graphiql', screen: () => import('./explorer-screen.tsx') }],
};
