import { describe, expect, it } from 'vitest';
import { wechat } from '../../../src/methods/wechat.js';
import { APP_ID, RETURN_TO, SETTINGS, startWechatBench } from './wechat-shop.js';

const { server, goThere, comeBack, wire } = await startWechatBench();
const calls = () => wire().filter((line) => line === 'POST /login/wechat');

describe('login with WeChat: there', () => {
  it('asks for nothing but a click, and is offered where its application is known', () => {
    expect(wechat.screen).toEqual({ name: 'start', fields: [] });
    expect(wechat.properties).toMatchObject({ [wechat.needs!]: 'wechat-app-id' });
  });

  it('goes to WeChat’s page, with the parameters in the order that it wants', async () => {
    const { url, state, visit } = await goThere();
    expect(url).toBe(
      `https://open.weixin.qq.com/connect/qrconnect?appid=${APP_ID}&redirect_uri=${encodeURIComponent(RETURN_TO)}` +
        `&response_type=code&scope=snsapi_login&state=${state}#wechat_redirect`,
    );
    expect(state).toMatch(/^[0-9a-f]{64}$/);
    expect([visit.redirects, visit.told, wire()]).toEqual([[url], ['redirect'], []]);
  });

  it('inside WeChat, as that wants it', async () => {
    const { url } = await goThere({
      settings: {
        ...SETTINGS,
        wechatScope: 'snsapi_userinfo',
        wechatAuthorizeUrl: 'https://open.weixin.qq.com/connect/oauth2/authorize',
        wechatRedirectUri: '/back?shop=1',
      },
    });
    const { pathname, searchParams } = new URL(url);
    expect(pathname).toBe('/connect/oauth2/authorize');
    expect(searchParams.get('scope')).toBe('snsapi_userinfo');
    expect(searchParams.get('redirect_uri')).toBe('https://shop.example/back?shop=1');
  });

  it.each([
    [{}, 'wechat-app-id'],
    [{ wechatAppId: 'your-app-id' }, 'wechat-app-id'],
    [{ ...SETTINGS, wechatScope: 'auth_user' }, 'wechat-scope'],
    [{ ...SETTINGS, wechatScope: 'snsapi_login,snsapi_base' }, 'wechat-scope'],
    [{ ...SETTINGS, wechatScope: 'my_snsapi_login' }, 'wechat-scope'],
    [{ ...SETTINGS, wechatAuthorizeUrl: 'http://shop.example/' }, 'wechat-authorize-url'],
    // WeChat's own parameters, which would come twice.
    [{ ...SETTINGS, wechatRedirectUri: '/back?code=1' }, 'wechat-redirect-uri'],
    [{ ...SETTINGS, wechatRedirectUri: '/back?state=1' }, 'wechat-redirect-uri'],
  ])('goes nowhere with %j: config %s', async (settings, subject) => {
    const { visit, url } = await goThere({ settings });
    expect(visit.errors).toMatchObject([{ code: 'config', subject }]);
    expect([url, visit.redirects]).toEqual(['', []]);
  });

  it('not from inside a frame, and not when the page does not want it', async () => {
    const framed = await goThere({}, { isFramed: true });
    expect(framed.visit.errors).toMatchObject([{ code: 'wechat-unavailable', subject: 'frame' }]);
    const unwanted = await goThere({ mayLeave: false });
    expect([unwanted.visit.errors, unwanted.visit.flow.state.phase]).toEqual([[], 'ready']);
    expect([framed.url, unwanted.url]).toEqual(['', '']);
  });
});

describe('login with WeChat: and back', () => {
  it('promise S4: logs in with the code that came, once, and cleans the address', async () => {
    const { device, state } = await goThere();
    const code = server.issueWechatCode();
    const address = `${RETURN_TO}?code=${code}&state=${state}#top`;
    const { visit, page } = await comeBack(device, address);
    expect(visit.told).toEqual(['success', 'step done']);
    expect(page.replaced).toEqual([`${RETURN_TO}#top`]);
    expect(server.journal.list().map(({ body }) => body)).toEqual([{ code }]);

    const again = await comeBack(device, address);
    expect(again.visit.told, 'the same address a second time').toEqual(['failure wechat-state start']);
    expect(calls()).toHaveLength(1);
  });

  it('promise O6: the consent that was given goes with it', async () => {
    const { device, state } = await goThere({ consentNeeded: true });
    const address = `${RETURN_TO}?code=${server.issueWechatCode()}&state=${state}`;
    const { visit } = await comeBack(device, address, { consentNeeded: true });
    expect(visit.events).toEqual(['success']);
  });

  it('the page’s own query stays', async () => {
    const settings = { ...SETTINGS, wechatRedirectUri: `${RETURN_TO}?shop=1` };
    const { device, state } = await goThere({ settings });
    const address = `${RETURN_TO}?shop=1&code=${server.issueWechatCode()}&state=${state}`;
    const { visit, page } = await comeBack(device, address, { settings });
    expect([visit.events, page.address]).toEqual([['success'], `${RETURN_TO}?shop=1`]);
  });

  it('who said no has cancelled: nothing is sent', async () => {
    const { device, state } = await goThere();
    const { visit, page } = await comeBack(device, `${RETURN_TO}?state=${state}`);
    expect(visit.told).toEqual(['failure wechat-cancelled start']);
    expect([page.address, wire()]).toEqual([RETURN_TO, []]);
  });

  it('promise S4: a doubled code, and another browser’s state, are refused: nothing is sent', async () => {
    const { device, state } = await goThere();
    const doubled = await comeBack(device, `${RETURN_TO}?code=1&code=2&state=${state}`);
    expect(doubled.visit.told).toEqual(['failure wechat-state start']);
    const { state: theirs } = await goThere();
    const stolen = await comeBack(device, `${RETURN_TO}?code=1&state=${theirs}`);
    expect([stolen.visit.told, stolen.page.address, wire()]).toEqual([
      ['failure wechat-state start'],
      RETURN_TO,
      [],
    ]);
  });

  it.each(['code=1&state=open', `code=1&state=${'0'.repeat(64)}`, 'code=1', 'state='])(
    'promise S4: a state that was never ours is left alone: %s',
    async (query) => {
      const { device } = await goThere();
      const { visit, page } = await comeBack(device, `${RETURN_TO}?${query}`);
      expect([visit.told, page.replaced, wire()]).toEqual([[], [], []]);
    },
  );

  it.each([
    ['a code that is spent', { lifeMs: -1 }, 'failure refused start'],
    ['somebody who is disabled', { error: 'USER.0039' }, 'failure user-disabled start'],
    ['somebody new', { status: 'USER_REGISTER' }, 'step register'],
    ['somebody without a number', { status: 'SOCIAL_BIND' }, 'step bind'],
    ['a second factor', { mobile: '13800000006' }, 'step mfa'],
  ])('promise N1: %s: one call', async (_, grant, told) => {
    const { device, state } = await goThere();
    const address = `${RETURN_TO}?code=${server.issueWechatCode(grant)}&state=${state}`;
    const { visit } = await comeBack(device, address);
    expect([visit.told, calls()]).toEqual([[told], ['POST /login/wechat']]);
  });
});
