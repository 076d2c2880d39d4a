import { expect } from '@open-wc/testing';
import { asDataUrl, BROWSER_DEVICE, inNewPage } from './page.js';
import { expectWhole, MARGIN_MS, type Outcome, READ } from './read.js';

const KEY = 'ciam-login:device';
describe('device data', () => {
  beforeEach(() => localStorage.clear());
  after(() => localStorage.clear());

  it('does nothing when it is only imported', async () => {
    const seen = await inNewPage<{ listeners: number; stored: number; modules: string[] }>(
      `await load(); await wait(100);
       const modules = performance.getEntriesByType('resource').map((entry) => entry.name);
       return { listeners: window.listeners, stored: localStorage.length, modules };`,
      {
        before: `window.listeners = 0;
          const listen = EventTarget.prototype.addEventListener;
          EventTarget.prototype.addEventListener = function (...args) { listeners++; return listen.apply(this, args); };`,
      },
    );
    expect(seen.listeners).to.equal(0);
    expect(seen.stored).to.equal(0);
    expect(seen.modules.join()).to.contain('/browser-device.ts');
    expect(seen.modules.join()).to.not.match(/fingerprint|user-agent-os|os-version|ua-parser/);
  });

  it('promise D1: makes no request to any other origin', async () => {
    const seen = await inNewPage<Outcome & { sent: string[]; loaded: string[] }>(
      READ.replace('return {', 'await wait(200); return {'),
      {
        before: `
          Math.random = () => 0; // FingerprintJS reports one visit in a thousand to its maker
          const sent = [];
          const note = (url) => sent.push(new URL(url, document.baseURI).href);
          const { open } = XMLHttpRequest.prototype;
          XMLHttpRequest.prototype.open = function (method, url, ...rest) { note(url); return open.call(this, method, url, ...rest); };
          const { fetch: realFetch, Image: RealImage, WebSocket: RealSocket } = window;
          window.fetch = (input, init) => { note(input.url ?? input); return realFetch(input, init); };
          navigator.sendBeacon = (url) => { note(url); return true; };
          const { set } = Object.getOwnPropertyDescriptor(HTMLImageElement.prototype, 'src');
          Object.defineProperty(HTMLImageElement.prototype, 'src', { set(url) { note(url); set.call(this, url); } });
          window.WebSocket = class extends RealSocket { constructor(url) { note(url); super(url); } };
          window.report = () => ({ sent, loaded: performance.getEntriesByType('resource').map((entry) => entry.name) });`,
      },
    );
    expectWhole(seen);
    expect(seen.sent).to.deep.equal([]);
    expect(seen.loaded.join()).to.contain('/fingerprint.ts');
    expect(seen.loaded.filter((url) => !url.startsWith(`${location.origin}/`))).to.deep.equal([]);
  });

  it('promise D4: stays the same over reloads, without loading the library again', async () => {
    const first = await inNewPage<Outcome>(READ);
    expect(localStorage.getItem(KEY)).to.equal(first.fingerprint);
    localStorage.setItem(KEY, 'first-value-of-this-browser');
    const second = await inNewPage<Outcome & { loaded: string }>(READ, {
      before: `window.report = () => ({ loaded: performance.getEntriesByType('resource').map((entry) => entry.name).join() });`,
    });
    expect(second.fingerprint).to.equal('first-value-of-this-browser');
    expect(second.loaded).to.not.match(/fingerprint/);
  });

  it('promise D4: is the same when it is worked out anew', async () => {
    const first = await inNewPage<Outcome>(READ);
    localStorage.clear();
    const second = await inNewPage<Outcome>(READ);
    expect(second.fingerprint).to.equal(first.fingerprint);
  });

  it('promise D4: is worked out once for the page', async () => {
    const same = await inNewPage<boolean>(
      `const { browserDevice } = await load();
       return browserDevice() === browserDevice() && browserDevice().data() === browserDevice().data();`,
    );
    expect(same).to.be.true;
  });

  it('promise D7: works in a sandboxed page, which has no storage and no origin', async () => {
    const seen = await inNewPage<
      Outcome & { origin: string; refused: boolean; kept: string | null; again: string }
    >(
      `const browser = await device();
       let refused = false;
       try { void window.localStorage.length; } catch { refused = true; }
       const start = performance.now();
       const data = await browser.data();
       browser.store.set('a', 'b');
       return { ...data, ms: performance.now() - start, refused, origin: browser.origin, kept: browser.store.get('a'),
         again: (await browser.data()).fingerprint };`,
      { sandbox: 'allow-scripts allow-forms', module: await asDataUrl(BROWSER_DEVICE) },
    );
    expectWhole(seen);
    expect(seen.refused).to.be.true;
    expect(seen.origin).to.equal('null');
    expect(seen.kept).to.equal('b');
    expect(seen.again).to.equal(seen.fingerprint);
    expect(seen.osVersion).to.not.equal('unknown');
  });

  it('promise D7: needs no crypto.subtle and no randomUUID', async () => {
    const seen = await inNewPage<Outcome>(READ, {
      before: `for (const name of ['subtle', 'randomUUID'])
        Object.defineProperty(crypto, name, { get() { throw new Error(name); } });`,
    });
    expectWhole(seen);
  });

  it('promise D5: says the OS version in full, also when client hints are odd', async () => {
    for (const hints of [`undefined`, `{ getHighEntropyValues: () => new Promise(() => {}) }`, `{}`]) {
      const seen = await inNewPage<Outcome>(READ, {
        before: `Object.defineProperty(navigator, 'userAgentData', { get: () => (${hints}) });`,
      });
      expect(seen.osVersion, hints).to.match(/^(Linux|Ubuntu|Debian|macOS|Windows) /);
      expect(seen.ms).to.be.below(MARGIN_MS);
    }
  });
});
