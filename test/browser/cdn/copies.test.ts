import { expect } from '@open-wc/testing';
import { type Ciam, startCiam } from '../../support/ciam.ts';
import { startSecondOrigin } from '../../support/second-origin.ts';
import { startCdn, startOtherVersion } from '../support/built-files.ts';
import { boxIn, type FramePage, openFrame } from '../support/frame-page.ts';
import { quickLogin } from '../support/quick-code.ts';
import { soon } from '../support/steps.ts';

const FILES = { module: 'ciam-login.js', bundle: 'ciam-login.bundle.js' } as const;
type Kind = keyof typeof FILES;
const KINDS = Object.keys(FILES) as Kind[];

describe('script tags', function () {
  this.timeout(30_000);
  let ciam: Ciam;
  let page: FramePage;
  let heard: string[];

  before(async () => {
    ciam = await startCiam();
  });
  beforeEach(async () => {
    await ciam.reset();
    page = await openFrame({
      body: `<ciam-login base-url="${ciam.origin}" client-id="demo-client" lang="en"></ciam-login>`,
    });
    heard = [];
    for (const level of ['log', 'info', 'warn', 'error'] as const)
      page.window.console[level] = (...args: unknown[]) =>
        heard.push(`${level}: ${args.map(String).join(' ')}`);
  });
  afterEach(() => page.frame.remove());

  /** Adds a script, and waits until it has run. */
  async function add(cdn: string, kind: Kind, query = ''): Promise<void> {
    const script = page.document.createElement('script');
    if (kind === 'module') script.type = 'module';
    script.src = `${cdn}/${FILES[kind]}${query}`;
    const ended = new Promise((resolve) => script.addEventListener('load', resolve));
    page.document.head.append(script);
    await ended;
  }

  for (const first of KINDS) {
    for (const second of KINDS) {
      it(`a ${first}, then a ${second} of another version: the first one stays, one warning, and it logs in`, async () => {
        await add(await startCdn(), first);
        const defined = page.window.customElements.get('ciam-login');
        const global: unknown = Reflect.get(page.window, 'CiamLogin');
        expect(typeof global).to.equal(first === 'bundle' ? 'object' : 'undefined');
        await add(await startOtherVersion('Sign on'), second);

        expect(heard).to.have.length(1);
        expect(heard[0]).to.match(/^warn: <ciam-login> was defined before/);
        expect(page.window.customElements.get('ciam-login')).to.equal(defined);
        if (first === 'bundle') expect(Reflect.get(page.window, 'CiamLogin')).to.equal(global);
        const box = await boxIn(page, ciam);
        expect(box.submitButton.textContent.trim()).to.equal('Log in');
        await quickLogin(box, '12345678901');
        expect(page.failures).to.deep.equal([]);
      });
    }
  }

  it('a canary: the other version is another one', async () => {
    await add(await startOtherVersion('Sign on'), 'module');
    const box = await boxIn(page, ciam);
    expect(box.submitButton.textContent.trim()).to.equal('Sign on');
  });

  it('the same module by two addresses: one warning', async () => {
    const cdn = await startCdn();
    await add(cdn, 'module', '?v=1');
    await add(cdn, 'module', '?v=2');
    expect(heard.filter((line) => line.startsWith('warn'))).to.have.length(1);
    expect(page.failures).to.deep.equal([]);
  });

  for (const kind of KINDS) {
    it(`promise F1: a ${kind} that comes late finds what the page has set before`, async () => {
      const cdn = await startSecondOrigin({
        '/': { folder: 'dist/cdn', lost: 'held' },
        '/chunks/': { folder: 'dist/cdn/chunks' },
      });
      const come = add(cdn, kind);
      const element = page.document.querySelector('ciam-login')!;
      Object.assign(element, { messages: { mobile: 'Phone' }, areaCodes: '852' });
      const events: string[] = [];
      element.addEventListener('ciam-login-success', ({ type }) => events.push(type));
      await new Promise((resolve) => setTimeout(resolve, 200));
      expect(element.matches(':defined')).to.equal(false);

      await fetch(`${cdn}/back`);
      await come;
      const box = await boxIn(page, ciam);
      expect(box.find('label').textContent).to.equal('Phone');
      expect(box.find('#area-code').textContent).to.equal('+852');
      box.element.areaCodes = '86';
      await quickLogin(box, '12345678901');
      await soon(() => events.length === 1, 'the listener of before is called');
      expect(heard).to.deep.equal([]);
    });
  }
});
