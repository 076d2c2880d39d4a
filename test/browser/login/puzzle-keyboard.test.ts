import { expect } from '@open-wc/testing';
import { type Ciam, startCiam } from '../../support/ciam.ts';
import { chord, focused, openPuzzle, pieceX } from '../support/hands.ts';
import { type LoginBox, openLogin } from '../support/login-box.ts';
import { press, requests, soon } from '../support/steps.ts';

describe('promise A6: the puzzle, by keyboard', function () {
  this.timeout(20_000);
  let ciam: Ciam;
  let box: LoginBox;

  before(async () => {
    ciam = await startCiam();
  });
  beforeEach(async () => {
    box = await openLogin(ciam);
    await openPuzzle(box);
  });
  afterEach(() => ciam.reset());

  it('opens with the focus on a slider that says what it is', () => {
    const { slider } = box;
    expect(focused()).to.equal(slider);
    const names = ['aria-label', 'aria-valuemin', 'aria-valuemax', 'aria-valuenow', 'tabindex'];
    const values = names.map((name) => slider.getAttribute(name));
    expect(values).to.deep.equal(['Position of the piece', '0', '263', '0', '0']);
    const help = box.root.getElementById(slider.getAttribute('aria-describedby') ?? '');
    expect(help?.textContent).to.contain('arrow keys');
  });

  it('arrows move by one, Page Up and Down by ten, Home and End to the ends', async () => {
    const seen: string[] = [];
    const keys =
      'ArrowRight ArrowUp PageUp ArrowLeft ArrowDown PageUp PageDown Home ArrowLeft End ArrowRight PageDown';
    for (const key of keys.split(' ')) {
      await press(key);
      seen.push(`${key} ${String(pieceX(box))}`);
    }
    expect(seen.join(', ')).to.equal(
      'ArrowRight 1, ArrowUp 2, PageUp 12, ArrowLeft 11, ArrowDown 10, PageUp 20, PageDown 10, ' +
        'Home 0, ArrowLeft 0, End 263, ArrowRight 263, PageDown 253',
    );
    expect(await requests(box, 'verify'), 'only Enter checks').to.deep.equal([]);
  });

  it('Enter checks', async () => {
    const x = await box.solution();
    for (let tens = Math.round(x / 10); tens > 0; tens--) await press('PageUp');
    await press('Enter');
    await box.event('code-sent');
    const [check] = await requests(box, 'verify');
    const point = `{"x":${String(Math.round(x / 10) * 10)}.0,"y":5.0}`;
    expect((check!.body as { point_json: string }).point_json).to.equal(point);
  });

  it('Tab goes round within it: to the buttons, and not to the form', async () => {
    const seen = new Set<string>();
    for (let step = 0; step < 4; step++) {
      seen.add(focused()?.textContent.trim() ?? '');
      await press('Tab');
    }
    expect([...seen]).to.deep.equal(['', 'New picture', 'Cancel', 'Check']);
    await chord('Shift', 'Tab');
    expect([box.mobile, box.code, box.sendButton, box.submitButton]).not.to.include(focused());
  });

  it('Escape cancels', async () => {
    await press('Escape');
    expect((await box.event('error'))['code']).to.equal('captcha-cancelled');
    await soon(() => focused() === box.sendButton, 'the focus is back');
    expect(box.dialog).to.equal(null);
    expect(await requests(box, 'verify')).to.deep.equal([]);
  });
});
