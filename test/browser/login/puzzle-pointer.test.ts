import { expect } from '@open-wc/testing';
import { resetMouse, sendMouse } from '@web/test-runner-commands';
import { type Ciam, startCiam } from '../../support/ciam.ts';
import { touchDrag } from '../../support/touch.ts';
import { hold, letGo, middle, moveTo, openPuzzle, pieceX } from '../support/hands.ts';
import { type LoginBox, openLogin } from '../support/login-box.ts';
import { called } from '../support/phases.ts';
import { PATHS, press, puzzleReady, requests, soon } from '../support/steps.ts';

describe('the puzzle, by pointer', function () {
  this.timeout(60_000);
  let ciam: Ciam;
  let box: LoginBox;

  before(async () => {
    ciam = await startCiam();
  });
  beforeEach(async () => {
    box = await openLogin(ciam);
    await openPuzzle(box);
  });
  afterEach(async () => {
    await resetMouse();
    await ciam.reset();
  });

  /** Where the one place that was checked is, in image pixels. */
  async function checkedX(): Promise<number> {
    const checks = await requests(box, 'verify');
    expect(checks.length).to.equal(1);
    return (JSON.parse((checks[0]!.body as { point_json: string }).point_json) as { x: number }).x;
  }

  for (const grip of ['.handle', '.piece']) {
    it(`a mouse drags it by its ${grip.slice(1)}; letting go checks`, async () => {
      const x = await box.solution();
      await hold(box, box.find(grip), x);
      expect(pieceX(box)).to.be.closeTo(x, 1);
      const picture = box.find('.picture').getBoundingClientRect();
      const piece = box.find('.piece').getBoundingClientRect();
      expect(((piece.left - picture.left) / picture.width) * 310).to.be.closeTo(pieceX(box), 0.5);
      expect(await requests(box, 'verify')).to.deep.equal([]);
      const held = pieceX(box);
      await letGo();
      await box.event('code-sent');
      expect(await checkedX()).to.equal(held);
    });
  }

  /** Draws a finger from a grip until the piece is at x; false in an engine without a touch screen. */
  function drawFinger(grip: HTMLElement, x: number): Promise<boolean> {
    const { width } = box.find('.picture').getBoundingClientRect();
    const [left, y] = middle(grip);
    const right = left + ((x - pieceX(box)) * width) / 310;
    return touchDrag([[left, y], [(left + right) / 2, y + 9], [right, y - 40]]); // prettier-ignore
  }

  it('a finger drags it, where the engine has a touch screen', async function () {
    const x = await box.solution();
    if (!(await drawFinger(box.slider, x))) this.skip();
    await box.event('code-sent');
    expect(await checkedX()).to.be.closeTo(x, 1);
  });

  it('letting go far outside checks too', async () => {
    const [right] = await hold(box, box.slider, await box.solution());
    await moveTo([right, 2]);
    await letGo();
    await box.event('code-sent');
  });

  it('it stops at both ends', async () => {
    const [, y] = await hold(box, box.slider, 20);
    await moveTo([innerWidth - 1, y]);
    expect(pieceX(box)).to.equal(310 - 47);
    await moveTo([1, y]);
    expect(pieceX(box)).to.equal(0);
    // Heard of here: the check that letting go asks for would be found by the next test.
    await letGo();
    await soon(async () => (await requests(box, 'verify')).length === 1, 'the place is checked');
  });

  it('a press that moves nothing checks nothing, nor does another button of the mouse', async () => {
    await box.click(box.slider);
    const [x, y] = middle(box.slider);
    // Made up: the right button stays down for ever in WebKitGTK's WebDriver.
    for (const [type, clientX] of [
      ['pointerdown', x],
      ['pointermove', x + 60],
      ['pointerup', x + 60],
    ] as const)
      // prettier-ignore
      box.slider.dispatchEvent(new PointerEvent(type, { button: 2, pointerId: 1, clientX, clientY: y }));
    expect(pieceX(box)).to.equal(0);
    expect(await requests(box, 'verify')).to.deep.equal([]);
  });

  it('a drag that the system takes away puts the piece back and checks nothing', async () => {
    let pointerId = 0;
    box.slider.addEventListener('pointerdown', (event) => (pointerId = event.pointerId), { once: true });
    const [right] = await hold(box, box.slider, 100);
    box.slider.dispatchEvent(new PointerEvent('pointercancel', { pointerId }));
    expect(pieceX(box)).to.equal(0);
    await moveTo([right + 20, 2]); // not over the track: in WebKit that would be a click on it
    await letGo();
    expect(pieceX(box)).to.equal(0);
    expect(await requests(box, 'verify')).to.deep.equal([]);
    await hold(box, box.slider, await box.solution());
    await letGo();
    await box.event('code-sent');
  });

  it('a second finger changes nothing', async () => {
    const x = await box.solution();
    await hold(box, box.slider, x);
    const held = pieceX(box);
    for (const type of ['pointerdown', 'pointermove', 'pointerup', 'pointercancel']) {
      const place = { clientX: 5, clientY: 5, bubbles: true };
      const second = { ...place, pointerId: 77, isPrimary: false, buttons: 1 };
      box.slider.dispatchEvent(new PointerEvent(type, second));
    }
    expect(pieceX(box)).to.equal(held);
    await letGo();
    await box.event('code-sent');
    expect(await checkedX()).to.equal(held);
  });

  it('promise A6: a click on the track and a button do without dragging', async () => {
    const { left, top, width, height } = box.find('.track').getBoundingClientRect();
    const x = await box.solution();
    const place = left + ((x + 23.5) * width) / 310;
    await sendMouse({ type: 'click', position: [Math.round(place), Math.round(top + height / 2)] });
    expect(pieceX(box)).to.be.closeTo(x, 1);
    expect(await requests(box, 'verify')).to.deep.equal([]);
    await box.click(box.find('.check'));
    await box.event('code-sent');
  });

  it('a new picture ends a drag, and the next one works', async () => {
    await hold(box, box.find('.piece'), (await box.solution()) > 150 ? 30 : 240);
    box.slider.focus();
    await press('Enter'); // checks the wrong place, while the button is still down
    await soon(() => box.puzzles.length === 2, 'another picture');
    await puzzleReady(box);
    await letGo();
    if (!(await drawFinger(box.find('.piece'), await box.solution()))) {
      await hold(box, box.find('.piece'), await box.solution());
      await letGo();
    }
    await box.event('code-sent');
    expect(await requests(box, 'verify')).to.have.length(2);
  });

  it('nothing moves while a place is being checked', async () => {
    await ciam.fault(PATHS.verify, { kind: 'hang' });
    await hold(box, box.slider, 100);
    await letGo();
    await called(box, PATHS.verify);
    expect(box.slider.getAttribute('aria-disabled')).to.equal('true');
    const before = pieceX(box);
    await hold(box, box.slider, 200);
    await letGo();
    expect(pieceX(box)).to.equal(before);
    expect(await requests(box, 'verify')).to.have.length(1);
  });
});
