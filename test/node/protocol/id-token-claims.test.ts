import { afterEach, describe, expect, it, vi } from 'vitest';
import { type ExpectedClaims, readIdToken } from '../../../src/protocol/id-token.js';
import { thrown } from '../support/caught.js';
import { jwt } from '../support/jwt.js';

const CLAIMS = { sub: 'u-1', iat: 1_780_000_000, exp: 1_780_000_300 };
const DAY_MS = 86_400_000;

const read = (change: object, expected: ExpectedClaims = {}) =>
  readIdToken(jwt({ ...CLAIMS, ...change }), expected);
const refusal = (change: object, expected: ExpectedClaims = {}) => {
  const error = thrown(() => read(change, expected));
  return `${error.code}: ${String(error.subject)}`;
};

afterEach(() => void vi.useRealTimers());

describe('promise S5: what an id_token has to say', () => {
  it.each([undefined, null, '', 5, {}, ['u-1']])('promise S5: sub %j is nobody', (sub) => {
    expect(refusal({ sub })).toBe('id-token-invalid: sub, exp, iat');
  });

  it.each(['exp', 'iat'])('promise S5: %s is a number', (name) => {
    for (const value of [undefined, null, '1780000300', '', {}, [1_780_000_300], true])
      expect(refusal({ [name]: value })).toBe('id-token-invalid: sub, exp, iat');
    // Nor does a token from before 1970, which every other number comes after, do without.
    expect(refusal({ exp: 5, iat: -5, [name]: null })).toBe('id-token-invalid: sub, exp, iat');
    const text = JSON.stringify({ ...CLAIMS, [name]: '@' }).replace('"@"', '1e999');
    expect(thrown(() => readIdToken(jwt(text), {})).code).toBe('id-token-invalid');
  });

  it.each([CLAIMS.iat, CLAIMS.iat - 1, 0, -1])('promise S5: exp %d does not lie after iat', (exp) => {
    expect(refusal({ exp })).toBe('id-token-invalid: sub, exp, iat');
    expect(read({ exp: CLAIMS.iat + 0.5 }).exp).toBe(CLAIMS.iat + 0.5);
  });

  it.each([-DAY_MS, 0, DAY_MS, 365 * DAY_MS])(
    'promise S5: a device clock that is %d ms off breaks nothing',
    (off) => {
      vi.useFakeTimers({ now: CLAIMS.iat * 1000 + off });
      expect(read({ nbf: CLAIMS.iat - 120 })).toEqual({ ...CLAIMS, nbf: CLAIMS.iat - 120 });
    },
  );
});

describe('promise S5: issuer and audience', () => {
  it('promise S5: are not looked at unless they are configured', () => {
    for (const expected of [{}, { issuer: '', audience: '' }, { issuer: undefined, audience: undefined }])
      expect(read({ iss: 5, aud: null }, expected)).toEqual({ ...CLAIMS, iss: 5, aud: null });
  });

  it.each([
    [{ iss: 'https://a' }, { issuer: 'https://a' }],
    [{ aud: 'app' }, { audience: 'app' }],
    [{ aud: ['other', 'app'] }, { audience: 'app' }],
    [
      { iss: 'https://a', aud: ['app'] },
      { issuer: 'https://a', audience: 'app' },
    ],
  ])('promise S5: %j is for %j', (claims, expected) => {
    expect(read(claims, expected)).toEqual({ ...CLAIMS, ...claims });
  });

  it.each([undefined, null, '', 5, ['https://a'], {}, 'https://a/', 'https://A', ' https://a'])(
    'promise S5: iss %j is another',
    (iss) => {
      expect(refusal({ iss }, { issuer: 'https://a' })).toBe('id-token-invalid: iss');
    },
  );

  it.each([undefined, null, '', 5, {}, [], ['apps', 'ap'], [['app']], 'app,other', { app: 1 }])(
    'promise S5: aud %j is another',
    (aud) => {
      expect(refusal({ aud }, { audience: 'app' })).toBe('id-token-invalid: aud');
    },
  );
});

describe('promise S5: the claim api', () => {
  it.each([
    ['{"userName":"张三","mobile":"+86-13912345678"}', { userName: '张三', mobile: '+86-13912345678' }],
    ['{}', {}],
    ['{"broken":', {}],
    ['text', {}],
    ['null', {}],
    ['[1]', {}],
  ])('promise S5: %j is an object', (text, api) => {
    expect(read({ api: text }).api).toEqual(api);
  });

  it('promise S5: is absent when it is absent', () => {
    expect(Object.hasOwn(read({}), 'api')).toBe(false);
  });
});

describe('promise S7: hostile claims', () => {
  const HOSTILE = '"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}}';

  it('promise S7: change no prototype, neither of the claims nor of a copy', () => {
    const api = JSON.stringify(`{${HOSTILE},"deep":{"__proto__":{"polluted":1}}}`);
    const claims = readIdToken(jwt(`{"sub":"u-1","iat":1,"exp":2,${HOSTILE},"api":${api}}`), {});
    const deep = claims.api!['deep'] as object;
    for (const object of [claims, claims.api!, deep])
      for (const each of [object, { ...object }, Object.assign({}, object)]) {
        expect(Object.getPrototypeOf(each)).toBe(Object.prototype);
        expect(Object.hasOwn(each, '__proto__')).toBe(false);
        expect('polluted' in each).toBe(false);
      }
    expect('polluted' in {}).toBe(false);
  });

  it.each(['sub', 'exp', 'iat'])('promise S7: %s is the token’s own', (name) => {
    const { [name as 'sub']: value, ...rest } = CLAIMS;
    const text = JSON.stringify({ ...rest, proto: { [name]: value } }).replace('"proto"', '"__proto__"');
    expect(thrown(() => readIdToken(jwt(text), {})).code).toBe('id-token-invalid');
  });
});
