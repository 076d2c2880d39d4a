import { expect } from '@open-wc/testing';
import { enForm } from '../../../src/locales/en-form.ts';
import { type Ciam, startCiam } from '../../support/ciam.ts';
import { publishedTags, startCdn, startTamperedCdn } from '../support/built-files.ts';
import { boxIn, type FramePage, openFrame } from '../support/frame-page.ts';
import type { LoginBox } from '../support/login-box.ts';
import { loaded } from '../support/hands.ts';
import { press } from '../support/steps.ts';

// The page, the files and the tenant are three origins. The tags are those that the documents tell people to paste.
describe('promise S3: the published checksums', function () {
  this.timeout(30_000);
  let ciam: Ciam;
  let page: FramePage;

  before(async () => {
    ciam = await startCiam();
  });
  beforeEach(() => ciam.reset());
  afterEach(() => page.frame.remove());

  async function open(head: string): Promise<void> {
    page = await openFrame({
      head,
      body: `<ciam-login base-url="${ciam.origin}" client-id="demo-client" lang="en"></ciam-login>`,
    });
  }

  async function logIn(box: LoginBox): Promise<void> {
    await box.getCode('13800138000');
    await box.logIn('13800138000');
    expect(await box.event('success')).to.include({ status: 'SUCCESS' });
    expect(page.failures).to.deep.equal([]);
  }

  const isTampered = () => Reflect.has(page.window, 'tampered');
  const isDefined = () => !!page.window.customElements.get('ciam-login');
  const chunkOfLogin = async () =>
    /chunks\/login-[\w-]+\.js/.exec(await publishedTags('docs/cdn.md', ''))?.[0] ?? '';

  it('promise S3: are those of the module and of all that it fetches for a login', async () => {
    const tags = await publishedTags('docs/cdn.md', await startCdn());
    await open(tags);
    await logIn(await boxIn(page, ciam));
    const scripts = page.window.performance.getEntriesByType('resource').map(({ name }) => name);
    const chunks = scripts.filter((name) => name.includes('/chunks/'));
    expect(chunks.length).to.be.greaterThan(3);
    for (const name of chunks) expect(tags).to.include(name);
  });

  it('promise S3: a chunk that was tampered with does not run, and the form says that it cannot go on', async () => {
    await open(await publishedTags('docs/cdn.md', await startTamperedCdn(await chunkOfLogin())));
    const box = await boxIn(page, ciam);
    await box.type(box.mobile, '13800138000');
    await press('Enter');
    expect(await box.event('error')).to.include({ code: 'network', message: enForm.notLoaded });
    expect(isTampered()).to.equal(false);
    expect(await ciam.journal()).to.deep.equal([]);
  });

  it('promise S3: a canary: checksums of the module alone would let that chunk run', async () => {
    const tags = await publishedTags('docs/cdn.md', await startTamperedCdn(await chunkOfLogin()));
    await open(tags.replace(/<script type="importmap">[^]*?<\/script>/, ''));
    await loaded(await boxIn(page, ciam));
    expect(isTampered()).to.equal(true);
  });

  it('promise S3: a module that was tampered with does not run', async () => {
    await open(await publishedTags('docs/cdn.md', await startTamperedCdn('ciam-login.js')));
    expect([isDefined(), isTampered()]).to.deep.equal([false, false]);
  });

  it('promise S3: the import map is enough for the module, too', async () => {
    const tags = await publishedTags('docs/cdn.md', await startTamperedCdn('ciam-login.js'));
    await open(tags.replace(/integrity="[^"]+"/, ''));
    expect([isDefined(), isTampered()]).to.deep.equal([false, false]);
  });

  it('promise S3: is that of the bundle', async () => {
    await open(await publishedTags('README.md', await startCdn()));
    await logIn(await boxIn(page, ciam));
    expect(Reflect.get(page.window, 'CiamLogin')).to.include.keys('createClient', 'CiamLogin', 'sms');
  });

  it('promise S3: a bundle that was tampered with does not run', async () => {
    await open(await publishedTags('README.md', await startTamperedCdn('ciam-login.bundle.js')));
    expect([isDefined(), isTampered()]).to.deep.equal([false, false]);
  });
});
