import { createHash, randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { createRedirectState, isRedirectState, redirectScope } from '../../../src/flow/redirect-state.js';
import { jwt } from '../support/jwt.js';

const SCOPE = 'alipay:2021000000000000';
const HEX = Array.from('0123456789abcdef');

/** What anybody can do who has read our code: FNV-1a. */
function withCheckDigits(text: string): string {
  let hash = 2166136261n;
  for (const byte of Buffer.from(SCOPE + text)) hash = ((hash ^ BigInt(byte)) * 16777619n) % 2n ** 32n;
  return text + hash.toString(16).padStart(8, '0');
}

afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

describe('the state of a redirect', () => {
  it('promise S4: is 32 bytes in lower-case hex, which its scope knows again', () => {
    for (let i = 0; i < 200; i += 1) {
      const state = createRedirectState(SCOPE);
      expect(state).toMatch(/^[0-9a-f]{64}$/);
      expect(isRedirectState(state, SCOPE)).toBe(true);
    }
  });

  it('promise S4: is another one each time, also where Math.random() is broken and the clock stands', () => {
    vi.spyOn(Math, 'random').mockReturnValue(0);
    vi.spyOn(Date, 'now').mockReturnValue(0);
    const states = Array.from({ length: 1000 }, () => createRedirectState(SCOPE));
    expect(new Set(states).size).toBe(states.length);
    // Not only a few of its digits change.
    for (let digit = 0; digit < 64; digit += 1) {
      expect(new Set(states.map((state) => state[digit])).size, `digit ${digit}`).toBe(16);
    }
  });

  it('promise D7: needs no crypto.subtle and no randomUUID', () => {
    const { crypto } = globalThis;
    vi.stubGlobal('crypto', {
      getRandomValues: (bytes: Uint8Array<ArrayBuffer>) => crypto.getRandomValues(bytes),
    });
    expect(isRedirectState(createRedirectState(SCOPE), SCOPE)).toBe(true);
  });

  it.each(['', 'alipay:', 'alipay:2021000000000001', 'wechat:2021000000000000', 'ALIPAY:2021000000000000'])(
    'promise S4: is unknown to the scope %j',
    (scope) => {
      expect(isRedirectState(createRedirectState(SCOPE), scope)).toBe(false);
      expect(isRedirectState(createRedirectState(scope), SCOPE)).toBe(false);
    },
  );

  it('promise S4: is ours no more with one digit changed, wherever that is', () => {
    const state = createRedirectState(SCOPE);
    for (let i = 0; i < state.length; i += 1) {
      for (const digit of HEX.filter((other) => other !== state[i])) {
        expect(isRedirectState(state.slice(0, i) + digit + state.slice(i + 1), SCOPE)).toBe(false);
      }
    }
  });
});

describe('what a state is good for', () => {
  it('promise S4: is one application at one service, and one of one tenant', () => {
    const client = { baseUrl: 'https://a', clientId: 'b', tenantId: 'c' };
    const scopes = [
      redirectScope('alipay', '1', client),
      redirectScope('wechat', '1', client),
      redirectScope('alipay', '2', client),
      ...Object.keys(client).map((name) => redirectScope('alipay', '1', { ...client, [name]: 'd' })),
      // Nor may two words run into each other.
      redirectScope('alipay', '1', { ...client, clientId: 'bc', tenantId: '' }),
      redirectScope('alipay', '1', { ...client, clientId: '', tenantId: 'bc' }),
    ];
    expect(new Set(scopes).size).toBe(scopes.length);
  });
});

describe('the state of somebody else', () => {
  it('promise S4: counts as ours where it was made as ours is; whether it is good, its record says', () => {
    expect(isRedirectState(withCheckDigits('0'.repeat(56)), SCOPE)).toBe(true);
    expect(isRedirectState(ours, SCOPE)).toBe(true);
  });

  const ours = withCheckDigits(HEX.join('').repeat(4).slice(8));
  const kinds: Record<string, string> = {
    nothing: '',
    'a word': 'open',
    'a number': '2',
    'a UUID': randomUUID(),
    'a JWT': jwt({ nonce: 'a' }),
    'base64 of 32 bytes': Buffer.alloc(32, 7).toString('base64'),
    'a SHA-256 in hex': createHash('sha256').update('page').digest('hex'),
    'zeros in our length': '0'.repeat(64),
    'ours in upper case': ours.toUpperCase(),
    'ours in full-width digits': ours.replace(/\d/g, (digit) =>
      String.fromCharCode(digit.charCodeAt(0) + 0xfee0),
    ),
    'ours without its end': ours.slice(0, -1),
    'ours and more': `${ours}0`,
    'ours twice': ours + ours,
    'ours with a blank before': ` ${ours}`,
    'ours with a line end': `${ours}\n`,
    'ours below another line': `a\n${ours}`,
    'ours within a list': `${ours},${ours}`,
    'no hex, but with the right check digits': withCheckDigits('g'.repeat(56)),
    'upper case, but with the right check digits': withCheckDigits('A'.repeat(56)),
    'ours, still encoded': ours.replace(/^./, (digit) => `%${digit.charCodeAt(0).toString(16)}`),
  };

  it.each(Object.entries(kinds))('promise S4: is left alone: %s', (_, text) => {
    expect(isRedirectState(text, SCOPE)).toBe(false);
  });

  it('promise S4: is left alone, also where it looks like ours: 64 digits in hex', () => {
    const digits = fc.array(fc.constantFrom(...HEX), { minLength: 64, maxLength: 64 });
    fc.assert(
      fc.property(digits, (hex) => {
        expect(isRedirectState(hex.join(''), SCOPE)).toBe(false);
      }),
      { numRuns: 2000 },
    );
  });

  it('promise S4: is left alone, whatever it is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 80 }), fc.string(), (text, scope) => {
        expect(isRedirectState(text, scope)).toBe(false);
      }),
    );
  });
});
