import { expect } from '@open-wc/testing';
import { CiamLogin, defineCiamLogin } from '../../../src/entries/element.ts';
import '../../../src/entries/index.ts';
import { type Ciam, startCiam } from '../../support/ciam.ts';
import { focused, has } from '../support/hands.ts';
import { openLogin } from '../support/login-box.ts';
import { listenToConsole, unpatch } from '../support/patch.ts';
import { MOMENTS, endings, watchSignals } from '../support/phases.ts';
import { quickLogin } from '../support/quick-code.ts';
import { isUsable, shownErrors, soon } from '../support/steps.ts';

/** The same module a second time, as when a page loads two versions. */
async function anotherCopy(): Promise<typeof import('../../../src/entries/element.ts')> {
  const address = new URL('../../../src/entries/element.ts?another', import.meta.url).href;
  return (await import(address)) as typeof import('../../../src/entries/element.ts');
}

describe('defining the tag', () => {
  afterEach(unpatch);

  it('the index has defined <ciam-login>', () => {
    expect(document.createElement('ciam-login') instanceof CiamLogin).to.equal(true);
  });

  it('again by the same copy: nothing happens', () => {
    const heard = listenToConsole();
    const first = customElements.get('ciam-login');
    defineCiamLogin();
    defineCiamLogin('ciam-login');
    expect(customElements.get('ciam-login')).to.equal(first);
    expect(heard).to.deep.equal([]);
  });

  it('again by another copy: the first one stays, and one warning says so', async () => {
    const copy = await anotherCopy();
    expect(copy.CiamLogin).not.to.equal(CiamLogin);
    const heard = listenToConsole();
    const first = customElements.get('ciam-login');
    copy.defineCiamLogin();
    expect(customElements.get('ciam-login')).to.equal(first);
    expect(heard).to.have.length(1);
    expect(heard[0]).to.match(/^warn: <ciam-login> was defined before/);
  });

  it('where a tag of that name belongs to somebody else: theirs stays', () => {
    const theirs = class extends HTMLElement {};
    customElements.define('their-login', theirs);
    const heard = listenToConsole();
    defineCiamLogin('their-login');
    expect(customElements.get('their-login')).to.equal(theirs);
    expect(heard).to.have.length(1);
  });

  it('under several names, side by side', () => {
    defineCiamLogin('one-login');
    defineCiamLogin('two-login');
    const [one, two] = ['one-login', 'two-login'].map((tag) => document.createElement(tag));
    expect([one, two].every((each) => each instanceof CiamLogin)).to.equal(true);
    expect(one?.constructor).not.to.equal(two?.constructor);
  });

  it('a name that no element may have is the caller’s fault', () => {
    expect(() => defineCiamLogin('nodash')).to.throw(DOMException);
  });
});

describe('reset()', function () {
  this.timeout(60_000);
  let ciam: Ciam;

  before(async () => {
    ciam = await startCiam();
  });
  afterEach(() => ciam.reset());

  for (const { name, reach } of MOMENTS) {
    it(`${name}: no event, an empty form, and it works`, async () => {
      const box = await openLogin(ciam);
      const signals = watchSignals();
      await reach(box);
      const before = endings(box);
      box.element.reset();
      await box.element.updateComplete;
      expect([box.mobile.value, box.code.value]).to.deep.equal(['', '']);
      expect(has(box, 'dialog')).to.equal(false);
      expect(shownErrors(box)).to.deep.equal([]);
      expect(isUsable(box)).to.equal(true);
      expect(
        signals.every(({ aborted }) => aborted),
        'no call goes on',
      ).to.equal(true);
      await ciam.clearFaults();
      await quickLogin(box, '12345678901');
      expect(endings(box)).to.deep.equal([...before, 'success']);
    });
  }

  it('may be called before anything else, and twice', async () => {
    const element = document.createElement('ciam-login');
    element.reset();
    const box = await openLogin(ciam);
    box.element.reset();
    box.element.reset();
    await quickLogin(box, '12345678901');
  });

  it('leaves the configuration as it is', async () => {
    const box = await openLogin(ciam, { 'area-codes': '852', 'tenant-id': 't' });
    box.element.reset();
    await box.element.updateComplete;
    expect(box.find('#area-code').textContent).to.equal('+852');
    expect([box.element.tenantId, box.element.areaCodes]).to.deep.equal(['t', '852']);
  });
});

describe('focus()', () => {
  it('goes to the number, also before the first render, and past the choice of calling codes', async () => {
    const element = document.createElement('ciam-login');
    element.areaCodes = '86,852';
    const holder = document.createElement('div');
    document.body.append(holder);
    element.focus();
    holder.append(element);
    await soon(() => focused()?.id === 'mobile', 'the number has the focus');
    (focused() as HTMLElement).blur();
    await soon(() => element.shadowRoot?.querySelector('select'), 'the choice is there');
    element.focus({ preventScroll: true });
    await soon(() => focused()?.id === 'mobile', 'the number has the focus again');
    holder.remove();
  });
});
