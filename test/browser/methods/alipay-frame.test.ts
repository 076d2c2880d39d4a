import { aTimeout, expect } from '@open-wc/testing';
import { type Ciam, startCiam } from '../../support/ciam.ts';
import { boxIn, type FramePage, openFrame } from '../support/frame-page.ts';
import type { LoginBox } from '../support/login-box.ts';
import { isUsable, shownErrors, soon } from '../support/steps.ts';
import { APP_ID } from '../support/tabs.ts';

const ENTRY = new URL('../../../src/entries/index.ts', import.meta.url).href;

describe('promise S4: Alipay in a page of its own making', function () {
  this.timeout(30_000);
  let ciam: Ciam;
  let page: FramePage;

  before(async () => {
    ciam = await startCiam();
  });
  afterEach(() => {
    page.frame.remove();
  });

  async function openBox(attributes: string): Promise<LoginBox> {
    page = await openFrame({
      body: `<ciam-login base-url="${ciam.origin}" client-id="demo-client" lang="en" ${attributes}></ciam-login>`,
      scripts: [{ type: 'module', src: ENTRY }],
    });
    return boxIn(page, ciam);
  }

  it('inside a frame nobody is sent away: it says so, and offers the other ways', async () => {
    const box = await openBox(`methods="alipay,sms" alipay-app-id="${APP_ID}"`);
    await box.click(box.submitButton);
    const { code, message } = await box.event('error');
    expect(code).to.equal('alipay-unavailable');
    expect(message).to.contain('frame');
    await soon(() => shownErrors(box)[0] === message, 'it shows');
    await aTimeout(50);
    expect([box.seen('redirect'), page.failures]).to.deep.equal([[], []]);
    expect(Object.keys(page.window.localStorage).join()).not.to.contain('redirect');
    box.element.method = 'sms';
    await soon(() => box.root.querySelector('#code'), 'the other form shows');
    expect(isUsable(box)).to.equal(true);
  });
});
