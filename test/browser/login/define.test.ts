import { expect } from '@open-wc/testing';
import { CiamLogin, defineCiamLogin } from '../../../src/entries/element.ts';
import '../../../src/entries/index.ts';
import { listenToConsole, unpatch } from '../support/patch.ts';

/** The same module a second time, as when a page loads two versions. */
async function anotherCopy(): Promise<typeof import('../../../src/entries/element.ts')> {
  const address = new URL('../../../src/entries/element.ts?another', import.meta.url).href;
  return (await import(address)) as typeof import('../../../src/entries/element.ts');
}

describe('defining the tag', () => {
  afterEach(unpatch);

  it('the index has defined <ciam-login>', () => {
    expect(document.createElement('ciam-login')).to.be.instanceOf(CiamLogin);
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
    expect(one).to.be.instanceOf(CiamLogin);
    expect(two).to.be.instanceOf(CiamLogin);
    expect(one?.constructor).not.to.equal(two?.constructor);
  });

  it('a name that no element may have is the caller’s fault', () => {
    expect(() => defineCiamLogin('nodash')).to.throw(DOMException);
  });
});
