import { PGlite } from '@electric-sql/pglite';
import { assertMayAcquire } from './transaction-guard.ts';

/**
 * PGlite that refuses to be used from inside a running transaction of the same call chain, where it would wait for
 * ever. It is what pg-boss and LISTEN share with the ORM; the transaction's own statements do not pass here.
 */
export class GuardedPGlite extends PGlite {
  override async query<T>(
    ...input: Parameters<PGlite['query']>
  ): ReturnType<typeof PGlite.prototype.query<T>> {
    assertMayAcquire();
    return super.query<T>(...input);
  }

  override async exec(...input: Parameters<PGlite['exec']>): ReturnType<PGlite['exec']> {
    assertMayAcquire();
    return super.exec(...input);
  }

  override async transaction<T>(
    callback: Parameters<typeof PGlite.prototype.transaction<T>>[0],
  ): ReturnType<typeof PGlite.prototype.transaction<T>> {
    assertMayAcquire();
    return super.transaction<T>(callback);
  }
}
