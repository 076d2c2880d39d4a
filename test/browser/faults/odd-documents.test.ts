import { expect } from '@open-wc/testing';
import { FIXED_CODE, FIXED_MOBILE } from '../../../demo/server/test-numbers.ts';
import { type Ciam, startCiam } from '../../support/ciam.ts';
import { startCdn } from '../support/built-files.ts';
import { boxIn, type FramePage, openFrame } from '../support/frame-page.ts';
import { loaded } from '../support/hands.ts';
import type { LoginBox } from '../support/login-box.ts';
import { press, solve } from '../support/steps.ts';

/** Where everything in a box is, and how large. */
function places({ root }: LoginBox): string[] {
  return [...root.querySelectorAll('.root, .root *')].map((each) => {
    const { x, y, width, height } = each.getBoundingClientRect();
    const name = [each.localName, each.id, each.className].filter(Boolean).join(' ');
    return `${name}: ${[x, y, width, height].map((length) => length.toFixed(1)).join(' ')}`;
  });
}

describe('a page', function () {
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
  afterEach(() => {
    for (const frame of document.querySelectorAll('iframe')) frame.remove();
  });

  async function open(how: Partial<Parameters<typeof openFrame>[0]> = {}): Promise<void> {
    const attributes = `base-url="${ciam.origin}" client-id="demo-client" lang="en" area-codes="86,852"`;
    page = await openFrame({
      head: '<style>body { margin: 8px; line-height: 1.3 }</style>',
      body: `<ciam-login ${attributes} alipay-app-id="2021000000000000" terms-url="/t"></ciam-login>`,
      scripts: [{ type: 'module', src: `${cdn}/ciam-login.js` }],
      ...how,
    });
    box = await boxIn(page, ciam);
    await loaded(box);
  }

  /** From an empty form to a session, with the puzzle. */
  async function logIn(): Promise<void> {
    await box.click(box.find('#consent'));
    await box.type(box.mobile, FIXED_MOBILE);
    await press('Enter');
    await solve(box);
    await box.event('code-sent');
    await box.type(box.code, FIXED_CODE);
    await press('Enter');
    await box.event('success');
    expect([box.seen('error'), page.failures]).to.deep.equal([[], []]);
  }

  it('promise F3: in quirks mode has the same box, of the same size, and logs in', async () => {
    await open();
    expect(page.document.compatMode).to.equal('CSS1Compat');
    const usual = places(box);
    page.frame.remove();
    await open({ isQuirky: true });
    expect(page.document.compatMode).to.equal('BackCompat');
    expect(places(box)).to.deep.equal(usual);
    await logIn();
  });

  it('promise D4: in a frame without credentials logs in, and keeps what it keeps apart from the site’s', async function () {
    if (!('credentialless' in HTMLIFrameElement.prototype)) this.skip();
    localStorage.clear();
    await open({ frame: { credentialless: '' } });
    expect(page.window).to.have.property('credentialless', true);
    await logIn();
    expect(page.window.localStorage.getItem('ciam-login:device')).to.be.a('string');
    expect(Object.keys(localStorage)).to.deep.equal([]);
  });
});
