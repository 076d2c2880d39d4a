import { expect } from '@open-wc/testing';
import { inNewPage } from './page.js';
import { expectWhole, type Outcome, READ } from './read.js';

const KEY = 'ciam-login:device';
const VIOLATIONS = `
  const violations = [];
  document.addEventListener('securitypolicyviolation', (event) => violations.push(event.violatedDirective + ' ' + event.blockedURI));
  window.report = () => ({ violations });`;

describe('device data on a page that gets in the way', () => {
  beforeEach(() => localStorage.clear());
  after(() => localStorage.clear());

  describe('promise D3: resolves in time, with a real fingerprint,', () => {
    let undisturbed: string;
    before(async () => {
      localStorage.clear();
      undisturbed = (await inNewPage<Outcome>(READ)).fingerprint;
    });

    it('when the body is replaced as soon as anything is put into it', async () => {
      const seen = await inNewPage<Outcome & { replaced: number }>(READ, {
        before: `let replaced = 0;
          const replace = () => { replaced++; document.body.replaceWith(document.createElement('body')); };
          window.disturb = () => {
            replace();
            new MutationObserver(() => document.body.childNodes.length && replace())
              .observe(document, { childList: true, subtree: true });
          };
          window.report = () => ({ replaced });`,
      });
      expectWhole(seen);
      expect(seen.replaced).to.equal(1);
      expect(seen.fingerprint).to.equal(undisturbed);
    });

    it('when iframes are deleted at once, and makes none', async () => {
      const seen = await inNewPage<Outcome & { frames: number }>(READ, {
        before: `let frames = 0;
          new MutationObserver(() => {
            for (const frame of document.querySelectorAll('iframe')) { frames++; frame.remove(); }
          }).observe(document, { childList: true, subtree: true });
          window.report = () => ({ frames });`,
      });
      expectWhole(seen);
      expect(seen.frames).to.equal(0);
      expect(seen.fingerprint).to.equal(undisturbed);
    });

    it('when the page is hidden and audio is suspended, and makes no sound', async () => {
      const seen = await inNewPage<Outcome & { contexts: number }>(READ, {
        before: `let contexts = 0;
          Object.defineProperty(document, 'hidden', { get: () => true });
          Object.defineProperty(document, 'visibilityState', { get: () => 'hidden' });
          window.requestAnimationFrame = () => 0;
          window.requestIdleCallback = () => 0;
          const silent = class { constructor() { contexts++; }
            get state() { return 'suspended'; }
            get destination() { return {}; }
            createOscillator() { return { type: '', frequency: {}, connect() {}, start() {} }; }
            createDynamicsCompressor() { return { threshold: {}, knee: {}, ratio: {}, attack: {}, release: {}, connect() {} }; }
            startRendering() { return new Promise(() => {}); } };
          for (const name of ['AudioContext', 'OfflineAudioContext', 'webkitAudioContext', 'webkitOfflineAudioContext'])
            window[name] = silent;
          window.report = () => ({ contexts });`,
      });
      expectWhole(seen);
      expect(seen.contexts).to.equal(0);
      expect(seen.fingerprint).to.equal(undisturbed);
    });

    it('when the page is in full screen, and does not leave it', async () => {
      const seen = await inNewPage<Outcome & { exits: number }>(READ, {
        before: `let exits = 0;
          for (const prefix of ['fullscreenElement', 'webkitFullscreenElement', 'mozFullScreenElement'])
            Object.defineProperty(document, prefix, { get: () => document.documentElement });
          for (const name of ['exitFullscreen', 'webkitExitFullscreen', 'mozCancelFullScreen'])
            document[name] = () => { exits++; return Promise.resolve(); };
          for (const [name, like] of [['availWidth', 'width'], ['availHeight', 'height']])
            Object.defineProperty(screen, name, { get: () => screen[like] });
          for (const name of ['availTop', 'availLeft']) Object.defineProperty(screen, name, { get: () => 0 });
          window.report = () => ({ exits });`,
      });
      expectWhole(seen);
      expect(seen.exits).to.equal(0);
      expect(seen.fingerprint).to.equal(undisturbed);
    });

    it('under Trusted Types, without a violation', async () => {
      const seen = await inNewPage<Outcome & { violations: string[] }>(READ, {
        head: `<meta http-equiv="Content-Security-Policy" content="require-trusted-types-for 'script'; trusted-types 'none'">`,
        before: VIOLATIONS,
      });
      expectWhole(seen);
      expect(seen.violations).to.deep.equal([]);
      expect(seen.fingerprint).to.equal(undisturbed);
    });

    it('under a strict CSP, without a violation', async () => {
      const seen = await inNewPage<Outcome & { violations: string[] }>(READ, {
        head: `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src 'nonce-n'">`,
        before: VIOLATIONS,
      });
      expectWhole(seen);
      expect(seen.violations).to.deep.equal([]);
      expect(seen.fingerprint).to.equal(undisturbed);
    });
  });

  it('promise D3: has a random fingerprint and an unknown system when a CSP refuses the chunks', async () => {
    const allowed = ['browser-device', 'device-data', 'leaving', 'store'].map(
      (name) => new URL(`../../../src/device/${name}.ts`, import.meta.url).href,
    );
    const head = `<meta http-equiv="Content-Security-Policy" content="script-src 'unsafe-inline' ${allowed.join(' ')}">`;
    const first = await inNewPage<Outcome>(READ, { head });
    expectWhole(first);
    expect(first.osVersion).to.equal('unknown');
    expect(localStorage.getItem(KEY)).to.equal(first.fingerprint);
    localStorage.clear();
    const second = await inNewPage<Outcome>(READ, { head });
    expect(second.fingerprint).to.not.equal(first.fingerprint);
  });
});
