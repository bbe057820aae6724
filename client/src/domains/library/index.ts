import type { DomainModule } from '#client/ui/core/domain-module.ts';
import type { LookupFind } from '#client/ui/list/use-lookup.ts';
import type zh from './messages.zh-CN.ts';

const findExemplars: LookupFind = async (...asked) =>
  (await import('./find-exemplars.ts')).findExemplars(...asked);

/** Exemplary projects to learn from: for entrants, and for everybody. */
export const library: DomainModule<'library', typeof zh> = {
  name: 'library',
  messages: { 'zh-CN': () => import('./messages.zh-CN.ts'), en: () => import('./messages.en.ts') },
  nav: [
    {
      path: '/library',
      label: { zh: '示范项目库', en: 'Exemplary projects' },
      icon: 'ReadOutlined',
      group: 'competition',
    },
  ],
  routes: [
    { path: 'library', screen: () => import('./library-screen.tsx') },
    { path: 'library/:id', screen: () => import('./exemplar-screen.tsx') },
    {
      path: 'library/:id/edit',
      permission: 'library.manage',
      screen: () => import('./exemplar-edit-screen.tsx'),
    },
  ],
  publicRoutes: [
    { path: 'exemplars', screen: () => import('./public-library.tsx') },
    { path: 'exemplars/:id', screen: () => import('./public-exemplar.tsx') },
  ],
  search: [
    {
      label: { zh: '示范项目', en: 'Exemplary projects' },
      search: async (words, client, signal) =>
        (await findExemplars(words, client, signal)).slice(0, 6).map(({ value, label }) => ({
          id: value,
          title: label,
          path: `/library/${value}`,
        })),
    },
  ],
};
