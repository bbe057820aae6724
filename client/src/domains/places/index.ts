import type { DomainModule } from '#client/ui/core/domain-module.ts';
import type { LookupFind } from '#client/ui/list/use-lookup.ts';
import type zh from './messages.zh-CN.ts';

/** Regions by name or code, for filters and forms of other domains. */
export const findRegions: LookupFind = async (...asked) =>
  (await import('./find-regions.ts')).findRegions(...asked);

/** The city's counties, townships and communities. */
export const places: DomainModule<'places', typeof zh> = {
  name: 'places',
  messages: { 'zh-CN': () => import('./messages.zh-CN.ts'), en: () => import('./messages.en.ts') },
  nav: [
    {
      path: '/regions',
      label: { zh: '行政区划', en: 'Regions' },
      icon: 'EnvironmentOutlined',
      group: 'teams',
      permission: 'team.list',
    },
  ],
  routes: [{ path: 'regions', permission: 'team.list', screen: () => import('./regions-screen.tsx') }],
  search: [
    {
      label: { zh: '区域', en: 'Regions' },
      permission: 'team.list',
      search: async (words, client, signal) =>
        (await findRegions(words, client, signal)).slice(0, 6).map(({ value, label }) => ({
          id: value,
          title: label,
          path: `/regions?at=${value}`,
        })),
    },
  ],
};
