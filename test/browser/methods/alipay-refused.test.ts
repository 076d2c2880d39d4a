import { aTimeout, expect } from '@open-wc/testing';
import { type Ciam, startCiam } from '../../support/ciam.ts';
import {
  callback,
  comeBack,
  exchanges,
  keepAddress,
  recordKeys,
  setOut,
  setOutFrom,
  stayHere,
} from '../support/alipay.ts';
import { focused } from '../support/hands.ts';
import type { LoginBox } from '../support/login-box.ts';
import { endings } from '../support/phases.ts';
import { shownErrors, soon } from '../support/steps.ts';
import { TAB_NAMES, openTabName } from '../support/tabs.ts';

const [SMS, ALIPAY] = TAB_NAMES.en;
const INVALID = 'This Alipay login is no longer valid. Please start it again.';

describe('promise S4: an answer of Alipay’s that lets nobody in', function () {
  this.timeout(60_000);
  let ciam: Ciam;
  let toOwnAddress: () => void;
  let own: string;

  before(async () => {
    ciam = await startCiam();
    toOwnAddress = keepAddress();
    own = location.href;
  });
  afterEach(async () => {
    toOwnAddress();
    await ciam.reset();
  });

  /** One event, its sentence, the Alipay tab with a free button, a clean address, and not a call. */
  async function expectRefusal(box: LoginBox, code: string, sentence: string): Promise<void> {
    const error = await box.event('error');
    expect([error['method'], error['step'], error['code'], error['message']]).to.deep.equal([
      'alipay',
      'start',
      code,
      sentence,
    ]);
    await soon(() => shownErrors(box)[0] === sentence, 'it shows');
    await soon(() => focused() === box.submitButton, 'the focus is on the button');
    expect([endings(box), openTabName(box), location.href]).to.deep.equal([['error'], ALIPAY, own]);
    expect([recordKeys(), await exchanges(ciam)]).to.deep.equal([[], []]);
    expect(box.submitButton.getAttribute('aria-disabled')).to.equal(null);
    stayHere(box);
    await setOut(box);
  }

  it('one without a code: they have cancelled', async () => {
    const trip = await setOutFrom(ciam);
    comeBack(callback(trip.state, undefined));
    const box = await trip.mount(trip.make());
    await expectRefusal(box, 'alipay-cancelled', 'The login with Alipay was cancelled.');
    expect(box.events.slice(0, 2).map(({ type }) => type)).to.deep.equal(['step', 'error']);
  });

  const changes: Record<string, (parameters: URLSearchParams) => unknown> = {
    'without the record of it': () => {
      for (const key of recordKeys()) localStorage.removeItem(key);
    },
    'that comes after eleven minutes': () => {
      for (const key of recordKeys()) {
        const record = JSON.parse(localStorage.getItem(key) ?? '') as { at: number };
        localStorage.setItem(key, JSON.stringify({ ...record, at: record.at - 660_000 }));
      }
    },
    'with a second code': (parameters) => {
      parameters.append('auth_code', 'another');
    },
    'with its state twice': (parameters) => {
      parameters.append('state', parameters.get('state') ?? '');
    },
    'of another application': (parameters) => {
      parameters.set('app_id', '2021999999999999');
    },
  };
  for (const [what, change] of Object.entries(changes)) {
    it(`one ${what} is not valid`, async () => {
      const trip = await setOutFrom(ciam);
      const parameters = callback(trip.state, await ciam.alipayCode());
      change(parameters);
      comeBack(parameters);
      await expectRefusal(await trip.mount(trip.make()), 'alipay-state', INVALID);
    });
  }

  it('one that was used before is not valid, and its code is not sent again', async () => {
    const trip = await setOutFrom(ciam);
    const parameters = callback(trip.state, await ciam.alipayCode());
    comeBack(parameters);
    const first = await trip.mount(trip.make());
    await first.event('success');
    await ciam.clearJournal();
    first.element.remove();
    comeBack(parameters);
    await expectRefusal(await trip.mount(trip.make()), 'alipay-state', INVALID);
  });

  it('one whose state was never ours is left alone', async () => {
    const trip = await setOutFrom(ciam);
    comeBack(callback('5eed'.repeat(16), await ciam.alipayCode()));
    const before = location.href;
    const box = await trip.mount(trip.make());
    await aTimeout(200);
    expect([location.href, recordKeys().length, box.events]).to.deep.equal([before, 1, []]);
    expect([openTabName(box), await exchanges(ciam)]).to.deep.equal([SMS, []]);
  });

  it('a code that the tenant refuses is told in its words, and not sent again', async () => {
    const trip = await setOutFrom(ciam);
    comeBack(callback(trip.state, 'spent'));
    const box = await trip.mount(trip.make());
    const { code, message } = await box.event('error');
    expect(code).to.equal('refused');
    await soon(() => shownErrors(box)[0] === message, 'it shows');
    await aTimeout(50);
    expect([(await exchanges(ciam)).length, location.href, endings(box)]).to.deep.equal([1, own, ['error']]);
  });

  it('a tenant that has the older call only is asked that one, once, and remembered', async () => {
    await ciam.fault('/api/v3/sdk/login/alipay', { kind: 'empty', status: 404 });
    for (const paths of [['v3', 'v2'], ['v2']]) {
      const kept = localStorage.getItem(`ciam-login:alipay-api:${ciam.origin}`);
      const trip = await setOutFrom(ciam);
      if (kept) localStorage.setItem(`ciam-login:alipay-api:${ciam.origin}`, kept);
      comeBack(callback(trip.state, await ciam.alipayCode()));
      await ciam.clearJournal();
      const box = await trip.mount(trip.make());
      await box.event('success');
      expect((await exchanges(ciam)).map(({ path }) => path.split('/')[2])).to.deep.equal(paths);
    }
  });
});
