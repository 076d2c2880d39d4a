import { type Ciam, startCiam } from '../../support/ciam.ts';
import { PACKS } from '../../support/packs.ts';
import { atStep } from '../continued/continuations.ts';
import { sms } from '../continued/ways-in.ts';
import { openPuzzle } from '../support/hands.ts';
import { expectFits, inLargeText } from '../support/large-text.ts';
import { shownErrors, soon } from '../support/steps.ts';
import { openTabs } from '../support/tabs.ts';

describe('promise A5: large texts in a narrow window, in languages of long words', function () {
  this.timeout(60_000);
  let ciam: Ciam;

  before(async () => {
    ciam = await startCiam();
  });
  afterEach(() => ciam.reset());
  inLargeText();

  for (const pack of PACKS) {
    it(`promise A5: nothing is cut off in ${pack.lang}`, async () => {
      const attributes = { 'terms-url': '/t', 'privacy-url': '/p', 'area-codes': '86,852', lang: pack.lang };
      const box = await openTabs(ciam, attributes);
      box.element.languages = PACKS;
      await box.element.updateComplete;
      await box.click(box.submitButton);
      await soon(() => shownErrors(box).length, 'an error shows');
      expectFits(box, 'an error');
      box.find<HTMLInputElement>('#consent').checked = true;
      await openPuzzle(box);
      expectFits(box, 'the puzzle');
      box.element.remove();

      const bound = await sms.enter(ciam, 'socialBind', { lang: pack.lang }, [pack]);
      await atStep(bound, 'bind');
      await soon(() => bound.root.querySelector('h2'), 'the step shows');
      expectFits(bound, 'a number to bind');
    });
  }
});
