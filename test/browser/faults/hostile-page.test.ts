import { expect } from '@open-wc/testing';
import { resetMouse } from '@web/test-runner-commands';
import { FIXED_CODE, FIXED_MOBILE } from '../../../demo/server/test-numbers.ts';
import { type Ciam, startCiam } from '../../support/ciam.ts';
import { startCdn } from '../support/built-files.ts';
import { openDisturbed } from '../support/disturbed-page.ts';
import type { FramePage } from '../support/frame-page.ts';
import { loaded } from '../support/hands.ts';
import type { LoginBox } from '../support/login-box.ts';
import { PATHS, press, soon } from '../support/steps.ts';

/** The deadline for all device data is 1.5 s; the rest is for a busy machine to load files and call the server. */
const IN_TIME_MS = 4000;

describe('a page that', function () {
  this.timeout(30_000);
  let ciam: Ciam;
  let cdn: string;
  let page: FramePage;
  let box: LoginBox;

  before(async () => {
    ciam = await startCiam();
    cdn = await startCdn();
  });
  beforeEach(() => ciam.reset());
  afterEach(async () => {
    page.frame.remove();
    await resetMouse();
  });

  async function open(disturb: (page: FramePage) => void): Promise<void> {
    ({ page, box } = await openDisturbed({ ciam, cdn }, disturb));
  }

  /** Logs in with a code, which is the shortest way to a call that needs the device's data. */
  async function logInAtOnce(meanwhile: () => void = () => undefined): Promise<void> {
    box.mobile.value = FIXED_MOBILE; // no focus yet: the data is worked out while the call waits for it
    await box.type(box.code, FIXED_CODE);
    const start = performance.now();
    await press('Enter');
    meanwhile();
    await soon(() => box.seen('success').length > 0, 'somebody is logged in', IN_TIME_MS + 1000);
    expect(performance.now() - start).to.be.below(IN_TIME_MS);
    const [call] = (await ciam.journal()).filter(
      ({ path, method }) => path === PATHS.login && method === 'POST',
    );
    expect(call?.headers['x-device-fingerprint']).to.match(/^[0-9a-f]{32}$/);
    expect(box.seen('error')).to.deep.equal([]);
    expect(page.failures).to.deep.equal([]);
  }

  it('promise D3: replaces its body while the device data is worked out', async () => {
    await open(() => undefined);
    let replaced = 0;
    const replace = () => {
      const body = page.document.createElement('body');
      body.append(...page.document.body.childNodes);
      page.document.body.replaceWith(body);
      if (++replaced < 10) page.window.setTimeout(replace, 20);
    };
    await logInAtOnce(replace);
    expect(replaced).to.be.at.least(1);
  });

  it('promise D3: deletes every iframe', async () => {
    let deleted = 0;
    await open(({ window, document }) => {
      const delete_ = () => {
        for (const frame of document.querySelectorAll('iframe')) {
          deleted++;
          frame.remove();
        }
      };
      new window.MutationObserver(delete_).observe(document, { childList: true, subtree: true });
    });
    await logInAtOnce();
    expect(deleted).to.equal(0);
  });

  it('promise D3: is hidden, and its audio suspended', async () => {
    let contexts = 0;
    class Silent {
      readonly state = 'suspended';
      constructor() {
        contexts++;
      }
      startRendering() {
        return new Promise(() => undefined);
      }
    }
    await open(({ window, document }) => {
      Object.defineProperty(document, 'hidden', { get: () => true });
      Object.defineProperty(document, 'visibilityState', { get: () => 'hidden' });
      window.requestIdleCallback = () => 0;
      for (const name of ['AudioContext', 'OfflineAudioContext', 'webkitOfflineAudioContext'])
        Object.defineProperty(window, name, { value: Silent, configurable: true });
    });
    await logInAtOnce();
    expect(contexts).to.equal(0);
  });

  it('promise D3: is in full screen stays there', async () => {
    let exits = 0;
    await open(({ window, document }) => {
      for (const name of ['fullscreenElement', 'webkitFullscreenElement', 'mozFullScreenElement'])
        Object.defineProperty(document, name, { get: () => document.documentElement });
      const exit = () => {
        exits++;
        return Promise.resolve();
      };
      for (const name of ['exitFullscreen', 'webkitExitFullscreen', 'mozCancelFullScreen'])
        Object.defineProperty(document, name, { value: exit, configurable: true });
      for (const name of ['availTop', 'availLeft'])
        Object.defineProperty(window.screen, name, { get: () => 0, configurable: true });
    });
    await logInAtOnce();
    expect(exits).to.equal(0);
  });

  it('promise D4: throws when its storage is touched', async () => {
    await open(() => undefined);
    Object.defineProperty(page.window, 'localStorage', {
      get() {
        throw new page.window.DOMException('The operation is insecure.', 'SecurityError');
      },
    });
    await logInAtOnce();
  });

  it('promise D1: rolls every dice as 0 still sends nothing anywhere else', async () => {
    await open(({ window }) => {
      window.Math.random = () => 0;
    });
    await box.getCode('13800138000');
    await box.logIn('13800138000');
    await box.event('success');
    const asked = page.window.performance
      .getEntriesByType('resource')
      .map(({ name }) => new URL(name).origin);
    expect(asked).to.include(ciam.origin);
    expect([...new Set(asked)].filter((origin) => origin !== 'null')).to.have.members([cdn, ciam.origin]);
  });

  it('promise S7: has polluted Object.prototype before a login', async () => {
    const polluted = {
      x: 1,
      error_code: 'IDAAS.SDK.USER.0001',
      error_msg: 'polluted',
      status: 'ACCESS_DENIED',
      session_token: 'polluted',
      id_token: 'polluted',
      state_token: 'polluted',
      captcha_token: 'polluted',
      expire: -1,
    };
    await open(() => undefined);
    await loaded(box);
    Object.assign(page.window.Object.prototype, polluted);
    await box.getCode('13800138000');
    await box.logIn('13800138000');
    const detail = await box.event('success');
    expect(JSON.stringify(detail)).to.not.contain('polluted');
    expect(box.seen('error')).to.deep.equal([]);
  });

  it('promise S7: gets answers with __proto__ and constructor in them', async () => {
    await open(() => undefined);
    const evil = '{"polluted":"yes"}';
    await ciam.fault(PATHS.login, {
      kind: 'body',
      body: `{"__proto__":${evil},"constructor":{"prototype":${evil}},"status":"SUCCESS","session_token":"t","expire":60}`,
    });
    await logInAtOnce();
    expect(Reflect.get(page.window.Object.prototype, 'polluted')).to.be.undefined;
    expect(JSON.stringify(await box.event('success'))).to.not.contain('polluted');
  });
});
