import type { ProblemCode } from '@xinghuo/shared/problem-codes';
import type kitZh from '../../ui/core/messages.zh-CN.ts';
import type { DOMAINS } from '../domains.ts';
import type appZh from '../messages.zh-CN.ts';

type Modules = (typeof DOMAINS)[number];
type WordsOf<M> = M extends { messages: { 'zh-CN': () => Promise<{ default: infer Words }> } }
  ? Words
  : never;

/** The words of every domain by its name: what `useTranslation('<domain>')` may say. */
export type DomainMessages = {
  [M in Modules as M extends { name: infer Name extends string } ? Name : never]: WordsOf<M>;
};

type CodesOf<Words> = Words extends { problems: infer Table } ? keyof Table : never;
type Covered =
  | keyof (typeof kitZh)['problems']
  | keyof (typeof appZh)['problems']
  | CodesOf<WordsOf<Modules>>;

/**
 * Every problem code of the product has a sentence. A code that none of the tables holds makes this line fail to
 * compile, with its name in the message; English follows, since each English table must have the keys of the Chinese.
 * @public
 */
export type EveryProblemHasASentence = Expect<Exclude<ProblemCode, Covered>>;
type Expect<Missing extends never> = Missing;
