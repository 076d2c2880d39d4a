import { aTimeout, expect } from '@open-wc/testing';
import { type Ciam, startCiam } from '../../support/ciam.ts';
import {
  type Trip,
  callback,
  comeBack,
  exchanges,
  keepAddress,
  keptText,
  recordKeys,
  setOutFrom,
} from '../support/alipay.ts';
import { fill } from '../support/hands.ts';
import { listen } from '../support/live-regions.ts';
import type { LoginBox } from '../support/login-box.ts';
import { holdBack } from '../support/patch.ts';
import { endings } from '../support/phases.ts';
import { soon } from '../support/steps.ts';
import { TAB_NAMES, openTab, openTabName } from '../support/tabs.ts';

const [SMS, ALIPAY] = TAB_NAMES.en;
const EXCHANGE = '/api/v3/sdk/login/alipay';

describe('promise S4: back from Alipay', function () {
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

  /** The box of a page that was opened with an answer of Alipay's; not in the page yet. */
  async function opened(attributes: Readonly<Record<string, string>> = {}): Promise<[Trip, LoginBox]> {
    const trip = await setOutFrom(ciam, attributes);
    comeBack(callback(trip.state, await ciam.alipayCode()));
    return [trip, trip.make()];
  }

  it('the code is redeemed, once, and nothing of it stays', async () => {
    const trip = await setOutFrom(ciam);
    const code = await ciam.alipayCode();
    comeBack(callback(trip.state, code));
    const box = await trip.mount(trip.make());
    const { method, session } = await box.event('success');
    expect(method).to.equal('alipay');
    expect((session as { sessionToken: string }).sessionToken).to.be.a('string');
    expect((await exchanges(ciam)).map(({ path, body }) => [path, body])).to.deep.equal([
      [EXCHANGE, { code }],
    ]);
    expect([location.href, recordKeys()]).to.deep.equal([own, []]);
    const kept = keptText() + JSON.stringify(history.state) + box.root.innerHTML;
    expect([kept.includes(code), kept.includes(trip.state)]).to.deep.equal([false, false]);
    expect(box.events.map(({ type, detail }) => [type, detail['step']])).to.deep.equal([
      ['step', 'start'],
      ['success', undefined],
      ['step', 'done'],
    ]);
  });

  it('the address is clean before the call; the page’s own query, hash and state stay', async () => {
    const trip = await setOutFrom(ciam);
    history.replaceState(
      { basket: 7 },
      '',
      `${location.pathname}${location.search}&scop=a%20b&sort=%e4#tea?x=1`,
    );
    const before = location.href;
    comeBack(callback(trip.state, await ciam.alipayCode(), { userOutputs: 'x' }));
    const seen: string[] = [];
    const watched = window.fetch;
    window.fetch = (...args) => {
      seen.push(location.href);
      return watched(...args);
    };
    const box = await trip.mount(trip.make());
    await box.event('success');
    expect([seen, location.href]).to.deep.equal([[before], before]);
    expect(history.state).to.deep.equal({ basket: 7 });
  });

  it('its tab is open, the button is busy, and it is announced; a tab may be opened meanwhile', async () => {
    const [trip, box] = await opened();
    const release = holdBack(EXCHANGE);
    await trip.mount(box);
    const heard = listen(box);
    await soon(() => box.submitButton.hasAttribute('data-busy'), 'the button is busy');
    expect([openTabName(box), box.element.method]).to.deep.equal([ALIPAY, 'alipay']);
    await soon(() => heard.includes('polite: Logging in…'), 'it is announced');
    await openTab(box, SMS);
    release();
    await aTimeout(100);
    expect([openTabName(box), endings(box), location.href]).to.deep.equal([SMS, [], own]);
  });

  it('consent that was given before is not asked for again', async () => {
    const [trip, box] = await opened({ 'terms-url': '/t' });
    await trip.mount(box);
    await box.event('success');
    expect(endings(box)).to.deep.equal(['success']);
  });

  it('two boxes redeem it once', async () => {
    const [trip, first] = await opened();
    const second = trip.make();
    await Promise.all([trip.mount(first), trip.mount(second)]);
    await soon(() => endings(first).length + endings(second).length, 'one of them is done');
    await aTimeout(150);
    expect([...endings(first), ...endings(second)]).to.deep.equal(['success']);
    expect(await exchanges(ciam)).to.have.length(1);
    expect(location.href).to.equal(own);
  });

  it('so does one that is mounted, taken away and mounted again in one task', async () => {
    const [trip, box] = await opened();
    const mounted = trip.mount(box);
    const { parentElement } = box.element;
    box.element.remove();
    parentElement!.append(box.element);
    await mounted;
    await box.event('success');
    await aTimeout(50);
    expect([endings(box), (await exchanges(ciam)).length]).to.deep.equal([['success'], 1]);
  });

  it('so does one that is away for a moment, before anything was done', async () => {
    const [trip, box] = await opened();
    await trip.mount(box);
    const { parentElement } = box.element;
    box.element.remove();
    await aTimeout(100);
    expect(await exchanges(ciam), 'nobody is there to be told').to.deep.equal([]);
    parentElement!.append(box.element);
    await box.event('success');
    expect([endings(box), (await exchanges(ciam)).length]).to.deep.equal([['success'], 1]);
  });

  it('so does another that takes its place', async () => {
    const [trip, first] = await opened();
    await trip.mount(first);
    first.element.remove();
    const second = await trip.mount(trip.make());
    await second.event('success');
    await aTimeout(50);
    expect([endings(first), endings(second)]).to.deep.equal([[], ['success']]);
    expect(await exchanges(ciam)).to.have.length(1);
  });

  it('one that is taken away during the call is silent, and repeats nothing', async () => {
    const [trip, box] = await opened();
    await ciam.fault(EXCHANGE, { kind: 'delay', ms: 200, after: true });
    await trip.mount(box);
    await soon(async () => (await exchanges(ciam)).length, 'the call is out');
    const { parentElement } = box.element;
    box.element.remove();
    await aTimeout(20);
    parentElement!.append(box.element);
    await aTimeout(300);
    expect([endings(box), (await exchanges(ciam)).length]).to.deep.equal([[], 1]);
    expect([openTabName(box), box.submitButton.hasAttribute('data-busy')]).to.deep.equal([ALIPAY, false]);
  });

  it('a page may set everything late', async () => {
    const [trip, box] = await opened({ methods: 'sms,alipay' });
    box.element.removeAttribute('alipay-app-id');
    await trip.mount(box);
    await aTimeout(100);
    expect(endings(box)).to.deep.equal([]);
    box.element.setAttribute('alipay-app-id', '2021000000000000');
    await box.event('success');
  });

  it('what was typed meanwhile on another tab is there for whoever comes back to it', async () => {
    const [trip, box] = await opened({ methods: 'sms,alipay' });
    const release = holdBack(EXCHANGE);
    await trip.mount(box);
    fill(box.mobile, '138');
    await soon(() => openTabName(box) === ALIPAY, 'the login goes on');
    await openTab(box, SMS);
    expect(box.mobile.value).to.equal('138');
    release();
  });
});
