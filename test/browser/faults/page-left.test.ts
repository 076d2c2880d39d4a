import { aTimeout, expect } from '@open-wc/testing';
import { FIXED_CODE, FIXED_MOBILE } from '../../../demo/server/test-numbers.ts';
import { type Ciam, startCiam } from '../../support/ciam.ts';
import { startCdn } from '../support/built-files.ts';
import { boxIn, type FramePage, openFrame } from '../support/frame-page.ts';
import type { LoginBox } from '../support/login-box.ts';
import { PATHS, isUsable, press, requests, soon } from '../support/steps.ts';

/** The next page takes half a second to answer: the call must not be taken for a failure of the network meanwhile. */
const NEXT = '/api/v2/sdk/country-codes';

describe('promise N7: a page that is left during a call', function () {
  this.timeout(30_000);
  let ciam: Ciam;
  let cdn: string;
  let page: FramePage;
  let box: LoginBox;

  before(async () => {
    ciam = await startCiam();
    cdn = await startCdn();
  });
  beforeEach(async () => {
    await ciam.reset();
    page = await openFrame({
      body: `<ciam-login base-url="${ciam.origin}" client-id="demo-client" lang="en"></ciam-login>`,
      scripts: [{ type: 'module', src: `${cdn}/ciam-login.js` }],
    });
    box = await boxIn(page, ciam);
    await ciam.fault(PATHS.login, { kind: 'hang' });
    await ciam.fault(NEXT, { kind: 'delay', ms: 500 });
    await box.type(box.mobile, FIXED_MOBILE);
    await box.type(box.code, FIXED_CODE);
    await press('Enter');
    await soon(async () => (await requests(box, 'login')).length > 0, 'the call is out');
  });
  afterEach(() => page.frame.remove());

  const ways: Record<string, () => void> = {
    'by an address': () => {
      page.window.location.href = ciam.origin + NEXT;
    },
    'by a link': () => {
      const link = page.document.createElement('a');
      link.href = ciam.origin + NEXT;
      page.document.body.append(link);
      link.click();
    },
    'by a form': () => {
      const form = page.document.createElement('form');
      form.action = ciam.origin + NEXT;
      page.document.body.append(form);
      form.submit();
    },
    'by a reload': () => page.window.location.reload(),
    'by its frame going away': () => page.frame.remove(),
  };
  for (const [how, leave] of Object.entries(ways)) {
    it(`shows and fires nothing: ${how}`, async () => {
      leave();
      await aTimeout(1200);
      expect(box.events).to.deep.equal([]);
      expect(page.failures).to.deep.equal([]);
    });
  }

  // A frame cannot go into the back/forward cache by itself; what the page is told then can be told it.
  it('promise N11: is idle and usable after a return from the back/forward cache, its code gone', async () => {
    const turn = (type: string) =>
      page.window.dispatchEvent(new page.window.PageTransitionEvent(type, { persisted: true }));
    turn('pagehide');
    expect(box.code.value).to.equal('');
    await aTimeout(20);
    turn('pageshow');
    await aTimeout(300);
    expect(box.events).to.deep.equal([]);
    expect(box.mobile.value).to.equal(FIXED_MOBILE);
    expect(isUsable(box)).to.be.true;
    expect(page.failures).to.deep.equal([]);

    await ciam.clearFaults();
    await box.type(box.code, FIXED_CODE);
    await press('Enter');
    await box.event('success');
    expect(box.seen('error')).to.deep.equal([]);
  });

  it('promise N11: shows the right countdown after a return from the back/forward cache', async () => {
    box.element.reset();
    await box.getCode(FIXED_MOBILE);
    const { now } = page.window.Date;
    expect(box.sendButton.textContent.trim()).to.match(/^Resend in (60|59|58) sec$/);
    page.window.dispatchEvent(new page.window.PageTransitionEvent('pagehide', { persisted: true }));
    page.window.Date.now = () => now() + 30_000;
    page.window.dispatchEvent(new page.window.PageTransitionEvent('pageshow', { persisted: true }));
    await box.element.updateComplete;
    expect(box.sendButton.textContent.trim()).to.match(/^Resend in (30|29|28|27|26|25) sec$/);
  });
});
