import { expect } from '@open-wc/testing';
import { FIXED_CODE, FIXED_MOBILE, TEST_NUMBERS } from '../../../demo/server/test-numbers.ts';
import { enLogin } from '../../../src/locales/en-login.ts';
import { zhCnLogin } from '../../../src/locales/zh-cn-login.ts';
import { type Ciam, startCiam } from '../../support/ciam.ts';
import { type LoginBox, openLogin } from '../support/login-box.ts';
import {
  isUsable,
  press,
  putPiece,
  puzzleReady,
  requests,
  shownErrors,
  solve,
  soon,
} from '../support/steps.ts';

describe('promise N4: refusals as the server itself makes them', function () {
  this.timeout(30_000);
  let ciam: Ciam;
  let box: LoginBox;

  before(async () => {
    ciam = await startCiam();
  });
  beforeEach(() => ciam.reset());

  async function start(lang: string, mobile: string = FIXED_MOBILE): Promise<void> {
    box = await openLogin(ciam, { lang });
    await box.type(box.mobile, mobile);
    await press('Enter');
    await puzzleReady(box);
  }

  async function finish(): Promise<void> {
    await solve(box);
    await box.event('code-sent');
    await box.type(box.code, FIXED_CODE);
    await press('Enter');
    await box.event('success');
    expect(box.seen('error')).to.have.length(1);
  }

  for (const [lang, texts] of Object.entries({ en: enLogin, 'zh-CN': zhCnLogin })) {
    it(`a wrong place in the puzzle: told once, with a new picture (${lang})`, async () => {
      await start(lang);
      const x = await box.solution();
      await putPiece(box, x > 150 ? x - 60 : x + 60);
      expect(await box.event('error')).to.deep.include({
        code: 'captcha-failed',
        step: 'captcha',
        httpStatus: 400,
        serverCode: 'IDAAS.SDK.CAPTCHA.0002',
        message: texts.errors['captcha-failed'],
      });
      await soon(() => box.puzzles.length === 2, 'there is a new picture');
      await puzzleReady(box);
      expect(box.dialog?.textContent).to.contain(texts.errors['captcha-failed']);
      expect(await requests(box, 'verify')).to.have.length(1);
      await finish();
    });

    it(`an expired puzzle: told once, with a new picture (${lang})`, async () => {
      await start(lang);
      await ciam.advance(121_000);
      await putPiece(box, await box.solution());
      expect(await box.event('error')).to.include({
        code: 'captcha-expired',
        serverCode: 'IDAAS.SDK.CAPTCHA.0003',
        message: texts.errors['captcha-expired'],
      });
      await soon(() => box.puzzles.length === 2, 'there is a new picture');
      await finish();
    });

    it(`a login that is locked: the server's minutes are shown (${lang})`, async () => {
      const { mobile } = TEST_NUMBERS.userLocked;
      await start(lang, mobile);
      await solve(box);
      await box.event('code-sent');
      await box.logIn(mobile);
      const detail = await box.event('error');
      expect(detail).to.include({ code: 'user-locked', httpStatus: 400, serverCode: 'IDAAS.SDK.LOGIN.0001' });
      expect(detail['message']).to.match(lang === 'en' ? /14 minutes and 30 seconds/ : /14分30秒/);
      expect(shownErrors(box)).to.deep.equal([detail['message']]);
      expect(isUsable(box)).to.be.true;
    });
  }

  it('an application that nobody knows', async () => {
    box = await openLogin(ciam, { 'client-id': 'who-is-this' });
    await box.type(box.mobile, FIXED_MOBILE);
    await press('Enter');
    expect(await box.event('error')).to.include({
      code: 'app-unknown',
      step: 'captcha',
      message: enLogin.errors['app-unknown'],
    });
    expect(box.dialog).to.be.null;
    expect(isUsable(box)).to.be.true;
  });

  it('a wrong code: the right one may follow', async () => {
    await start('en', '13800138000');
    await solve(box);
    await box.event('code-sent');
    const code = (await ciam.code('13800138000')) ?? '';
    await box.type(box.code, code === '111111' ? '222222' : '111111');
    await press('Enter');
    expect(await box.event('error')).to.include({ code: 'code-wrong', serverCode: 'IDAAS.SDK.CAPTCHA.0007' });
    box.code.select();
    await box.type(box.code, code);
    await press('Enter');
    await box.event('success');
    expect(await requests(box, 'login')).to.have.length(2);
  });
});
