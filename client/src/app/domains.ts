import { competition } from '../domains/competition/index.ts';
/** The domains of the product, in their order of dependence. A new one is one line here. */
export const DOMAINS = [competition] as const;
