import { expect } from '@open-wc/testing';
import { type Ciam, startCiam } from '../../support/ciam.ts';
import { fillPolicy } from '../../support/policies.ts';
import { startCdn } from '../support/built-files.ts';
import { boxIn, type FramePage, openFrame } from '../support/frame-page.ts';
import type { LoginBox } from '../support/login-box.ts';
import { soon } from '../support/steps.ts';

// Real keys and a real mouse, in a page of its own that loads the built files as a page with a script tag does.
describe('the built files', function () {
  this.timeout(30_000);
  let ciam: Ciam;
  let cdn: string;
  let markdown: string;
  let page: FramePage;
  let box: LoginBox;

  before(async () => {
    ciam = await startCiam();
    cdn = await startCdn();
    markdown = await (await fetch('/docs/csp.md')).text();
  });
  afterEach(() => page.frame.remove());

  /** The widget is added when the page listens to what goes wrong, so that nothing of it is missed. */
  async function open(head: string, attributes: Record<string, string> = {}): Promise<void> {
    page = await openFrame({ head, body: '' });
    const element = page.document.createElement('ciam-login');
    for (const [name, value] of Object.entries({
      'base-url': ciam.origin,
      'client-id': 'demo-client',
      lang: 'en',
      ...attributes,
    }))
      element.setAttribute(name, value);
    page.document.body.append(element);
    box = await boxIn(page, ciam);
  }

  async function logIn(settings: Parameters<Ciam['settings']>[0] = {}): Promise<void> {
    await ciam.reset();
    await ciam.settings(settings);
    await box.getCode('13800138000');
    await box.logIn('13800138000');
    expect(await box.event('success')).to.include({ status: 'SUCCESS' });
    expect(box.seen('error')).to.deep.equal([]);
    expect(page.violations).to.deep.equal([]);
    expect(page.failures).to.deep.equal([]);
  }

  /** One of the policies of docs/csp.md. */
  const policy = (name: string, scripts: Record<string, string> = {}) => {
    const content = fillPolicy(markdown, name, { 'https://tenant.example.com': ciam.origin, ...scripts });
    return `<meta http-equiv="Content-Security-Policy" content="${content}">`;
  };
  const moduleScript = (attributes = '') =>
    `<script type="module" ${attributes} src="${cdn}/ciam-login.js"></script>`;
  const loaded = (name: string) =>
    page.window.performance.getEntriesByType('resource').filter((entry) => entry.name.includes(name));

  it('promise S1: log in under the strictest policy, scripts by nonce, without a violation', async () => {
    await open(policy('nonce') + moduleScript('nonce="R4nd0m"'));
    await logIn();
  });

  it('promise S1: log in under the strictest policy, scripts by origin, without a violation', async () => {
    await open(policy('cdn', { 'https://your.cdn': cdn }) + moduleScript());
    await logIn();
  });

  it('promise S1, S2: log in where Trusted Types are required, with every part that is ever fetched', async () => {
    const parts = { 'jwks-uri': 'auto', 'fetch-id-token': 'bc' };
    await open(policy('trusted types') + moduleScript('nonce="R4nd0m"'), parts);
    await logIn({ idToken: false });
    const osVersion = 'userAgentData' in navigator ? 'os-version' : 'user-agent-os';
    for (const part of ['fingerprint', osVersion, 'puzzle', 'verify-id-token', 'session'])
      expect(loaded(`/chunks/${part}-`), part).to.have.length(1);
  });

  it('promise S1: a canary: what the policies forbid is seen', async () => {
    await open(policy('trusted types') + moduleScript('nonce="R4nd0m"'));
    page.document.body.setAttribute('style', 'color: red');
    expect(() => page.document.body.insertAdjacentHTML('beforeend', '<p>')).to.throw();
    await soon(() => page.violations.length >= 2, 'two violations are noticed');
    expect(page.violations.join())
      .to.match(/style-src-attr/)
      .and.to.match(/require-trusted-types-for/);
  });

  for (const [kind, tag] of [
    ['module', { type: 'module', file: 'ciam-login.js' }],
    ['bundle', { crossorigin: '', file: 'ciam-login.bundle.js' }],
  ] as const) {
    it(`promise S2: a policy that forbids Lit is told in one error, with what it lacks: ${kind}`, async () => {
      // Without the other directive: the test's own hands could not add the script.
      const types = "require-trusted-types-for 'script'; trusted-types lit-html";
      const head = policy('trusted types', { [types]: 'trusted-types another' });
      const { file, ...attributes } = tag;
      page = await openFrame({
        head,
        body: '',
        scripts: [{ ...attributes, nonce: 'R4nd0m', src: `${cdn}/${file}` }],
      });
      await soon(() => page.failures.length > 0, 'an error');
      expect(page.failures).to.have.length(1);
      expect(page.failures[0]).to.match(/ciam-login.*CSP.*trusted-types lit-html/);
      expect(page.window.customElements.get('ciam-login')).to.equal(undefined);
    });
  }

  it('promises S1 and S3: the bundle logs in as one classic script with its hash, and loads nothing else', async () => {
    const bytes = await (await fetch(`${cdn}/ciam-login.bundle.js`)).arrayBuffer();
    const digest = new Uint8Array(await crypto.subtle.digest('SHA-384', bytes));
    const integrity = `sha384-${btoa(String.fromCharCode(...digest))}`;
    await open(
      policy('bundle', { 'sha384-0123456789abcdef': integrity }) +
        `<script src="${cdn}/ciam-login.bundle.js" integrity="${integrity}" crossorigin></script>`,
    );
    await logIn();
    expect(typeof Reflect.get(page.window, 'CiamLogin')).to.equal('object');
    expect(loaded('.js').map(({ name }) => name)).to.deep.equal([`${cdn}/ciam-login.bundle.js`]);
  });

  it('promise P5: an address with a query defines the tag once, with one Lit, and loads the file once', async () => {
    await open(moduleScript().replace('.js"', '.js?v=1"'));
    await logIn();
    expect(loaded('/ciam-login').map(({ name }) => name)).to.deep.equal([`${cdn}/ciam-login.js?v=1`]);
    expect(Reflect.get(page.window, 'litElementVersions')).to.have.length(1);
    expect(Reflect.get(page.window, 'litHtmlVersions')).to.have.length(1);
  });
});
