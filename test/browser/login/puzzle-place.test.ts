import { expect } from '@open-wc/testing';
import { resetMouse, setViewport } from '@web/test-runner-commands';
import { type Ciam, startCiam } from '../../support/ciam.ts';
import { hold, letGo, openPuzzle, pieceX } from '../support/hands.ts';
import { type LoginBox, openLogin } from '../support/login-box.ts';
import { requests } from '../support/steps.ts';

describe('the puzzle, in pages that change its size', function () {
  this.timeout(60_000);
  let ciam: Ciam;

  before(async () => {
    ciam = await startCiam();
  });
  afterEach(async () => {
    document.documentElement.removeAttribute('style');
    await resetMouse();
    await ciam.reset();
  });

  /** Drags the piece to its place on the screen, by the pictures alone, and compares with what was sent. */
  async function expectToWork(box: LoginBox): Promise<void> {
    const x = await box.solution();
    await hold(box, box.slider, x);
    const picture = box.find('.picture').getBoundingClientRect();
    const piece = box.find('.piece').getBoundingClientRect();
    expect(((piece.left - picture.left) / picture.width) * 310).to.be.closeTo(x, 2);
    const held = pieceX(box);
    await letGo();
    await box.event('code-sent');
    const [check] = await requests(box, 'verify');
    expect((check!.body as { point_json: string }).point_json).to.contain(`"x":${String(held)}.0`);
  }

  const pages: Record<string, (box: LoginBox) => void> = {
    'scaled by a transform': ({ element }) => {
      element.parentElement!.style.transform = 'scale(0.7)';
    },
    'with tiny root text': () => {
      document.documentElement.style.fontSize = '10px';
    },
    'with twice the text': () => {
      document.documentElement.style.fontSize = '32px';
    },
    'written from right to left': () => {
      document.documentElement.style.direction = 'rtl';
    },
  };
  for (const [name, change] of Object.entries(pages)) {
    it(`works in a page ${name}`, async () => {
      const box = await openLogin(ciam);
      change(box);
      await openPuzzle(box);
      await expectToWork(box);
    });
  }

  it('works when the page scales the puzzle itself', async () => {
    const box = await openLogin(ciam);
    await openPuzzle(box);
    box.dialog!.style.transform = 'scale(0.6)'; // as `ciam-login::part(puzzle)` may
    await expectToWork(box);
  });

  it('promise A5: fits a window of 320 pixels, and works there', async () => {
    await setViewport({ width: 320, height: 568 });
    try {
      const box = await openLogin(ciam);
      await openPuzzle(box);
      const { left, right, top, bottom } = box.dialog!.getBoundingClientRect();
      expect([left >= 0, right <= 320, top >= 0, bottom <= 568]).to.deep.equal([true, true, true, true]);
      expect(box.dialog!.scrollWidth).to.be.at.most(box.dialog!.clientWidth);
      await expectToWork(box);
    } finally {
      await setViewport({ width: 800, height: 600 });
    }
  });
});
