import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { rateLimited } from '../graphql/errors.ts';
import type { RequestContext } from './request-context.ts';

/** Points an account, a token or a visitor's address may spend in a minute, per instance. */
export class CostBudget {
  private readonly signedIn: RateLimiterMemory;
  private readonly visitors: RateLimiterMemory;

  constructor(pointsPerMinute: { readonly signedIn: number; readonly visitor: number }) {
    this.signedIn = new RateLimiterMemory({ points: pointsPerMinute.signedIn, duration: 60 });
    this.visitors = new RateLimiterMemory({ points: pointsPerMinute.visitor, duration: 60 });
  }

  /** Charges an operation; refuses with RATE_LIMITED when the minute's points are spent. */
  async spend(context: RequestContext, cost: number): Promise<void> {
    const { viewer, transport } = context;
    const limiter = viewer.accountId ? this.signedIn : this.visitors;
    const key = viewer.via === 'token' ? `token:${viewer.credentialId}` : (viewer.accountId ?? transport.ip);
    try {
      await limiter.consume(key, cost);
    } catch (refused) {
      if (refused instanceof RateLimiterRes) throw rateLimited(Math.ceil(refused.msBeforeNext / 1000));
      throw refused;
    }
  }
}
