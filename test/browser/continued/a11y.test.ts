import { expect } from '@open-wc/testing';
import { ar } from '../../../src/locales/ar.ts';
import { type Ciam, startCiam } from '../../support/ciam.ts';
import { fill } from '../support/hands.ts';
import type { LoginBox } from '../support/login-box.ts';
import { shownErrors, soon } from '../support/steps.ts';
import { CONTINUED, atStep } from './continuations.ts';
import { sms } from './ways-in.ts';

const LANGS = ['en', 'zh-CN', 'ar'];

/** Least width and height of what is pressed, in CSS pixels (WCAG 2.5.8). */
const LEAST = 24;

describe('promise A1: axe finds nothing in what the server has asked for', function () {
  this.timeout(60_000);
  let ciam: Ciam;

  before(async () => {
    ciam = await startCiam();
  });
  afterEach(async () => {
    document.documentElement.removeAttribute('style');
    await ciam.reset();
  });

  async function check(box: LoginBox): Promise<void> {
    for (const [scheme, background] of [
      ['light', '#fff'],
      ['dark', '#111'],
    ] as const) {
      Object.assign(document.documentElement.style, { colorScheme: scheme, background });
      await expect(box.element).to.be.accessible();
    }
  }

  const cells = CONTINUED.flatMap(({ part, step }) => LANGS.map((lang) => ({ part, step, lang })));
  // Each step and each language, where the engine is slow.
  const isChosen = (_cell: object, index: number) => 'userAgentData' in navigator || index % 4 === 0;
  cells.filter(isChosen).forEach(({ part, step, lang }) => {
    it(`at ${step}, with an error and while it is filled in, in both colour schemes (${lang})`, async () => {
      const box = await sms.enter(ciam, part, { lang });
      box.element.languages = [ar];
      await atStep(box, step);
      await box.element.updateComplete;
      await box.click(box.submitButton);
      await soon(() => shownErrors(box).length, 'an error shows');
      const fresh = box.root.querySelector<HTMLInputElement>('#newPassword');
      if (fresh) fill(fresh, 'abc');
      await box.element.updateComplete;
      await check(box);
      expect(smallTargets(box)).to.deep.equal([]);
    });
  });

  it('with an e-mail address', async () => {
    const box = await sms.enter(ciam, 'socialBind');
    await atStep(box, 'bind');
    await box.click(box.find('.plain'));
    await soon(() => box.root.querySelector('#email'), 'the field is there');
    await check(box);
    expect(smallTargets(box)).to.deep.equal([]);
  });

  it('canary: it sees what is wrong there', async () => {
    const box = await sms.enter(ciam, 'passwordWarn');
    await atStep(box, 'password-warn');
    await box.element.updateComplete;
    box.find('.rules').setAttribute('role', 'nonsense');
    await expect(box.element).not.to.be.accessible();
    box.find('.plain').style.cssText = 'min-height: 0; padding: 0; line-height: 1';
    expect(smallTargets(box).length).to.equal(1);
  });
});

/** What can be pressed and is smaller than it may be; links within a line of text are left out, as WCAG does. */
function smallTargets(box: LoginBox): string[] {
  return [...box.root.querySelectorAll<HTMLElement>('button, input:not([type=hidden]), select')].flatMap(
    (target) => {
      const { width, height } = target.getBoundingClientRect();
      const isSmall = width < LEAST || height < LEAST;
      return isSmall
        ? [`${target.id || target.textContent.trim()}: ${String(width)} × ${String(height)}`]
        : [];
    },
  );
}
