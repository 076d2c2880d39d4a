import { expect } from '@open-wc/testing';
import { type Ciam, startCiam } from '../../support/ciam.ts';
import { startCdn } from '../support/built-files.ts';
import { type FramePage, boxIn, openFrame } from '../support/frame-page.ts';
import { fill } from '../support/hands.ts';
import { soon } from '../support/steps.ts';

describe('promise P3: what checks signatures, in the built files', function () {
  this.timeout(30_000);
  let ciam: Ciam;
  let cdn: string;
  let page: FramePage;

  before(async () => {
    ciam = await startCiam();
    cdn = await startCdn();
  });
  afterEach(() => page.frame.remove());

  const loaded = (name: RegExp) =>
    page.window.performance.getEntriesByType('resource').filter((entry) => name.test(entry.name)).length;

  for (const [attributes, times] of [
    ['', 0],
    ['jwks-uri="auto"', 1],
  ] as const) {
    it(`is loaded ${times ? 'while somebody types' : 'for nobody'} with ${attributes || 'no jwks-uri'}`, async () => {
      page = await openFrame({
        body: `<ciam-login base-url="${ciam.origin}" client-id="demo-client" lang="en" ${attributes}></ciam-login>`,
        scripts: [{ type: 'module', src: `${cdn}/ciam-login.js` }],
      });
      const box = await boxIn(page, ciam);
      expect(loaded(/verify-id-token/), 'not before somebody touches the form').to.equal(0);
      await box.click(box.mobile);
      await soon(() => loaded(/puzzle/), 'the form was touched');
      await soon(() => loaded(/verify-id-token/) === times, 'what is needed is there');

      fill(box.mobile, '12345678901');
      fill(box.code, '232326');
      await box.click(box.submitButton);
      expect(await box.event('success')).to.include({ verified: times === 1 });
      expect([loaded(/verify-id-token/), loaded(/\/session-/)]).to.deep.equal([times, 0]);
      expect(page.failures).to.deep.equal([]);
    });
  }
});
