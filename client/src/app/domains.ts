import { competition } from '../domains/competition/index.ts';
import { judging } from '../domains/judging/index.ts';
/** The domains of the product, in their order of dependence. A new one is one line here. */
export const DOMAINS = [competition, judging] as const;
