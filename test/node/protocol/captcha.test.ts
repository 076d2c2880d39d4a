import { describe, expect, it } from 'vitest';
import { pointJson, readCaptchaToken, readChallenge } from '../../../src/protocol/captcha.js';
import { thrown } from '../support/caught.js';

const PICTURE = 'iVBORw0KGgo=';
const RIGHT = { originalImageBase64: PICTURE, jigsawImageBase64: 'AAAA', token: 't', secretKey: null };
const BAD = { code: 'bad-response', httpStatus: 200 };

const read = (change: object) => readChallenge(JSON.stringify({ ...RIGHT, ...change }));

describe('a puzzle', () => {
  it('is two pictures and a token', () => {
    const piece = 'data:image/png;base64,AAAA';
    const picture = `data:image/png;base64,${PICTURE}`;
    expect(read({})).toEqual({ picture, piece, token: 't', secretKey: null });
    expect(read({ originalImageBase64: ` iVBO\r\nRw0KGgo=\n`, secretKey: 'k' })).toMatchObject({
      picture,
      secretKey: 'k',
    });
    expect(read({ originalImageBase64: picture }).picture).toBe(picture);
  });

  it.each([undefined, '', 5, {}])('has no key when that is %j', (secretKey) => {
    expect(read({ secretKey }).secretKey).toBeNull();
  });

  it.each(['originalImageBase64', 'jigsawImageBase64'])(
    'promise S6: %s can be nothing but a picture',
    (name) => {
      const values = [
        undefined,
        null,
        '',
        5,
        [PICTURE],
        '!',
        'AA AA"',
        'https://evil.example/x.png',
        '===',
        'A=A',
      ];
      const markup = [
        'AAAAdata:image/png;base64,AAAA',
        '"><img src=x>',
        'data:image/svg+xml;base64,AAAA',
        'data:text/html,x',
        'AAAA\u0000',
      ];
      for (const value of [...values, ...markup])
        expect(
          thrown(() => read({ [name]: value })),
          String(value),
        ).toMatchObject(BAD);
    },
  );

  it.each([undefined, null, '', 5, {}])('promise N4: has to have a token, not %j', (token) => {
    expect(thrown(() => read({ token }))).toMatchObject(BAD);
  });

  it.each(['', 'null', '[]', '{}', '<html>', '{"token":'])('promise N4: %j is none', (text) => {
    expect(thrown(() => readChallenge(text))).toMatchObject(BAD);
  });
});

describe('the credential of a solved puzzle', () => {
  it('is passed on untouched', () => {
    const token = 'abc---{"x":237.0,"y":5.0}';
    expect(readCaptchaToken(JSON.stringify({ captcha_token: token }))).toBe(token);
  });

  it.each([
    '',
    'null',
    '[]',
    '{}',
    '{"captcha_token":""}',
    '{"captcha_token":5}',
    '{"__proto__":{"captcha_token":"x"}}',
  ])('promise N4: %s is none', (text) => {
    expect(thrown(() => readCaptchaToken(text))).toMatchObject(BAD);
  });
});

describe('the place of the piece', () => {
  it.each([
    [237, '{"x":237.0,"y":5.0}'],
    [0, '{"x":0.0,"y":5.0}'],
    [12.34, '{"x":12.3,"y":5.0}'],
    [12.96, '{"x":13.0,"y":5.0}'],
    [-0, '{"x":0.0,"y":5.0}'],
  ])('%d is %s', (x, text) => {
    expect(pointJson(x)).toBe(text);
  });
});
