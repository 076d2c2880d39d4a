import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { aliyunNumberAuth } from '../../../src/entries/aliyun-number-auth.js';
import { rejection } from '../support/caught.js';
import { endOf } from '../support/end-of.js';
import { FakePhoneNumberServer, FINE } from '../support/fake-phone-number-server.js';

const TOKENS = { accessToken: 'access', jwtToken: 'jwt' };
const getAuthToken = () => Promise.resolve(TOKENS);
const REFUSED = { code: 600011, msg: '获取token失败' };

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe('whether one-click login is available', () => {
  async function check(
    act: (sdk: FakePhoneNumberServer) => void,
    sdk = new FakePhoneNumberServer(),
  ): Promise<unknown> {
    const end = endOf(Promise.resolve(aliyunNumberAuth(sdk, { getAuthToken }).isAvailable!()));
    await end();
    expect(sdk.checks).toMatchObject([TOKENS]);
    act(sdk);
    return end();
  }

  it.each([
    [{ code: FINE, msg: '获取成功' }, true],
    [{ code: String(FINE) }, true],
    [{ code: 600013, msg: '运营商维护升级' }, false],
    [{ msg: 'no code' }, false],
    [{ code: [] }, false],
    [undefined, false],
  ])('%j: %j', async (result, yes) => {
    expect(await check((sdk) => sdk.answerCheck(result))).toBe(yes);
  });

  it('a failure that is told twice rejects once, whatever comes with it', async () => {
    expect(await check((sdk) => sdk.failCheck(REFUSED))).toBe('Error: 600011 获取token失败');
    expect(await check((sdk) => sdk.failCheck(undefined))).toBe('Error: undefined undefined');
  });

  it('the first word counts', async () => {
    const failedFirst = await check((sdk) => {
      sdk.failCheck(REFUSED);
      sdk.answerCheck({ code: FINE });
    });
    const answeredFirst = await check((sdk) => {
      sdk.answerCheck({ code: FINE });
      sdk.failCheck(REFUSED);
    });
    expect([failedFirst, answeredFirst]).toEqual(['Error: 600011 获取token失败', true]);
  });

  it('no word is no answer', async () => {
    expect(await check(() => undefined)).toBe('nothing yet');
  });

  it('a rejection where the SDK throws, and where the page’s own server gives no tokens', async () => {
    const broken = aliyunNumberAuth(new FakePhoneNumberServer({ throws: true }), { getAuthToken });
    expect(await rejection(() => broken.isAvailable!())).toBeInstanceOf(TypeError);
    for (const noTokens of [
      () => Promise.reject(new Error('403')),
      () => {
        throw new Error('403');
      },
    ]) {
      const sdk = new FakePhoneNumberServer();
      const provider = aliyunNumberAuth(sdk, { getAuthToken: noTokens });
      expect(await rejection(() => provider.isAvailable!())).toMatchObject({ message: '403' });
      expect(sdk.checks).toEqual([]);
    }
  });
});
