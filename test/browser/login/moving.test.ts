import { expect } from '@open-wc/testing';
import { resetMouse } from '@web/test-runner-commands';
import { type Ciam, startCiam } from '../../support/ciam.ts';
import { has, openPuzzle, pieceX } from '../support/hands.ts';
import { type LoginBox, openLogin } from '../support/login-box.ts';
import { holdBack, listenToConsole, unpatch } from '../support/patch.ts';
import { MOMENTS, endings, watchSignals } from '../support/phases.ts';
import { quickLogin } from '../support/quick-code.ts';
import { PATHS, isUsable, press, solve, soon } from '../support/steps.ts';

/** Puts the box into another place of the document, within one task. */
const ways: Record<string, (box: LoginBox) => boolean> = {
  'append()': ({ element }) => {
    const place = document.createElement('section');
    element.before(place);
    place.append(element);
    return true;
  },
  'remove() and append()': ({ element }) => {
    const place = element.parentElement!;
    element.remove();
    place.append(element);
    return true;
  },
  'moveBefore()': ({ element }) => {
    const place = document.createElement('section');
    if (!('moveBefore' in place)) return false; // Chromium and Firefox have it
    element.before(place);
    place.moveBefore(element, null);
    return true;
  },
};

describe('promise N9: a box that is moved, or removed', function () {
  this.timeout(60_000);
  let ciam: Ciam;

  before(async () => {
    ciam = await startCiam();
  });
  afterEach(async () => {
    unpatch();
    await resetMouse();
    await ciam.reset();
  });

  for (const [name, move] of Object.entries(ways)) {
    it(`moved by ${name}: what was typed stays, and the puzzle that is open can be solved`, async function () {
      const box = await openLogin(ciam);
      box.code.value = '42';
      await openPuzzle(box);
      await press('PageUp');
      if (!move(box)) this.skip(); // an engine that cannot move a node without removing it
      await box.element.updateComplete;
      expect([box.mobile.value, box.code.value]).to.deep.equal(['13800138000', '42']);
      expect(box.dialog?.matches(':modal')).to.equal(true);
      expect(pieceX(box)).to.equal(10);
      await solve(box);
      await box.event('code-sent');
      expect(endings(box)).to.deep.equal([]);
    });
  }

  it('moved while logging in: the answer arrives', async () => {
    const box = await openLogin(ciam);
    const release = holdBack(PATHS.login);
    box.mobile.value = '12345678901';
    box.code.value = '232326';
    await box.click(box.submitButton);
    await soon(() => box.submitButton.hasAttribute('data-busy'), 'it is under way');
    ways['append()']!(box);
    release();
    await box.event('success');
  });

  for (const { name, reach } of MOMENTS.filter(({ busy }) => busy)) {
    it(`removed ${name}: silent, and it works when it comes back`, async () => {
      const box = await openLogin(ciam);
      const heard = listenToConsole();
      const signals = watchSignals();
      const place = box.element.parentElement!;
      await reach(box);
      const before = endings(box);
      box.element.remove();
      await soon(() => signals.every(({ aborted }) => aborted), 'no call goes on');
      await ciam.clearFaults();
      place.append(box.element);
      await box.element.updateComplete;
      expect(box.mobile.value).to.equal('13800138000');
      expect(has(box, 'dialog')).to.equal(false);
      expect(isUsable(box)).to.equal(true);
      await quickLogin(box, '12345678901');
      expect(endings(box)).to.deep.equal([...before, 'success']);
      expect(heard.filter((line) => !line.includes('Lit is in dev mode'))).to.deep.equal([]);
    });
  }
});
