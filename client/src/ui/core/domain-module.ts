import type { ApolloClient } from '@apollo/client';
import type { Label } from '@xinghuo/shared/kernel/label';
import type { Role } from '@xinghuo/shared/kernel/role';
import type { ComponentType } from 'react';
import type { MessageTree, Translation } from './messages-type.ts';
import type { NavIconName } from './nav-icon.tsx';

type Loaded<T> = () => Promise<{ readonly default: T }>;

/** One page. The screen and the domain's words load when it is opened. */
export interface DomainRoute {
  /** Without a leading slash, as react-router writes it: `entries/:id`. */
  readonly path: string;
  /** The right without which the page is not shown. */
  readonly permission?: string;
  readonly screen: Loaded<ComponentType>;
}

/** The headings of the side navigation, from top to bottom. */
export const NAV_GROUPS = {
  work: { zh: '我的工作', en: 'My work' },
  competition: { zh: '项目大赛', en: 'Competition' },
  service: { zh: '志愿服务', en: 'Service' },
  teams: { zh: '队伍与单位', en: 'Teams and units' },
  coordination: { zh: '统筹协调', en: 'Coordination' },
  system: { zh: '系统', en: 'System' },
} as const satisfies Record<string, Label>;
export type NavGroup = keyof typeof NAV_GROUPS;

/** One line of the side navigation; also found by Ctrl+K. */
export interface NavItem {
  readonly path: string;
  /** Pages under other addresses that belong to this line: it is lit on them too. */
  readonly also?: readonly string[];
  readonly label: Label;
  readonly icon: NavIconName;
  readonly group: NavGroup;
  readonly permission?: string;
  /** Only for whoever holds this role: a right that the office shares does not make the line the office's work. */
  readonly role?: Role;
}

/** The first page of a role: what waits for me, where things stand, what is late. */
export interface DomainHome {
  readonly permission: string;
  /** Of several homes an account may see, the one with the lowest rank opens. */
  readonly rank: number;
  readonly screen: Loaded<ComponentType>;
}

/** One line that Ctrl+K finds. */
export interface SearchHit {
  readonly id: string;
  readonly title: string;
  readonly hint?: string;
  readonly path: string;
}

/** Lets Ctrl+K find a domain's objects by name or number. */
export interface SearchProvider {
  readonly label: Label;
  readonly permission?: string;
  /** At most some ten hits; `signal` is aborted when the words change. */
  readonly search: (
    words: string,
    client: ApolloClient,
    signal: AbortSignal,
  ) => Promise<readonly SearchHit[]>;
}

/** All that the application knows of a domain. */
export interface DomainModule<Name extends string, Messages extends MessageTree> {
  /** The folder's name; also the namespace of its words: `useTranslation('competition')`. */
  readonly name: Name;
  readonly messages: { readonly 'zh-CN': Loaded<Messages>; readonly en: Loaded<Translation<Messages>> };
  readonly nav?: readonly NavItem[];
  /** Pages for signed-in people, under the side navigation. */
  readonly routes: readonly DomainRoute[];
  /** Pages for everybody, in the public layout. */
  readonly publicRoutes?: readonly DomainRoute[];
  readonly homes?: readonly DomainHome[];
  readonly search?: readonly SearchProvider[];
}
