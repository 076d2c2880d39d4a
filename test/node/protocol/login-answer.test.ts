import { describe, expect, it } from 'vitest';
import { readLoginAnswer } from '../../../src/protocol/login-answer.js';
import { thrown } from '../support/caught.js';
import { NOON } from '../support/fake-device.js';

const SESSION = { status: 'SUCCESS', session_token: 'st', expire: 43_200, id_token: 'a.b.c' };

const read = (body: unknown) => readLoginAnswer(JSON.stringify(body), NOON);
const refusal = (text: string) => {
  const { code, httpStatus, serverCode } = thrown(() => readLoginAnswer(text, NOON));
  return { code, httpStatus, serverCode };
};

const BAD = { code: 'bad-response', httpStatus: 200, serverCode: null };

describe('a login’s answer that lets somebody in', () => {
  it('is the session, with the moment of its end', () => {
    expect(read(SESSION)).toEqual({
      kind: 'session',
      session: {
        sessionToken: 'st',
        expiresIn: 43_200,
        expiresAt: new Date(NOON + 43_200_000),
        idToken: 'a.b.c',
      },
    });
  });

  it.each([undefined, null, ''])('promise S5: has no id_token when it is %j', (idToken) => {
    expect(read({ ...SESSION, id_token: idToken })).toMatchObject({ session: { idToken: null } });
  });

  it.each([' SUCCESS ', 'SUCCESS\n', '\tSUCCESS'])('says so even with blanks around it: %j', (status) => {
    expect(read({ ...SESSION, status })).toMatchObject({ kind: 'session' });
  });

  it('may have more fields than anybody knows', () => {
    expect(read({ ...SESSION, extra: [1], error_msg: '' })).toEqual(read(SESSION));
  });

  it.each([1, 604_800, 100 * 365 * 86_400])('lives %d seconds', (expire) => {
    const { session } = read({ ...SESSION, expire }) as { session: { expiresAt: Date } };
    expect(session.expiresAt.getTime()).toBe(NOON + expire * 1000);
  });
});

describe('promise N4: a login’s answer of the wrong types', () => {
  it.each(['43200', '', -1, 0, 0.5, null, Number.NaN, 1e20, 3_153_600_001, true, [43_200], {}, undefined])(
    'promise N4: expire %j lets nobody in',
    (expire) => {
      expect(refusal(JSON.stringify({ ...SESSION, expire }))).toEqual(BAD);
    },
  );

  it('promise N4: an endless expire lets nobody in', () => {
    expect(refusal('{"status":"SUCCESS","session_token":"st","expire":1e999}')).toEqual(BAD);
  });

  it.each([undefined, null, '', ' ', 5, {}, ['st']])(
    'promise N4: session_token %j lets nobody in',
    (token) => {
      expect(refusal(JSON.stringify({ ...SESSION, session_token: token }))).toEqual(BAD);
    },
  );

  it.each([5, true, false, {}, ['a.b.c']])('promise S5, N4: id_token %j lets nobody in', (idToken) => {
    expect(refusal(JSON.stringify({ ...SESSION, id_token: idToken }))).toEqual(BAD);
  });

  it.each([undefined, null, '', ' ', 5, true, {}, ['SUCCESS']])('promise N4: status %j', (status) => {
    expect(refusal(JSON.stringify({ ...SESSION, status }))).toEqual(BAD);
  });

  it.each([
    ...[
      '',
      ' ',
      'null',
      '[]',
      '"SUCCESS"',
      '5',
      '[{"status":"SUCCESS"}]',
      '{"status":"SUCC',
      '<html></html>',
    ],
    ...['{"status":"SUCCESS",}', `{"status":"SUCCESS","session_token":"st","expire":NaN}`],
    ...['['.repeat(100_000), '{"a":'.repeat(100_000)],
  ])('promise N4: %.40s is no answer', (text) => {
    expect(refusal(text)).toEqual(BAD);
  });

  it.each([
    ...['RISK_REVIEW', 'success', 'SUCCESS!', 'SUCCESS SUCCESS', 'LOCKED', 'FAIL', 'ＳＵＣＣＥＳＳ'],
    ...['__proto__', 'constructor', 'toString', 'hasOwnProperty'],
  ])('promise N4: the unknown status %s is never a success', (status) => {
    const body = { ...SESSION, status, state_token: 't', data: '{}' };
    expect(refusal(JSON.stringify(body))).toEqual({ ...BAD, serverCode: status });
  });

  it('promise N4: ACCESS_DENIED says who refused, whatever else comes along', () => {
    const denied = { code: 'access-denied', httpStatus: 200, serverCode: 'ACCESS_DENIED' };
    expect(refusal(JSON.stringify({ ...SESSION, status: ' ACCESS_DENIED ' }))).toEqual(denied);
  });
});

describe('a login’s answer that goes on', () => {
  it.each([
    ['MFA_AUTH', 'mfa'],
    ['SOCIAL_BIND', 'bind'],
    ['USER_REGISTER', 'register'],
    ['PASSWORD_WARN', 'password-warn'],
    ['PASSWORD_EXPIRED', 'password-expired'],
  ])('%s is %s', (status, kind) => {
    const body = { status: ` ${status}\n`, state_token: 'e.y.J', data: '{"minLength":8}' };
    expect(read(body)).toEqual({ kind, stateToken: 'e.y.J', data: { minLength: 8 }, status });
    for (const stateToken of [undefined, null, '', 5])
      expect(refusal(JSON.stringify({ ...body, state_token: stateToken }))).toEqual({
        ...BAD,
        serverCode: status,
      });
  });

  it.each(['a b', ' t', 't\n', 't\r\nX-client-id: x', '令牌', 't\u0000', 't\u00e9', '\ud83d', 't\u007f'])(
    'promise N4: cannot go on with a state_token that fits into no header: %j',
    (stateToken) => {
      const body = { status: 'MFA_AUTH', state_token: stateToken };
      expect(refusal(JSON.stringify(body))).toEqual({ ...BAD, serverCode: 'MFA_AUTH' });
    },
  );

  it.each(['t', '!~"\\', 'e30.e30.-_=', 'x'.repeat(8000)])(
    'takes any other state_token to the letter: %.20s',
    (stateToken) => {
      expect(read({ status: 'MFA_AUTH', state_token: stateToken })).toMatchObject({ stateToken });
      expect(new Headers({ 'X-state-token': stateToken }).get('X-state-token')).toBe(stateToken);
    },
  );

  it.each([undefined, null, '', '{"a":', '[]', 'null', '"text"', 5, { minLength: 8 }])(
    'has no data when it is broken: %j',
    (data) => {
      const answer = read({ status: 'PASSWORD_WARN', state_token: 't', data });
      expect(answer).toMatchObject({ kind: 'password-warn', data: {} });
    },
  );

  it('promise S7: __proto__ in its data is harmless', () => {
    const data = '{"__proto__":{"polluted":1},"a":{"__proto__":{"polluted":1}}}';
    const answer = read({ status: 'MFA_AUTH', state_token: 't', data });
    expect(Object.assign({}, 'data' in answer && answer.data)).toEqual({ a: {} });
    expect('polluted' in {}).toBe(false);
  });
});
