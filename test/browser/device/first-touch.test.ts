import { aTimeout, expect } from '@open-wc/testing';
import type { CiamLogin } from '../../../src/entries/element.ts';
import { type Ciam, startCiam } from '../../support/ciam.ts';
import { startCdn } from '../support/built-files.ts';
import { type FramePage, boxIn, openFrame } from '../support/frame-page.ts';
import { LoginBox } from '../support/login-box.ts';
import { quickLogin } from '../support/quick-code.ts';
import { soon } from '../support/steps.ts';

/** Counts how often a fingerprint is worked out: each time draws one picture, and nothing else of the widget does. */
const COUNT_READINGS = `<script>
  window.readings = 0;
  const { getContext } = HTMLCanvasElement.prototype;
  HTMLCanvasElement.prototype.getContext = function (type, ...rest) {
    if (type === '2d') readings++;
    return getContext.call(this, type, ...rest);
  };
</script>`;

const BOXES = 3;

describe('promise D2: the fingerprint', function () {
  this.timeout(30_000);
  let ciam: Ciam;
  let page: FramePage;

  before(async () => {
    ciam = await startCiam();
  });
  afterEach(() => {
    page.frame.remove();
    localStorage.clear();
  });

  const readings = () => Number(Reflect.get(page.window, 'readings'));
  const loads = (name: RegExp) =>
    page.window.performance.getEntriesByType('resource').filter((entry) => name.test(entry.name));

  it('promise D2: is begun by the first touch, long after the form shows, once for all boxes of a page', async () => {
    localStorage.clear();
    const box = `<ciam-login base-url="${ciam.origin}" client-id="demo-client" lang="en"></ciam-login>`;
    page = await openFrame({
      head: COUNT_READINGS,
      body: box.repeat(BOXES),
      scripts: [{ type: 'module', src: `${await startCdn()}/ciam-login.js` }],
    });
    const first = await boxIn(page, ciam);
    const shownAt = page.window.performance.now();
    await soon(() => loads(/login-[\w-]+\.js/).length > 0, 'the code of the login is loaded by itself');
    await aTimeout(300);
    expect([loads(/fingerprint/).length, readings()], 'nobody has touched anything').to.deep.equal([0, 0]);

    first.mobile.focus();
    await soon(() => readings() > 0, 'the fingerprint is worked out');
    expect(loads(/fingerprint/)[0]?.startTime).to.be.above(shownAt);

    for (const [index, element] of page.document.querySelectorAll<CiamLogin>('ciam-login').entries())
      await quickLogin(new LoginBox(element, ciam, first.puzzles), `1380013800${String(index)}`);
    expect([loads(/fingerprint/).length, readings()], 'after three logins').to.deep.equal([1, 1]);
    const sent = (await ciam.journal()).map(({ headers }) => headers['x-device-fingerprint']);
    expect(new Set(sent.filter(Boolean)).size).to.equal(1);
  });
});
