import { randomBytes } from 'node:crypto';
import type { Clock } from './clock.js';
import type { Outcome } from './test-numbers.js';

/** Who hands out a grant: the part that Alipay, WeChat or a carrier plays. */
export type GrantKind = 'alipay' | 'wechat' | 'one-click';

/** What a grant shall lead to. Without anything: the login of a user. */
export interface GrantOptions {
  /** The user's number; its part in `TEST_NUMBERS` counts unless `status` or `error` is given. */
  mobile?: string;
  /** Status that the login answers, such as `SOCIAL_BIND`. */
  status?: string;
  /** `error_code` (without prefix) that the login answers. */
  error?: string;
  /** Life in milliseconds; 3 minutes unless given. */
  lifeMs?: number;
}

/** A grant that was redeemed. */
interface Grant {
  mobile: string;
  /** `null` = whatever the number's part is. */
  outcome: Outcome | null;
}

/** Codes and tokens of others (Alipay's `auth_code`, a one-click token), each good once. */
export interface GrantStore {
  issue(kind: GrantKind, options?: GrantOptions): string;
  /** Spends a grant; `null` if there is none such, or no more. */
  redeem(kind: GrantKind, code: string): Grant | null;
  clear(): void;
}

const DEFAULT_LIFE_MS = 180_000;
const DEFAULT_MOBILE = '13912345678';

function outcomeFor({ status, error }: GrantOptions): Outcome | null {
  if (error !== undefined) return { error };
  return status === undefined ? null : { status };
}

/** Makes an empty store. */
export function createGrantStore(clock: Clock): GrantStore {
  const grants = new Map<string, Grant & { kind: GrantKind; until: number }>();
  return {
    issue: (kind, options = {}) => {
      const code = randomBytes(16).toString('hex');
      const until = clock.now() + (options.lifeMs ?? DEFAULT_LIFE_MS);
      grants.set(code, {
        kind,
        until,
        mobile: options.mobile ?? DEFAULT_MOBILE,
        outcome: outcomeFor(options),
      });
      return code;
    },
    redeem: (kind, code) => {
      const grant = grants.get(code);
      if (grant?.kind !== kind) return null;
      grants.delete(code);
      return clock.now() > grant.until ? null : { mobile: grant.mobile, outcome: grant.outcome };
    },
    clear: () => grants.clear(),
  };
}
