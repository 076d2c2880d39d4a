import { expect } from '@open-wc/testing';
import { FIXED_MOBILE } from '../../../demo/server/test-numbers.ts';
import { startCiam } from '../../support/ciam.ts';
import { startCdn } from '../support/built-files.ts';
import { soon } from '../support/steps.ts';

/** What a page without an origin tells its parent. */
interface Told {
  event?: string;
  detail?: Record<string, unknown>;
  token?: string;
  storage?: string;
}

/** A page that does what it is told, since nobody can reach into it. */
const OBEY = `
  const tell = (message) => parent.postMessage(message, '*');
  for (const type of ['success', 'error', 'code-sent'])
    addEventListener('ciam-login-' + type, ({ detail }) =>
      tell({ event: type, detail: JSON.parse(JSON.stringify(detail)) }));
  const real = window.fetch;
  window.fetch = async (...args) => {
    const response = await real(...args);
    if (String(args[0]).endsWith('/captcha')) tell({ token: (await response.clone().json()).token });
    return response;
  };
  try { tell({ storage: String(window.localStorage.length) }); } catch { tell({ storage: 'refused' }); }
  const find = (selector) => document.querySelector('ciam-login').shadowRoot.querySelector(selector);
  addEventListener('message', async ({ data: { fill, click, piece } }) => {
    if (fill) for (const [selector, value] of Object.entries(fill)) {
      find(selector).value = value;
      find(selector).dispatchEvent(new Event('input', { bubbles: true, composed: true }));
    }
    if (click) find(click).click();
    if (piece === undefined) return;
    const key = (name) => find('[role=slider]').dispatchEvent(new KeyboardEvent('keydown', { key: name, bubbles: true }));
    while (find('[role=slider]')?.getAttribute('aria-disabled') !== 'false') await new Promise((done) => setTimeout(done, 10));
    for (let x = 0; x < piece; x++) key('ArrowRight');
    key('Enter');
  });`;

describe('promise D7: a sandboxed page, which has no origin and no storage', function () {
  this.timeout(30_000);

  it('logs in', async () => {
    const ciam = await startCiam({ allowedOrigins: ['null'] });
    const cdn = await startCdn();
    const told: Told[] = [];
    const frame = document.createElement('iframe');
    frame.setAttribute('sandbox', 'allow-scripts allow-forms');
    const listen = ({ source, data }: MessageEvent<Told>) => {
      if (source === frame.contentWindow) told.push(data);
    };
    window.addEventListener('message', listen);
    frame.srcdoc = `<!doctype html><body><script>${OBEY}</script>
      <ciam-login base-url="${ciam.origin}" client-id="demo-client" lang="en"></ciam-login>
      <script type="module" src="${cdn}/ciam-login.js"></script></body>`;
    const loaded = new Promise((resolve) => frame.addEventListener('load', resolve, { once: true }));
    document.body.append(frame);
    await loaded;
    const say = (message: object) => frame.contentWindow?.postMessage(message, '*');
    const heard = (event: string) => told.find((each) => each.event === event);

    expect(told.find(({ storage }) => storage)?.storage).to.equal('refused');
    say({ fill: { '#mobile': FIXED_MOBILE }, click: '.send' });
    await soon(() => told.some(({ token }) => token), 'there is a puzzle');
    const { token = '' } = told.find((each) => each.token) ?? {};
    say({ piece: await ciam.puzzleX(token) });
    await soon(() => heard('code-sent'), 'a code is sent');
    say({ fill: { '#code': await ciam.code(FIXED_MOBILE) }, click: '.main' });
    await soon(() => heard('success'), 'somebody is logged in');
    expect(heard('error')).to.be.undefined;
    expect(heard('success')?.detail).to.include({ status: 'SUCCESS' });
    window.removeEventListener('message', listen);
    frame.remove();
  });
});
