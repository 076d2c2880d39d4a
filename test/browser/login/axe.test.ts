import { expect } from '@open-wc/testing';
import { type Ciam, startCiam } from '../../support/ciam.ts';
import { fill, openPuzzle } from '../support/hands.ts';
import { openLogin } from '../support/login-box.ts';
import { press, shownErrors, solve, soon } from '../support/steps.ts';

describe('promise A1: axe finds nothing', function () {
  this.timeout(30_000);
  let ciam: Ciam;

  before(async () => {
    ciam = await startCiam();
  });
  afterEach(async () => {
    document.documentElement.removeAttribute('style');
    await ciam.reset();
  });

  for (const scheme of ['light', 'dark']) {
    for (const lang of ['en', 'zh-CN']) {
      it(`from the empty form to the end (${scheme}, ${lang})`, async () => {
        document.documentElement.style.colorScheme = scheme;
        document.documentElement.style.background = scheme === 'dark' ? '#111' : '#fff';
        const box = await openLogin(ciam, {
          lang,
          'terms-url': '/t',
          'privacy-url': '/p',
          'area-codes': '86,852',
        });
        await expect(box.element).to.be.accessible();

        await box.click(box.find('#consent'));
        await box.click(box.submitButton);
        await soon(() => shownErrors(box).length, 'an error shows');
        await expect(box.element).to.be.accessible();

        await openPuzzle(box, '12345678901');
        await press('PageUp');
        await expect(box.element).to.be.accessible();

        await solve(box);
        await box.event('code-sent');
        fill(box.code, '232326');
        await press('Enter');
        await soon(() => box.root.querySelector('.done'), 'it is done');
        await expect(box.element).to.be.accessible();
      });
    }
  }

  it('canary: it sees inside, in the form and in the puzzle', async () => {
    const box = await openLogin(ciam);
    await openPuzzle(box);
    await expect(box.element).to.be.accessible();
    box.slider.removeAttribute('aria-label');
    await expect(box.element).not.to.be.accessible();
    box.slider.setAttribute('aria-label', 'x');
    await press('Escape');
    await box.event('error');
    await expect(box.element).to.be.accessible();
    box.find('label').remove();
    await expect(box.element).not.to.be.accessible();
  });

  it('canary: it sees colours', async () => {
    const box = await openLogin(ciam);
    box.element.style.setProperty('--ciam-text', '#ccc');
    await expect(box.element).not.to.be.accessible();
  });
});
