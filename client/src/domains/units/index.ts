import type { DomainModule } from '#client/ui/core/domain-module.ts';
import type { LookupFind } from '#client/ui/list/use-lookup.ts';
import type zh from './messages.zh-CN.ts';

/** Units by name, for filters and forms of other domains. */
export const findUnits: LookupFind = async (...asked) =>
  (await import('./find-units.ts')).findUnits(...asked);

/** Member units of the coordination mechanism and host units of teams. */
export const units: DomainModule<'units', typeof zh> = {
  name: 'units',
  messages: { 'zh-CN': () => import('./messages.zh-CN.ts'), en: () => import('./messages.en.ts') },
  nav: [
    {
      path: '/units',
      label: { zh: '单位', en: 'Units' },
      icon: 'BankOutlined',
      group: 'teams',
      permission: 'team.list',
    },
  ],
  routes: [
    { path: 'units', permission: 'unit.list', screen: () => import('./units-screen.tsx') },
    { path: 'units/new', permission: 'unit.manage', screen: () => import('./unit-create-screen.tsx') },
    { path: 'units/:id', permission: 'unit.list', screen: () => import('./unit-screen.tsx') },
    { path: 'units/:id/edit', permission: 'unit.update', screen: () => import('./unit-edit-screen.tsx') },
  ],
  search: [
    {
      label: { zh: '单位', en: 'Units' },
      permission: 'unit.list',
      search: async (words, client, signal) =>
        (await findUnits(words, client, signal)).slice(0, 6).map(({ value, label }) => ({
          id: value,
          title: label,
          path: `/units/${value}`,
        })),
    },
  ],
};
