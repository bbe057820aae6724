import { IDENTITY_LIMITS, LIFETIMES } from '@xinghuo/shared/identity/account';
import { type Problem, problem } from '@xinghuo/shared/kernel/problem';
import { cleanText, textProblem } from '@xinghuo/shared/kernel/text-limits';
import { sql } from 'kysely';
import type { Tx } from '../../platform/write/tx.ts';
import { useCase } from '../../platform/write/use-case.ts';
import { Account } from './account.entity.ts';
import { reasonOf } from './account.rules.ts';
import { ApiToken } from './api-token.entity.ts';
import { IDENTITY_CHANGED } from './authenticate.ts';
import { accountAccess, apiTokenAccess } from './identity.access.ts';
import { newSecret } from './secret.ts';

interface Input {
  readonly name: string;
  readonly scopes: readonly string[];
  readonly expiresAt: Date;
}

/** Every scope must be held now; what the account loses later the token loses with it. */
function scopeProblems(tx: Tx, scopes: readonly string[]): readonly Problem[] {
  if (scopes.length === 0) return [problem('REQUIRED', 'scopes')];
  if (scopes.length > tx.viewer.permissions.size) {
    return [problem('TOO_MANY', 'scopes', { max: tx.viewer.permissions.size })];
  }
  return scopes.flatMap((scope, index) => {
    if (scopes.indexOf(scope) < index) return [problem('DUPLICATE', `scopes.${index}`)];
    return tx.viewer.permissions.has(scope)
      ? []
      : [problem('SCOPE_NOT_HELD', ['scopes', String(index)], { scope: scope.slice(0, 60) })];
  });
}

function expiryProblem(tx: Tx, expiresAt: Date): Problem | null {
  const last = new Date(tx.now.getTime() + LIFETIMES.tokenDays * 86_400_000);
  if (expiresAt > tx.now && expiresAt <= last) return null;
  return problem('OUT_OF_RANGE', 'expiresAt', { min: tx.now.toISOString(), max: last.toISOString() });
}

/** Makes an API token for the own account. A token cannot make another: it would outlive its own end. */
export const createToken = useCase('apiTokenCreate', async (tx, input: Input) => {
  if (tx.viewer.via !== 'session') tx.refuse(problem('RIGHT_MISSING', [], { event: 'create' }));
  const account = await tx.get(Account, accountAccess, tx.accountId, { right: 'own' });
  tx.note(
    textProblem('name', input.name, { max: IDENTITY_LIMITS.tokenName, required: true }),
    ...scopeProblems(tx, input.scopes),
    expiryProblem(tx, input.expiresAt),
  );
  const [live] = await tx.query<{ n: number }>(
    sql`select count(*)::int as n from api_token where account_id = ${account.id} and revoked_at is null and expires_at > ${tx.now}`,
  );
  if (Number(live?.n) >= IDENTITY_LIMITS.tokens)
    tx.note(problem('TOO_MANY', [], { max: IDENTITY_LIMITS.tokens }));
  tx.settle();
  const { secret, hash } = newSecret('xht');
  const token = tx.em.create(ApiToken, {
    account,
    name: cleanText(input.name) ?? '',
    hint: secret.slice(-4),
    tokenHash: hash,
    scopes: [...input.scopes].sort(),
    createdAt: tx.now,
    expiresAt: input.expiresAt,
  });
  await tx.em.flush();
  tx.subject = { type: 'ApiToken', id: token.id };
  return { apiToken: token.id, secret };
});

/** Ends an API token at once. */
export const revokeToken = useCase(
  'apiTokenRevoke',
  async (tx, input: { readonly id: string; readonly reason?: string | null }) => {
    const token = await tx.get(ApiToken, apiTokenAccess, input.id, { right: 'revoke' });
    tx.reason = reasonOf(tx, input.reason);
    tx.settle();
    token.revokedAt ??= tx.now;
    await tx.publish(IDENTITY_CHANGED, { accountId: token.account.id });
    return { apiToken: token.id, secret: null };
  },
);
