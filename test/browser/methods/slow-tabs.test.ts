import { aTimeout, expect, fixture } from '@open-wc/testing';
import { CiamLogin, type LoginMethod } from '../../../src/entries/element.ts';
import { oneClick } from '../../../src/methods/one-click.ts';
import { sms } from '../../../src/methods/sms.ts';
import { FIXED_CODE, FIXED_MOBILE } from '../../../demo/server/test-numbers.ts';
import { type Ciam, startCiam } from '../../support/ciam.ts';
import { fill, focused } from '../support/hands.ts';
import { listen } from '../support/live-regions.ts';
import { LoginBox } from '../support/login-box.ts';
import { holdBack } from '../support/patch.ts';
import { endings } from '../support/phases.ts';
import { PATHS, isUsable, shownErrors, soon } from '../support/steps.ts';
import { codeArrives, openTab, openTabName, tabsOf } from '../support/tabs.ts';

let arrive: () => void;
let fail: () => void;
let submits = 0;

/** A method whose code takes its time to load. */
const slow: LoginMethod = {
  id: 'slow',
  screen: { name: 'start', fields: [] },
  texts: { en: { tab: 'Slow', button: 'Go' }, 'zh-CN': { tab: '慢', button: '去' } },
  begin: () =>
    new Promise((resolve, reject) => {
      fail = () => {
        reject(new Error('it is not there'));
      };
      arrive = () => {
        resolve({
          ...slow.screen,
          submit() {
            submits++;
            return new Promise(() => undefined);
          },
        });
      };
    }),
};

class SlowLogin extends CiamLogin {
  static override readonly loginMethods = [sms, slow];
}
customElements.define('slow-login', SlowLogin);

class TapLogin extends CiamLogin {
  static override readonly loginMethods = [oneClick, { ...slow, screen: sms.screen }];
}
customElements.define('tap-or-slow-login', TapLogin);

describe('promise N8: a tab whose code is still on its way', function () {
  this.timeout(60_000);
  let ciam: Ciam;
  let box: LoginBox;

  before(async () => {
    ciam = await startCiam();
  });
  afterEach(() => ciam.reset());

  async function open(element: CiamLogin, properties: object = {}): Promise<void> {
    submits = 0;
    Object.assign(element, { baseUrl: ciam.origin, clientId: 'demo-client', lang: 'en' }, properties);
    const holder = await fixture<HTMLElement>('<div></div>');
    box = new LoginBox(element, ciam, []);
    holder.append(element);
    await element.updateComplete;
    await codeArrives(box);
  }

  it('does not end what goes on where they have gone back to', async () => {
    await open(new SlowLogin());
    await openTab(box, 'Slow');
    await openTab(box, 'Text message');
    fill(box.mobile, FIXED_MOBILE);
    fill(box.code, FIXED_CODE);
    const release = holdBack(PATHS.login);
    await box.click(box.submitButton);
    await soon(() => box.submitButton.hasAttribute('data-busy'), 'it is under way');
    arrive();
    await aTimeout(50);
    expect(box.submitButton.hasAttribute('data-busy')).to.equal(true);
    release();
    await box.event('success');
    expect(endings(box)).to.deep.equal(['success']);
  });

  it('forgets what was pressed there, for whoever goes back', async () => {
    await open(new SlowLogin());
    await openTab(box, 'Slow');
    await box.click(box.submitButton);
    await soon(() => box.submitButton.hasAttribute('data-busy'), 'the press shows');
    await openTab(box, 'Text message');
    expect(isUsable(box)).to.equal(true);
    arrive();
    await aTimeout(50);
    expect([submits, endings(box), shownErrors(box), openTabName(box)]).to.deep.equal([
      0,
      [],
      [],
      'Text message',
    ]);
  });

  it('does what was pressed once it is there', async () => {
    await open(new SlowLogin());
    await openTab(box, 'Slow');
    await box.click(box.submitButton);
    await box.click(box.submitButton);
    expect(submits).to.equal(0);
    arrive();
    await soon(() => submits, 'it is done');
    await aTimeout(20);
    expect(submits).to.equal(1);
  });

  it('says so when it cannot be loaded, and only there', async () => {
    await open(new SlowLogin());
    await openTab(box, 'Slow');
    await box.click(box.submitButton);
    fail();
    const { code, method } = await box.event('error');
    expect([code, method]).to.deep.equal(['network', 'slow']);
    await soon(() => shownErrors(box).length, 'it shows');
    await openTab(box, 'Text message');
    expect([shownErrors(box), isUsable(box)]).to.deep.equal([[], true]);
    await openTab(box, 'Slow');
    await box.click(box.submitButton);
    arrive();
    await soon(() => submits, 'another try');
  });

  it('promise A3: is the way around a tap that failed: why is said once, though the form comes later', async () => {
    const getToken = () => Promise.reject(new Error('no SDK'));
    await open(new TapLogin(), { oneClick: { getToken } });
    const heard = listen(box);
    await box.click(box.submitButton);
    const said = `assertive: ${String((await box.event('error'))['message'])}`;
    await soon(() => heard.includes(said), 'it is said');
    arrive();
    await soon(() => openTabName(box) === 'Slow', 'the other form is there');
    await aTimeout(150); // twice what a text takes to come into its region
    expect(heard.filter((text) => text === said)).to.have.length(1);
    expect(shownErrors(box).map((text) => `assertive: ${text}`)).to.deep.equal([said]);
  });

  it('is no way around a tap that failed, where it cannot be loaded: the sentence shows, and nothing breaks', async () => {
    const rejections: unknown[] = [];
    const note = ({ reason }: PromiseRejectionEvent) => rejections.push(reason);
    window.addEventListener('unhandledrejection', note);
    const getToken = () => Promise.reject(new Error('no SDK'));
    await open(new TapLogin(), { oneClick: { getToken } });
    expect(tabsOf(box)).to.have.length(2);
    await box.click(box.submitButton);
    const { message } = await box.event('error');
    fail();
    await soon(() => shownErrors(box)[0] === message, 'it shows');
    await aTimeout(50);
    window.removeEventListener('unhandledrejection', note);
    expect([rejections, openTabName(box)]).to.deep.equal([[], 'One tap']);
    expect(focused() === box.submitButton).to.equal(true);
  });
});
