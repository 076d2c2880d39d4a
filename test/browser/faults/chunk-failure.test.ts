import { expect } from '@open-wc/testing';
import { FIXED_CODE, FIXED_MOBILE } from '../../../demo/server/test-numbers.ts';
import { type Ciam, startCiam } from '../../support/ciam.ts';
import { type ChunkLoss, startCdn } from '../support/built-files.ts';
import { boxIn, type FramePage, openFrame } from '../support/frame-page.ts';
import type { LoginBox } from '../support/login-box.ts';
import { isUsable, press, shownErrors, solve } from '../support/steps.ts';

describe('promise N6: the lazily loaded code cannot be fetched', function () {
  this.timeout(20_000);
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
      head: `<script type="module" src="${cdn}/ciam-login.js"></script>`,
      body: `<ciam-login base-url="${ciam.origin}" client-id="demo-client" lang="${lang}"></ciam-login>`,
    });
    box = await boxIn(page, ciam);
    return cdn;
  }

  for (const lost of ['not-found', 'reset'] as const) {
    it(`one error that says so, and the login succeeds once the code can be fetched: ${lost}`, async () => {
      const cdn = await open(lost);
      await box.type(box.mobile, FIXED_MOBILE);
      await press('Enter');
      const detail = await box.event('error');
      expect(detail).to.include({ code: 'network', step: 'start', retryable: true, httpStatus: null });
      expect(shownErrors(box)).to.deep.equal([detail['message']]);
      expect(isUsable(box)).to.be.true;
      expect(page.failures).to.deep.equal([]);

      await fetch(`${cdn}/back`);
      box.sendButton.focus();
      await press('Enter');
      await solve(box);
      await box.event('code-sent');
      await box.type(box.code, FIXED_CODE);
      await press('Enter');
      await box.event('success');
      expect(box.seen('error')).to.have.length(1);
    });
  }

  it('says so in Chinese, and again when it is tried again', async () => {
    await open('not-found', 'zh-CN');
    await box.type(box.mobile, FIXED_MOBILE);
    await press('Enter');
    expect(await box.event('error')).to.include({ message: '无法连接登录服务，请检查网络后重试。' });
    box.submitButton.focus();
    await press('Enter');
    expect(await box.event('error', 2)).to.include({ code: 'network' });
    expect(isUsable(box)).to.be.true;
  });
});
