import { PNG } from 'pngjs';
import { describe, expect, it } from 'vitest';
import { MOBILE, refusalOf, SDK, startBench, type Answer } from './support.js';

const { server, get, post, credential } = await startBench();

async function newToken(): Promise<string> {
  return String((await get(`${SDK}/captcha`)).json.token);
}

function verify(token: string, point: unknown, sender: unknown = MOBILE): Promise<Answer> {
  return post(`${SDK}/captcha/verify`, { point_json: point, token, sender });
}

function rightPoint(token: string, shift = 0, y = '5.0'): string {
  return `{"x":${server.puzzleX(token)! + shift}.0,"y":${y}}`;
}

function send(captchaToken: string | undefined, mobile = MOBILE): Promise<Answer> {
  return post(`${SDK}/sms/send`, { mobile, type: 'LOGIN_SMS', captcha_token: captchaToken });
}

describe('GET /captcha', () => {
  it('gives two pictures, a token, and no other field a value', async () => {
    const { json } = await get(`${SDK}/captcha`);
    const { originalImageBase64, jigsawImageBase64, token, secretKey, result, ...others } = json;
    const size = (image: unknown): number[] => {
      const { width, height } = PNG.sync.read(Buffer.from(String(image), 'base64'));
      return [width, height];
    };
    expect(size(originalImageBase64)).toEqual([310, 155]);
    expect(size(jigsawImageBase64)).toEqual([47, 155]);
    expect(token).toMatch(/^\w{32}$/);
    expect(secretKey).toHaveLength(16);
    expect(result).toBe(false);
    expect(new Set(Object.values(others))).toEqual(new Set([null]));
  });

  it('shows the same few pictures again if so set, each time under another token', async () => {
    server.settings.paintings = 2;
    const answers: Answer['json'][] = [];
    for (let i = 0; i < 5; i++) answers.push((await get(`${SDK}/captcha`)).json);
    const different = (field: string) => new Set(answers.map((json) => json[field])).size;
    expect([different('originalImageBase64'), different('token')]).toEqual([2, 5]);
    expect((await verify(String(answers[4]!.token), rightPoint(String(answers[4]!.token)))).status).toBe(200);
  });

  it('has no secret key if so set', async () => {
    server.settings.secretKey = null;
    expect((await get(`${SDK}/captcha`)).json.secretKey).toBeNull();
  });
});

describe('POST /captcha/verify', () => {
  it('exchanges the right place for the token with the point behind it', async () => {
    const token = await newToken();
    const point = rightPoint(token);
    expect((await verify(token, point)).json).toEqual({ captcha_token: `${token}---${point}` });
  });

  it.each([
    [-6, '400 CAPTCHA.0002'],
    [-5, '200 undefined'],
    [5, '200 undefined'],
    [6, '400 CAPTCHA.0002'],
  ])('%i px beside the place: %s', async (shift, expected) => {
    const token = await newToken();
    expect(refusalOf(await verify(token, rightPoint(token, shift)))).toBe(expected);
  });

  it.each([
    ['another y', (token: string) => rightPoint(token, 0, '6.0')],
    ['no JSON', () => 'somewhere'],
    ['numbers as strings', (token: string) => `{"x":"${server.puzzleX(token)}","y":"5.0"}`],
    ['no y', (token: string) => `{"x":${server.puzzleX(token)}}`],
    ['null', () => 'null'],
  ])('refuses %s', async (_what, point) => {
    const token = await newToken();
    expect(refusalOf(await verify(token, point(token)))).toBe('400 CAPTCHA.0002');
  });

  it('wants the point as a string, a token and a sender', async () => {
    const token = await newToken();
    expect(refusalOf(await verify(token, undefined))).toBe('400 PARAM.0004');
    expect(refusalOf(await verify(token, { x: server.puzzleX(token), y: 5 }))).toBe('400 PARAM.0004');
    expect(refusalOf(await verify('', rightPoint(token)))).toBe('400 PARAM.0005');
    expect(refusalOf(await verify(token, rightPoint(token), 5))).toBe('400 PARAM.0006');
    expect((await verify(token, rightPoint(token))).status).toBe(200);
  });

  it('takes a token once, whether the place was right or wrong', async () => {
    for (const shift of [0, 30]) {
      const token = await newToken();
      await verify(token, rightPoint(token, shift));
      expect(refusalOf(await verify(token, rightPoint(token)))).toBe('400 CAPTCHA.0004');
    }
    expect(refusalOf(await verify('unknown', '{"x":1,"y":5.0}'))).toBe('400 CAPTCHA.0004');
  });

  it('takes it for two minutes', async () => {
    const [inTime, late] = [await newToken(), await newToken()];
    server.advance(119_000);
    expect((await verify(inTime, rightPoint(inTime))).status).toBe(200);
    server.advance(2_000);
    expect(refusalOf(await verify(late, rightPoint(late)))).toBe('400 CAPTCHA.0003');
  });
});

describe('the credential', () => {
  it('is good for one message', async () => {
    const token = await credential(MOBILE);
    const first = await send(token);
    expect([first.status, first.text, first.headers.get('content-type')]).toEqual([200, '', null]);
    expect(refusalOf(await send(token))).toBe('400 CAPTCHA.0004');
    expect(server.inbox.list()).toHaveLength(1);
  });

  it('must be there, untouched, and for this number', async () => {
    expect(refusalOf(await send(undefined))).toBe('400 PARAM.0008');
    expect(refusalOf(await send('made-up'))).toBe('400 CAPTCHA.0004');
    expect(refusalOf(await send((await credential(MOBILE)).replace('.0', '')))).toBe('400 CAPTCHA.0004');
    const others = await credential('13900000000');
    expect(refusalOf(await send(others))).toBe('400 CAPTCHA.0004');
    expect(refusalOf(await send(others, '13900000000'))).toBe('400 CAPTCHA.0004');
    expect(server.inbox.list()).toEqual([]);
  });

  it('lives two minutes', async () => {
    const token = await credential(MOBILE);
    server.advance(121_000);
    expect(refusalOf(await send(token))).toBe('400 CAPTCHA.0003');
  });
});
