import { aTimeout, expect } from '@open-wc/testing';
import { type Ciam, startCiam } from '../../support/ciam.ts';
import { openPage } from './page.js';

/** Says when a hanging call failed, and what the device then thinks of it. */
const CALL = (url: string) => `
  const browser = await device();
  browser.fetch(${JSON.stringify(url)}, {}).catch(async () => {
    parent.postMessage({ note: 'failed' }, '*');
    parent.postMessage({ note: 'leaving: ' + (await browser.isLeaving()) }, '*');
  });`;

describe('promise N7: leaving the page during a call', () => {
  let ciam: Ciam;
  let notes: unknown[];
  const listen = ({ data }: MessageEvent<{ note?: string }>) => {
    if (data.note) notes.push(data.note);
  };

  before(async () => {
    // A sandboxed or other origin would do as well: what matters is that this frame navigates.
    ciam = await startCiam();
  });
  beforeEach(async () => {
    notes = [];
    window.addEventListener('message', listen);
    await ciam.clearFaults();
    await ciam.fault('/api/v2/sdk/captcha', { kind: 'hang' });
  });
  afterEach(() => window.removeEventListener('message', listen));

  it('is told from a call that failed by itself', async () => {
    await ciam.fault('/api/v2/sdk/country-codes', { kind: 'reset' });
    const { frame, answer } = openPage<null>(
      `${CALL(`${ciam.origin}/api/v2/sdk/country-codes`)} return null;`,
    );
    await answer;
    await aTimeout(1000);
    frame.remove();
    expect(notes).to.deep.equal(['failed', 'leaving: false']);
  });

  for (const how of ['location.href = target', 'location.replace(target)', 'link.click()']) {
    it(`is noticed: ${how}`, async () => {
      const target = `${ciam.origin}/elsewhere`;
      const { frame, answer } = openPage<null>(
        `${CALL(`${ciam.origin}/api/v2/sdk/captcha`)}
         const target = ${JSON.stringify(target)};
         const link = Object.assign(document.createElement('a'), { href: target });
         document.body.append(link);
         setTimeout(() => { ${how}; }, 100);
         return null;`,
      );
      await answer;
      await aTimeout(1000);
      frame.remove();
      expect(notes).to.not.include('leaving: false');
    });
  }

  it('is noticed when the next page takes a second to answer', async () => {
    await ciam.fault('/api/v2/sdk/country-codes', { kind: 'delay', ms: 1000 });
    const { frame, answer } = openPage<null>(
      `${CALL(`${ciam.origin}/api/v2/sdk/captcha`)}
       setTimeout(() => { location.href = ${JSON.stringify(`${ciam.origin}/api/v2/sdk/country-codes`)}; }, 100);
       return null;`,
    );
    await answer;
    await aTimeout(2000);
    frame.remove();
    expect(notes).to.not.include('leaving: false');
  });

  it('is over after a return from the back/forward cache', async () => {
    const { frame, answer } = openPage<boolean[]>(
      `const browser = await device();
       await browser.fetch('data:,', {});
       const answers = [];
       window.dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true }));
       answers.push(await browser.isLeaving());
       window.dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
       answers.push(await browser.isLeaving());
       const asked = browser.isLeaving();
       for (const type of ['pagehide', 'pageshow']) window.dispatchEvent(new PageTransitionEvent(type));
       answers.push(await asked);
       return answers;`,
    );
    expect(await answer).to.deep.equal([true, false, true]);
    frame.remove();
  });

  it('has no unload handler, and none at all before the first call', async () => {
    const { frame, answer } = openPage<string[]>(
      `const browser = await device();
       const before = types.length;
       await browser.fetch('data:,', {});
       await browser.fetch('data:,', {});
       return [String(before), ...[...new Set(types)].sort()];`,
      {
        before: `const types = [];
          const listen = window.addEventListener;
          window.addEventListener = (type, ...rest) => { types.push(type); listen.call(window, type, ...rest); };`,
      },
    );
    expect(await answer).to.deep.equal(['0', 'beforeunload', 'pagehide', 'pageshow']);
    frame.remove();
  });
});
