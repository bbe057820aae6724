import type { DomainModule } from '#client/ui/core/domain-module.ts';
import type zh from './messages.zh-CN.ts';

/** Importing sheets of every kind, and the record of it. `/imports/…` itself belongs to the server. */
export const imports: DomainModule<'imports', typeof zh> = {
  name: 'imports',
  messages: { 'zh-CN': () => import('./messages.zh-CN.ts'), en: () => import('./messages.en.ts') },
  nav: [
    {
      path: '/import',
      label: { zh: '导入记录', en: 'Imports' },
      icon: 'ImportOutlined',
      group: 'system',
      permission: 'import.list',
    },
  ],
  routes: [
    { path: 'import', permission: 'import.list', screen: () => import('./imports-screen.tsx') },
    { path: 'import/:kind', permission: 'import.run', screen: () => import('./import-screen.tsx') },
  ],
};
