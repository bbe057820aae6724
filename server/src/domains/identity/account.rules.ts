import { IDENTITY_LIMITS, isEmail, LOCALES, normalEmail } from '@xinghuo/shared/identity/account';
import { type Problem, problem } from '@xinghuo/shared/kernel/problem';
import { textProblem } from '@xinghuo/shared/kernel/text-limits';
import { sql } from 'kysely';
import type { Tx } from '../../platform/write/tx.ts';

/** What of an account is checked by itself; what is left out is not looked at. */
export interface AccountFacts {
  readonly email?: string | null | undefined;
  readonly name?: string | null | undefined;
  readonly locale?: string | null | undefined;
}

/** A name on one line. */
export const cleanName = (name: string): string => name.trim().replace(/\s+/g, ' ');

/** What is wrong with the facts of an account by themselves. */
export function accountFactProblems({ email, name, locale }: AccountFacts): readonly Problem[] {
  const found = [
    email === undefined || email === null
      ? null
      : (textProblem('email', email, { max: IDENTITY_LIMITS.email, required: true }) ??
        (isEmail(normalEmail(email))
          ? null
          : problem('INVALID_FORMAT', 'email', { expected: 'name@example.cn' }))),
    name === undefined || name === null
      ? null
      : textProblem('name', name, { max: IDENTITY_LIMITS.name, required: true }),
    locale === undefined || locale === null || LOCALES.some((known) => known === locale)
      ? null
      : problem('INVALID_FORMAT', 'locale', { expected: LOCALES.join(', ') }),
  ];
  return found.filter((one) => one !== null);
}

/** A reason as it is recorded; notes one that is too long. */
export function reasonOf(tx: Tx, reason: string | null | undefined, required = false): string | null {
  const wrong = textProblem('reason', reason, { max: IDENTITY_LIMITS.reason });
  const text = reason?.trim() || null;
  tx.note(wrong ?? (required && text === null ? problem('REASON_REQUIRED', 'reason') : null));
  return text;
}

/** Two steps that would make or rename an account to one address wait for each other here. */
export async function holdEmail(tx: Tx, email: string): Promise<void> {
  await tx.query(sql`select pg_advisory_xact_lock(hashtextextended(${`account:${email}`}, 0))`);
}

/** EMAIL_TAKEN when another account has the address. */
export async function emailTaken(
  tx: Tx,
  email: string,
  except: string | null = null,
): Promise<Problem | null> {
  await holdEmail(tx, email);
  const [taken] = await tx.query<{ id: string }>(
    sql`select id from account where email = ${email} and id is distinct from ${except}::uuid`,
  );
  return taken ? problem('EMAIL_TAKEN', 'email') : null;
}
