import { aTimeout, expect } from '@open-wc/testing';
import { resetMouse } from '@web/test-runner-commands';
import { FIXED_CODE, FIXED_MOBILE } from '../../../demo/server/test-numbers.ts';
import { type Ciam, startCiam } from '../../support/ciam.ts';
import { startCdn } from '../support/built-files.ts';
import { boxIn, type FramePage, openFrame } from '../support/frame-page.ts';
import type { LoginBox } from '../support/login-box.ts';
import { isUsable, press, requests, soon } from '../support/steps.ts';

describe('promise N8: while the code of the login is still on its way', function () {
  this.timeout(30_000);
  let ciam: Ciam;
  let cdn: string;
  let page: FramePage;
  let box: LoginBox;

  before(async () => {
    ciam = await startCiam();
  });
  beforeEach(async () => {
    await ciam.reset();
    cdn = await startCdn('held');
    page = await openFrame({
      body: `<ciam-login base-url="${ciam.origin}" client-id="demo-client" lang="en"></ciam-login>`,
      scripts: [{ type: 'module', src: `${cdn}/ciam-login.js` }],
    });
    box = await boxIn(page, ciam);
    await box.type(box.mobile, FIXED_MOBILE);
    await box.type(box.code, FIXED_CODE);
  });
  afterEach(async () => {
    page.frame.remove();
    await resetMouse();
  });

  async function pressLogIn(): Promise<void> {
    await press('Enter');
    await soon(() => box.submitButton.hasAttribute('data-busy'), 'the press shows');
  }

  it('everything that is pressed comes to the one request that was asked for first', async () => {
    await pressLogIn();
    await box.click(box.submitButton);
    await box.click(box.sendButton);
    await press('Enter');
    await fetch(`${cdn}/back`);
    await box.event('success');
    expect(await requests(box, 'login')).to.have.length(1);
    expect(await requests(box, 'captcha')).to.deep.equal([]);
    expect(box.events.filter(({ type }) => type !== 'step')).to.have.length(1);
  });

  const transition = (type: string) =>
    page.window.dispatchEvent(new page.window.PageTransitionEvent(type, { persisted: true }));

  for (const [what, act] of Object.entries({
    'reset()': () => box.element.reset(),
    'removal and return': async () => {
      const { parentElement } = box.element;
      box.element.remove();
      await aTimeout(0);
      parentElement!.append(box.element);
    },
    'a stay in the back/forward cache': () => {
      transition('pagehide');
      transition('pageshow');
    },
  })) {
    it(`${what} forgets what was pressed`, async () => {
      await pressLogIn();
      await act();
      await aTimeout(20);
      expect(isUsable(box)).to.be.true;
      await fetch(`${cdn}/back`);
      await soon(
        () =>
          page.window.performance.getEntriesByType('resource').some(({ name }) => name.includes('/login-')),
        'the code has come',
      );
      await aTimeout(100);
      expect(await ciam.journal()).to.deep.equal([]);
      expect(box.events).to.deep.equal([]);
      expect(page.failures).to.deep.equal([]);
    });
  }
});
