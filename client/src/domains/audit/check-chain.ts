import type { AuditChainStretchQuery } from '#client/__generated__/graphql.ts';

/** What the server says of one stretch. */
export type ChainStretch = AuditChainStretchQuery['auditChain'];

/**
 * Verifies the chain stretch by stretch until its end or its first fault, telling each. A stretch that does not get
 * on ends the check, so that no answer can keep it going for ever.
 */
export async function checkWholeChain(
  ask: (from: number) => Promise<ChainStretch>,
  tell: (stretch: ChainStretch) => void,
): Promise<ChainStretch> {
  let from = 0;
  for (;;) {
    const stretch = await ask(from);
    tell(stretch);
    const broken = stretch.brokenAt !== null && stretch.brokenAt !== undefined;
    if (stretch.complete || broken) return stretch;
    if (stretch.to <= from) throw new Error('The check of the chain does not get on');
    from = stretch.to;
  }
}
