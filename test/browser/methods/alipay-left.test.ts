import { aTimeout, expect } from '@open-wc/testing';
import { type Ciam, startCiam } from '../../support/ciam.ts';
import type { LoginBox } from '../support/login-box.ts';
import { endings } from '../support/phases.ts';
import { shownErrors, soon } from '../support/steps.ts';
import { TAB_NAMES, openTab, openTabName, openTabs } from '../support/tabs.ts';

const [SMS, ALIPAY] = TAB_NAMES.en;

/** Where the page was about to go, but for being kept here: the test runs in it. */
let ways: string[];

/** What is used of the Navigation API, which TypeScript does not know yet. */
type NavigateEvent = Event & { readonly destination: { readonly url: string } };

const keepHere = (event: Event) => {
  event.preventDefault();
  ways.push((event as NavigateEvent).destination.url);
};

describe('promise S4: a browser that sets out for Alipay', function () {
  this.timeout(60_000);
  let ciam: Ciam;

  before(async function () {
    // Chromium and Firefox let a page keep itself from being left; `test/engines` leaves it, in all three.
    if (!('navigation' in window)) this.skip();
    ciam = await startCiam();
  });
  beforeEach(() => {
    ways = [];
    (window as unknown as { navigation: EventTarget }).navigation.addEventListener('navigate', keepHere);
  });
  afterEach(() => {
    (window as unknown as { navigation: EventTarget }).navigation.removeEventListener('navigate', keepHere);
  });

  async function setOut(attributes: Readonly<Record<string, string>> = {}): Promise<LoginBox> {
    const box = await openTabs(ciam, { methods: 'alipay,sms', ...attributes });
    await box.click(box.submitButton);
    await box.event('redirect');
    return box;
  }

  const isBusy = (box: LoginBox) => box.submitButton.hasAttribute('data-busy');

  it('goes there once, and the button shows that it does', async () => {
    const box = await setOut();
    expect(isBusy(box)).to.equal(true);
    await box.click(box.submitButton);
    await aTimeout(50);
    const [redirect, ...others] = box.seen('redirect');
    expect([ways, others]).to.deep.equal([[redirect?.detail['url']], []]);
  });

  it('and has not gone after a while: says so, and can be tried again', async () => {
    const box = await setOut({ timeout: '300' });
    expect((await box.event('error'))['code']).to.equal('timeout');
    await soon(() => shownErrors(box).length, 'it shows');
    expect(isBusy(box)).to.equal(false);
    await box.click(box.submitButton);
    await box.event('redirect', 2);
  });

  it('and comes back by the back button (N11): free again, without a word', async () => {
    const box = await setOut({ timeout: '1500' });
    for (const type of ['pagehide', 'pageshow'])
      window.dispatchEvent(new PageTransitionEvent(type, { persisted: true }));
    await box.element.updateComplete;
    expect(isBusy(box)).to.equal(false);
    await aTimeout(1700);
    expect([endings(box), shownErrors(box), openTabName(box)]).to.deep.equal([[], [], ALIPAY]);
    await box.click(box.submitButton);
    await box.event('redirect', 2);
  });

  it('and is asked to do something else: another tab ends it without a word', async () => {
    const box = await setOut({ timeout: '300' });
    await openTab(box, SMS);
    await aTimeout(400);
    expect([endings(box), shownErrors(box), openTabName(box)]).to.deep.equal([[], [], SMS]);
  });
});
