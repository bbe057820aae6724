import type { DomainModule } from '../ui/core/domain-module.ts';
import type { Language, MessageTree } from '../ui/core/messages-type.ts';
import { DOMAINS } from './domains.ts';

/** A domain whose words are known only as a tree. */
export type AnyDomain = Omit<DomainModule<string, MessageTree>, 'messages'> & {
  readonly messages: Readonly<Record<Language, () => Promise<{ readonly default: MessageTree }>>>;
};

/** The same list as `DOMAINS`, for code that walks over all of them alike. */
export const ALL_DOMAINS: readonly AnyDomain[] = DOMAINS;
