import { ApolloArmor } from '@escape.tech/graphql-armor';
import type { ValidationRule } from 'graphql';

/** What limits a request may meet. */
export interface GraphqlLimits {
  /** The most one operation may cost; see docs/api.md for how a cost is made up. */
  readonly maxCost: number;
  readonly maxDepth: number;
  readonly maxAliases: number;
  readonly maxDirectives: number;
  readonly maxTokens: number;
  /** Whether a schema may be introspected without signing in. */
  readonly openIntrospection: boolean;
}

/** The rules beside those of the specification: they hold for everything that is asked, streamed or not. */
export function limitRules(limits: GraphqlLimits): readonly ValidationRule[] {
  const armor = new ApolloArmor({
    maxAliases: { n: limits.maxAliases, allowList: [] },
    maxDirectives: { n: limits.maxDirectives },
    maxDepth: { n: limits.maxDepth },
    maxTokens: { n: limits.maxTokens },
    costLimit: { enabled: false },
    blockFieldSuggestion: { enabled: false },
  });
  return armor.protect().validationRules;
}
