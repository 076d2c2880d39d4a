import { aTimeout, expect } from '@open-wc/testing';
import { setViewport } from '@web/test-runner-commands';
import { type Ciam, startCiam } from '../../support/ciam.ts';
import { chord, fill, focused, loaded, openPuzzle, pieceX } from '../support/hands.ts';
import { openLogin } from '../support/login-box.ts';
import { press, puzzleReady, soon } from '../support/steps.ts';

describe('promise A6: the puzzle for somebody without a mouse', function () {
  this.timeout(30_000);
  let ciam: Ciam;

  before(async () => {
    ciam = await startCiam();
  });
  afterEach(async () => {
    await setViewport({ width: 800, height: 600 });
    await ciam.reset();
  });

  for (const [width, height] of [
    [320, 256],
    [640, 300],
  ] as const) {
    it(`promise A5: the next picture is in sight after a wrong place (${width} × ${height})`, async () => {
      const box = await openLogin(ciam);
      await openPuzzle(box);
      await setViewport({ width, height });
      await press('PageUp');
      await press('Tab');
      await press('Enter');
      await box.event('error');
      await puzzleReady(box);
      await aTimeout(100);
      const dialog = box.dialog!.getBoundingClientRect();
      const picture = box.find('.picture').getBoundingClientRect();
      const seen = Math.min(picture.bottom, dialog.bottom) - Math.max(picture.top, dialog.top);
      expect(Math.round(seen)).to.be.at.least(Math.floor(picture.height));
    });
  }

  it('promise A6: whoever has gone on to “Cancel” stays there when the picture comes', async () => {
    const box = await openLogin(ciam);
    await loaded(box);
    await ciam.fault('/api/v2/sdk/captcha', { kind: 'delay', ms: 1000 });
    fill(box.mobile, '13800138000');
    await box.click(box.sendButton);
    await soon(() => box.dialog, 'the dialog is open');
    for (let i = 0; i < 3; i++) await press('Tab');
    const before = focused()?.textContent.trim();
    await puzzleReady(box);
    expect([before, focused()?.textContent.trim()]).to.deep.equal(['Cancel', 'Cancel']);
  });

  it('promise A6: keys with Alt are the browser’s own, like the way back', async () => {
    const box = await openLogin(ciam);
    await openPuzzle(box);
    await press('PageUp');
    let isFree: boolean | undefined;
    // After ours; and the page must stay.
    box.root.addEventListener('keydown', (event) => {
      if ((event as KeyboardEvent).key !== 'ArrowLeft') return;
      isFree = !event.defaultPrevented;
      event.preventDefault();
    });
    await chord('Alt', 'ArrowLeft');
    expect([pieceX(box), isFree]).to.deep.equal([10, true]);
  });
});
