import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { aliyunNumberAuth } from '../../../src/entries/aliyun-number-auth.js';
import type { OneClickProvider } from '../../../src/methods/one-click-token.js';
import { endOf } from '../support/end-of.js';
import { FakePhoneNumberServer, FINE } from '../support/fake-phone-number-server.js';

const getAuthToken = () => Promise.resolve({ accessToken: 'access', jwtToken: 'jwt' });
const REFUSED = { code: 600011, msg: '获取token失败' };

function ask(provider: OneClickProvider, signal = new AbortController().signal) {
  return endOf(provider.getToken({ signal }));
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe('a token', () => {
  it.each(['token first', 'closed first'] as const)('the page goes with it: %s', async (order) => {
    const sdk = new FakePhoneNumberServer().checked();
    const end = ask(aliyunNumberAuth(sdk, { getAuthToken }));
    expect([sdk.asked.length, sdk.isPageOpen], 'within the click').toEqual([1, true]);
    expect(sdk.asked[0]).not.toHaveProperty('authPageOption');
    sdk.answerToken({ code: FINE, spToken: 'sp' }, order);
    expect(await end()).toBe('sp');
    await vi.runAllTimersAsync();
    expect([await end(), sdk.isPageOpen]).toEqual(['sp', false]);
  });

  it('a page that stays until it is told to go is told so, however it ends', async () => {
    const authPageOption = { navText: '一键登录', manualClose: true };
    const ends: [string, (sdk: FakePhoneNumberServer) => void][] = [
      ['sp', (sdk) => sdk.answerToken({ code: String(FINE), spToken: 'sp' })],
      ['Error: 600011 获取token失败', (sdk) => sdk.failToken(REFUSED)],
      ['AbortError: The person went back', (sdk) => sdk.pressBack()],
    ];
    for (const [expected, act] of ends) {
      const sdk = new FakePhoneNumberServer().checked();
      const end = ask(aliyunNumberAuth(sdk, { getAuthToken, authPageOption }));
      expect(sdk.asked[0]!.authPageOption).toBe(authPageOption);
      act(sdk);
      await vi.runAllTimersAsync();
      expect([await end(), sdk.isPageOpen]).toEqual([expected, false]);
    }
  });

  it.each([
    [{ code: 600015, msg: '接口超时' }, 'Error: 600015 接口超时'],
    [{ code: FINE, msg: '获取成功' }, 'Error: 600000 获取成功'],
    [{ code: FINE, spToken: 7 }, 'Error: 600000 undefined'],
    [{ spToken: 'sp' }, 'Error: undefined undefined'],
    [undefined, 'Error: undefined undefined'],
  ])('%j is none', async (result, reason) => {
    const sdk = new FakePhoneNumberServer().checked();
    const end = ask(aliyunNumberAuth(sdk, { getAuthToken }));
    sdk.answerToken(result);
    expect([await end(), sdk.isPageOpen]).toEqual([reason, false]);
  });

  it('a failure that is told twice, or taken back, is one failure', async () => {
    const sdk = new FakePhoneNumberServer().checked();
    const end = ask(aliyunNumberAuth(sdk, { getAuthToken }));
    sdk.failToken(REFUSED);
    sdk.answerToken({ code: FINE, spToken: 'late' });
    await vi.runAllTimersAsync();
    expect([await end(), sdk.isPageOpen]).toEqual(['Error: 600011 获取token失败', false]);
  });

  it('there is none for a phone that was never checked, nor from an SDK that throws', async () => {
    expect(await ask(aliyunNumberAuth(new FakePhoneNumberServer(), { getAuthToken }))()).toContain('600011');
    const broken = new FakePhoneNumberServer({ throws: true });
    expect(await ask(aliyunNumberAuth(broken, { getAuthToken }))()).toContain('TypeError');
  });
});

describe('going back', () => {
  it('is a change of mind, of which the SDK says only that its page was closed', async () => {
    const sdk = new FakePhoneNumberServer().checked();
    const end = ask(aliyunNumberAuth(sdk, { getAuthToken }));
    sdk.pressBack();
    expect(await end(), 'a token may come right behind').toBe('nothing yet');
    await vi.advanceTimersByTimeAsync(1000);
    expect(await end()).toBe('AbortError: The person went back');
    sdk.answerToken({ code: FINE, spToken: 'late' });
    expect(await end()).toBe('AbortError: The person went back');
  });

  it('is what nothing else is that happens on the page', async () => {
    const sdk = new FakePhoneNumberServer().checked();
    const end = ask(aliyunNumberAuth(sdk, { getAuthToken }));
    for (const status of [0, 3, '', undefined, null, {}]) sdk.tell(status);
    await vi.runAllTimersAsync();
    expect([await end(), sdk.isPageOpen]).toEqual(['nothing yet', true]);
  });
});

describe('giving up', () => {
  const reason = new DOMException('Gone', 'AbortError');

  it.each([{}, { throwsOnClose: true }, { cannotClose: true }])('closes the page: %j', async (quirks) => {
    const sdk = new FakePhoneNumberServer(quirks).checked();
    const controller = new AbortController();
    const end = ask(aliyunNumberAuth(sdk, { getAuthToken }), controller.signal);
    controller.abort(reason);
    expect([await end(), sdk.isPageOpen]).toEqual(['AbortError: Gone', 'cannotClose' in quirks]);
  });

  it('closes a page that opens only then', async () => {
    const sdk = new FakePhoneNumberServer({ slow: true }).checked();
    const controller = new AbortController();
    const end = ask(aliyunNumberAuth(sdk, { getAuthToken }), controller.signal);
    controller.abort(reason);
    expect(await end()).toBe('AbortError: Gone');
    sdk.open();
    expect(sdk.isPageOpen).toBe(false);
  });

  it('before it was asked opens nothing', async () => {
    const sdk = new FakePhoneNumberServer().checked();
    expect(await ask(aliyunNumberAuth(sdk, { getAuthToken }), AbortSignal.abort(reason))()).toBe(
      'AbortError: Gone',
    );
    expect(sdk.asked).toEqual([]);
  });

  it('does not touch the next question', async () => {
    const sdk = new FakePhoneNumberServer().checked();
    const provider = aliyunNumberAuth(sdk, { getAuthToken });
    const first = new AbortController();
    const end = ask(provider, first.signal);
    sdk.failToken(REFUSED);
    await end();
    const next = ask(provider);
    first.abort();
    expect([await next(), sdk.isPageOpen]).toEqual(['nothing yet', true]);
    sdk.answerToken({ code: FINE, spToken: 'sp' });
    expect([await end(), await next()]).toEqual(['Error: 600011 获取token失败', 'sp']);
  });
});
