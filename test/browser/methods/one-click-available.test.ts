import { aTimeout, expect } from '@open-wc/testing';
import type { OneClickProvider } from '../../../src/entries/element.ts';
import { type Ciam, startCiam } from '../../support/ciam.ts';
import { fill, focused } from '../support/hands.ts';
import { openLogin } from '../support/login-box.ts';
import { listenToConsole, unpatch } from '../support/patch.ts';
import { soon } from '../support/steps.ts';
import { TAB_NAMES, openTab, openTabName, tabNames } from '../support/tabs.ts';

const [SMS, , ONE_TAP] = TAB_NAMES.en;

/** A provider that says so much about whether it works here, and no more. */
function saying(isAvailable: unknown): OneClickProvider {
  const getToken = () => Promise.resolve('t');
  return (isAvailable === undefined ? { getToken } : { getToken, isAvailable }) as OneClickProvider;
}

const answers: [what: string, isAvailable: unknown, isOffered: boolean][] = [
  ['nothing', undefined, true],
  ['true', () => true, true],
  ['false', () => false, false],
  ['yes, later', () => aTimeout(20).then(() => true), true],
  ['no, later', () => Promise.resolve(false), false],
  ['something else', () => 'yes', false],
  ['something else, later', () => Promise.resolve(1), false],
  ['an exception', () => JSON.parse('{') as unknown, false],
  ['a rejection', () => Promise.reject(new Error('no SDK')), false],
  ['nothing, ever', () => new Promise(() => undefined), false],
];

describe('one tap is offered where the provider says that it works', function () {
  this.timeout(60_000);
  let ciam: Ciam;

  before(async () => {
    ciam = await startCiam();
  });
  afterEach(unpatch);

  for (const [what, isAvailable, isOffered] of answers) {
    for (const attributes of [{}, { methods: 'one-click,sms' }] as Record<string, string>[]) {
      const how = attributes['methods'] ? 'named' : 'by default';
      it(`it says ${what}: ${isOffered ? 'yes' : 'no'} (${how})`, async () => {
        const rejections: unknown[] = [];
        const note = (event: PromiseRejectionEvent) => rejections.push(event.reason);
        window.addEventListener('unhandledrejection', note);
        const heard = listenToConsole();
        const box = await openLogin(ciam, attributes);
        box.element.oneClick = saying(isAvailable);
        await box.element.updateComplete;
        await aTimeout(60);
        const both = how === 'named' ? [ONE_TAP, SMS] : [SMS, ONE_TAP];
        expect(tabNames(box)).to.deep.equal(isOffered ? both : []);
        window.removeEventListener('unhandledrejection', note);
        expect([rejections, heard.filter((line) => !line.includes('Lit is in dev'))]).to.deep.equal([[], []]);
      });
    }
  }

  it('it is asked once, as itself, however often the form is drawn', async () => {
    const box = await openLogin(ciam);
    const asked: unknown[] = [];
    const provider = {
      getToken: () => Promise.resolve('t'),
      isAvailable() {
        asked.push(this);
        return true;
      },
    };
    box.element.oneClick = provider;
    for (const lang of ['en', 'zh-CN', 'en']) {
      box.element.lang = lang;
      await box.element.updateComplete;
    }
    expect(asked.length).to.equal(1);
    expect(asked[0] === provider).to.equal(true);
  });

  it('it may come late, be replaced and be taken away; a late answer counts for the one that gave it', async () => {
    const box = await openLogin(ciam);
    let answer: (yes: boolean) => void = () => undefined;
    box.element.oneClick = saying(() => new Promise((resolve) => (answer = resolve)));
    await box.element.updateComplete;
    box.element.oneClick = saying(() => false);
    await box.element.updateComplete;
    answer(true);
    await aTimeout(20);
    expect(tabNames(box)).to.deep.equal([]);
    box.element.oneClick = saying(undefined);
    await box.element.updateComplete;
    await openTab(box, ONE_TAP);
    box.element.oneClick = null;
    await box.element.updateComplete;
    expect([tabNames(box), box.element.openMethod.id]).to.deep.equal([[], 'sms']);
    fill(box.mobile, '13800138000');
  });

  it('another that is still thinking leaves the open tab open, as a framework sets one at every render', async () => {
    const box = await openLogin(ciam, { methods: 'sms,one-click', method: 'one-click' });
    const set = (isAvailable: unknown) => {
      box.element.oneClick = saying(isAvailable);
      return box.element.updateComplete;
    };
    await set(() => Promise.resolve(true));
    await soon(() => openTabName(box) === ONE_TAP, 'it is open');
    const steps = box.seen('step').length;
    let answer: (yes: boolean) => void = () => undefined;
    for (let render = 0; render < 3; render += 1) {
      await set(() => new Promise((resolve) => (answer = resolve)));
      expect(openTabName(box)).to.equal(ONE_TAP);
    }
    answer(true);
    await aTimeout(20);
    expect([openTabName(box), box.seen('step').length]).to.deep.equal([ONE_TAP, steps]);
    await set(() => new Promise((resolve) => (answer = resolve)));
    answer(false);
    await soon(() => tabNames(box).length === 0, 'its own answer counts in the end');
  });

  it('what one said before does not count for another after it was taken away', async () => {
    const box = await openLogin(ciam);
    for (const oneClick of [saying(() => true), null, saying(() => new Promise(() => undefined))]) {
      box.element.oneClick = oneClick;
      await box.element.updateComplete;
    }
    expect(tabNames(box)).to.deep.equal([]);
  });

  it('promise F1: set before the element is defined, it is kept', async () => {
    const { defineCiamLogin } = await import('../../../src/entries/element.ts');
    const element = document.createElement('tap-login');
    Object.assign(element, { oneClick: saying(() => true), alipayAppId: '2021' });
    document.body.append(element);
    defineCiamLogin('tap-login');
    await (element as unknown as { updateComplete: Promise<unknown> }).updateComplete;
    const tabs = [...(element.shadowRoot?.querySelectorAll('[role=tab]') ?? [])];
    expect(tabs.map(({ textContent }) => textContent.trim())).to.have.length(3);
    expect(Object.keys(element).filter((key) => /oneClick|alipay/.test(key))).to.deep.equal([]);
    element.remove();
  });

  it('one that comes first and late does not take the form away from somebody who types', async () => {
    const box = await openLogin(ciam, { methods: 'one-click,sms' });
    let answer: (yes: boolean) => void = () => undefined;
    box.element.oneClick = saying(() => new Promise((resolve) => (answer = resolve)));
    await box.element.updateComplete;
    await box.type(box.mobile, '138');
    answer(true);
    await soon(() => tabNames(box).length === 2, 'it is offered');
    expect([openTabName(box), box.mobile.value]).to.deep.equal([SMS, '138']);
    expect(focused() === box.mobile).to.equal(true);
  });
});
