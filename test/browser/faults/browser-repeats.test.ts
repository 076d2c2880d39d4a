import { expect } from '@open-wc/testing';
import type { Fault } from '../../../demo/server/faults.ts';
import { FIXED_CODE, FIXED_MOBILE } from '../../../demo/server/test-numbers.ts';
import { type Ciam, startCiam } from '../../support/ciam.ts';
import { openLogin } from '../support/login-box.ts';
import { patch, unpatch } from '../support/patch.ts';
import { PATHS, press, requests } from '../support/steps.ts';

// Where a connection that was used before breaks, or is answered with 408, browsers send the request once more by
// themselves (RFC 9110, section 9.2.2, lets them where nothing was answered). No page can prevent it, or sees it: so what
// is counted here is what the widget asked the browser for.
const FAULTS: readonly (Fault & { code: string; most: number })[] = [
  { kind: 'reset', code: 'network', most: 4 },
  { kind: 'status', status: 408, code: 'timeout', most: 4 },
];

describe('promise N1: the widget asks once, even where browsers may ask again,', function () {
  this.timeout(30_000);
  let ciam: Ciam;

  before(async () => {
    ciam = await startCiam();
  });
  beforeEach(() => ciam.reset());
  afterEach(unpatch);

  for (const { code, most, ...fault } of FAULTS) {
    it(`after ${fault.kind}: one error, and a form that is usable`, async () => {
      const box = await openLogin(ciam);
      const { fetch } = window;
      let asked = 0;
      patch(window, 'fetch', {
        value: (...args: Parameters<typeof fetch>) => {
          asked++;
          return fetch(...args);
        },
      });
      await ciam.fault(PATHS.login, fault);
      await box.type(box.mobile, FIXED_MOBILE);
      await box.type(box.code, FIXED_CODE);
      for (const tries of [1, 2]) {
        await press('Enter');
        expect(await box.event('error', tries)).to.include({ code, step: 'start' });
        expect(asked).to.equal(tries);
        box.submitButton.focus();
      }
      const sent = (await requests(box, 'login')).length;
      expect(sent).to.be.within(2, most);
      await ciam.clearFaults();
      await press('Enter');
      await box.event('success');
      expect(box.seen('error')).to.have.length(2);
    });
  }
});
