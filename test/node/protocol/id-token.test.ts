import { describe, expect, it } from 'vitest';
import { readIdToken } from '../../../src/protocol/id-token.js';
import { thrown } from '../support/caught.js';
import { jwt, part } from '../support/jwt.js';

const CLAIMS = { sub: 'u-1', iat: 1_780_000_000, exp: 1_780_000_300 };
const RIGHT = jwt(CLAIMS);
const [HEADER, BODY, SIGNATURE] = RIGHT.split('.') as [string, string, string];

const refusal = (token: string) => {
  const error = thrown(() => readIdToken(token, {}));
  return `${error.code}: ${String(error.subject)}`;
};

describe('promise S5: the form of an id_token', () => {
  it('promise S5: three parts with the claims in the middle', () => {
    expect(readIdToken(RIGHT, {})).toEqual(CLAIMS);
  });

  it.each([
    ...['', '.', '..', '...', HEADER, `${HEADER}.${BODY}`, `${HEADER}.${BODY}.`, `.${BODY}.${SIGNATURE}`],
    ...[
      `${HEADER}..${SIGNATURE}`,
      `${RIGHT}.`,
      `${RIGHT}.x`,
      `.${RIGHT}`,
      ` ${RIGHT}`,
      `${HEADER}.${BODY} .x`,
    ],
    ...[`${HEADER}.${BODY}=.x`, `${HEADER}.${BODY}+/.x`, `${HEADER}.a.x`, `${HEADER}.!!.x`, 'null', '{}'],
    ...[`${HEADER}.${part('null')}.x`, `${HEADER}.${part('[]')}.x`, `${HEADER}.${part('{"sub":')}.x`],
    ...[`${part('[]')}.${BODY}.x`, `${part('alg')}.${BODY}.x`, `${part({})}.${BODY}.x`],
  ])('promise S5: %j is none', (token) => {
    expect(refusal(token)).toBe('id-token-invalid: alg');
  });

  it.each([
    ...['none', 'None', 'NONE', 'nOnE', 'HS256', 'HS384', 'HS512', 'hs256', 'Hs1'],
    ...['XRS256', 'RS2560', 'RS25', 'Ed25519x', ' EdDSA', '', 5, null, undefined, ['RS256'], {}],
  ])('promise S5: alg %j proves nothing', (alg) => {
    expect(refusal(jwt(CLAIMS, { alg }))).toBe('id-token-invalid: alg');
  });

  it('promise S5, S7: alg is the header’s own', () => {
    expect(refusal(jwt(CLAIMS, '{"__proto__":{"alg":"RS256"}}'))).toBe('id-token-invalid: alg');
  });

  it.each(['RS256', 'RS384', 'RS512', 'PS256', 'ES256', 'EdDSA', 'Ed25519'])(
    'promise S5: alg %s is fine',
    (alg) => {
      expect(readIdToken(jwt(CLAIMS, { alg }), {})).toEqual(CLAIMS);
    },
  );

  it('promise S5: both signs that base64url has of its own are read', () => {
    const claims = { ...CLAIMS, sub: 'a~~~?', name: 'b???~' };
    expect(jwt(claims).split('.')[1]).toMatch(/-.*_|_.*-/);
    expect(readIdToken(jwt(claims), {})).toEqual(claims);
  });

  it.each(['张三', 'Ünïcødé', '😀👩‍👩‍👧', 'a\u0000b', '\u2028'])('promise S5: %j is read as UTF-8', (name) => {
    expect(readIdToken(jwt({ ...CLAIMS, name, sub: name }), {})).toEqual({ ...CLAIMS, name, sub: name });
  });

  it.each([
    ['a broken sequence', [0x22, 0xff, 0x22]],
    ['Latin-1', [0xe9]],
    ['half an emoji', [0xf0, 0x9f, 0x98]],
    ['a surrogate', [0xed, 0xa0, 0x80]],
    ['a zero in two bytes', [0xc0, 0x80]],
  ])('promise S5: %s is no UTF-8', (_, bytes) => {
    const json = Buffer.from(JSON.stringify({ ...CLAIMS, name: '@' }));
    const at = json.indexOf('@');
    const broken = Buffer.concat([json.subarray(0, at), Uint8Array.from(bytes), json.subarray(at + 1)]);
    expect(refusal(jwt(broken))).toBe('id-token-invalid: alg');
  });
});
