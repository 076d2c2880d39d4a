import { expect } from '@open-wc/testing';
import { FIXED_CODE, FIXED_MOBILE } from '../../../demo/server/test-numbers.ts';
import { enForm } from '../../../src/locales/en-form.ts';
import { zhCnForm } from '../../../src/locales/zh-cn-form.ts';
import { type Ciam, startCiam } from '../../support/ciam.ts';
import { type ChunkLoss, startCdn } from '../support/built-files.ts';
import { boxIn, type FramePage, openFrame } from '../support/frame-page.ts';
import type { LoginBox } from '../support/login-box.ts';
import { isUsable, press, shownErrors, solve } from '../support/steps.ts';

const isGecko = navigator.userAgent.includes('Gecko/');

describe('promise N6: the lazily loaded code cannot be fetched', function () {
  this.timeout(30_000);
  let ciam: Ciam;
  let page: FramePage;
  let box: LoginBox;

  before(async () => {
    ciam = await startCiam();
  });
  afterEach(() => page.frame.remove());

  async function open(lost: ChunkLoss, lang = 'en'): Promise<string> {
    const cdn = await startCdn(lost);
    page = await openFrame({
      body: `<ciam-login base-url="${ciam.origin}" client-id="demo-client" lang="${lang}"></ciam-login>`,
      scripts: [{ type: 'module', src: `${cdn}/ciam-login.js` }],
    });
    box = await boxIn(page, ciam);
    return cdn;
  }

  for (const lost of ['not-found', 'reset'] as const) {
    it(`one error that says so, and the form is usable: ${lost}`, async () => {
      const cdn = await open(lost);
      await box.type(box.mobile, FIXED_MOBILE);
      await press('Enter');
      const detail = await box.event('error');
      expect(detail).to.include({ code: 'network', step: 'start', retryable: true, httpStatus: null });
      expect(detail['message']).to.equal(enForm.notLoaded);
      expect(shownErrors(box)).to.deep.equal([enForm.notLoaded]);
      expect(isUsable(box)).to.be.true;
      expect(page.failures).to.deep.equal([]);

      await fetch(`${cdn}/back`);
      box.sendButton.focus();
      await press('Enter');
      if (isGecko) {
        // Firefox keeps the failure for as long as the page lives; hence the sentence, which asks for a reload.
        expect(await box.event('error', 2)).to.include({ code: 'network', message: enForm.notLoaded });
        expect(isUsable(box)).to.be.true;
        return;
      }
      await solve(box);
      await box.event('code-sent');
      await box.type(box.code, FIXED_CODE);
      await press('Enter');
      await box.event('success');
      expect(box.seen('error')).to.have.length(1);
    });
  }

  it('says so in Chinese, once for each try', async () => {
    await open('not-found', 'zh-CN');
    await box.type(box.mobile, FIXED_MOBILE);
    for (const [tries, button] of [box.sendButton, box.submitButton].entries()) {
      button.focus();
      await press('Enter');
      expect(await box.event('error', tries + 1)).to.include({ message: zhCnForm.notLoaded });
      expect(shownErrors(box)).to.deep.equal([zhCnForm.notLoaded]);
    }
    expect(box.seen('error')).to.have.length(2);
  });
});
