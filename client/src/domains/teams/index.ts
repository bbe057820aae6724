import type { DomainModule } from '#client/ui/core/domain-module.ts';
import type { LookupFind } from '#client/ui/list/use-lookup.ts';
import type zh from './messages.zh-CN.ts';

/** Teams by name or number, for filters and forms of other domains. */
export const findTeams: LookupFind = async (...asked) =>
  (await import('./find-teams.ts')).findTeams(...asked);

/** Volunteer teams and their members. */
export const teams: DomainModule<'teams', typeof zh> = {
  name: 'teams',
  messages: { 'zh-CN': () => import('./messages.zh-CN.ts'), en: () => import('./messages.en.ts') },
  nav: [
    {
      path: '/teams',
      label: { zh: '队伍', en: 'Teams' },
      icon: 'TeamOutlined',
      group: 'teams',
      permission: 'team.list',
    },
  ],
  routes: [
    { path: 'teams', permission: 'team.list', screen: () => import('./teams-screen.tsx') },
    { path: 'teams/new', permission: 'team.create', screen: () => import('./team-create-screen.tsx') },
    { path: 'teams/:id', permission: 'team.list', screen: () => import('./team-screen.tsx') },
    { path: 'teams/:id/edit', permission: 'team.update', screen: () => import('./team-edit-screen.tsx') },
  ],
  search: [
    {
      label: { zh: '队伍', en: 'Teams' },
      permission: 'team.list',
      search: async (words, client, signal) =>
        (await findTeams(words, client, signal)).slice(0, 6).map(({ value, label }) => ({
          id: value,
          title: label,
          path: `/teams/${value}`,
        })),
    },
  ],
};
