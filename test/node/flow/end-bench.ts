import { expect } from 'vitest';
import { FIXED_CODE, FIXED_MOBILE } from '../../../demo/server/test-numbers.js';
import { type Visit, type VisitOptions, entered, startFlowBench } from './visit.js';

/** The call that ends a login by text message. */
export const LOGIN = '/api/v2/sdk/login/mobile-verify-code';
/** Where the tenant's keys are. */
export const KEYS = '/api/v1/oauth2/keys';
export const CLAIMS = { sub: 'admin', iat: 1_780_000_000, exp: 1_780_000_300 };
/** A page that has signatures checked. */
export const VERIFIED = { config: { jwksUri: 'auto' } };

/** A server, and logins of which only the end matters. */
export async function startEndBench() {
  const bench = await startFlowBench();
  const { server, visit } = bench;
  return {
    ...bench,

    async logIn(options: VisitOptions = {}): Promise<Visit> {
      const visitor = await visit(options);
      await visitor.flow.submit(entered(FIXED_MOBILE, FIXED_CODE));
      return visitor;
    },

    /** Paths that were asked for after the login. */
    afterLogin: () =>
      server.journal
        .list()
        .map(({ path }) => path)
        .filter((path) => path !== LOGIN),

    /** Nobody is logged in, and the page is told why, once. */
    expectRefused(visitor: Visit, code: string): void {
      expect(visitor.told).toEqual([`failure ${code} start`]);
      expect([visitor.successes, visitor.flow.state.phase]).toEqual([[], 'ready']);
      expect(server.journal.list(LOGIN)).toHaveLength(1);
    },
  };
}
