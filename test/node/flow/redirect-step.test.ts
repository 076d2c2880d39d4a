import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createClient } from '../../../src/client/client.js';
import { type RedirectProvider, redirectStep } from '../../../src/flow/redirect-step.js';
import type { Run } from '../../../src/flow/step.js';
import { Abandoned, CiamError } from '../../../src/protocol/errors.js';
import { caught, rejection } from '../support/caught.js';
import { type FakeDevice, fakeDevice } from '../support/fake-device.js';
import { type FakePage, fakePage, fakePlace } from '../support/fake-page.js';

const PAGE = 'https://shop.example/login';
const MINUTE = 60_000;

let page: FakePage;
let device: FakeDevice;
let sent: string[];

beforeEach(() => {
  page = fakePage(PAGE);
  device = fakeDevice();
  sent = [];
});
afterEach(() => void vi.useRealTimers());

/** A service like Alipay; without `appIdParameter` one like WeChat. */
const provider = (change: Partial<RedirectProvider> = {}): RedirectProvider => ({
  ...{
    id: 'alipay',
    screen: { name: 'start', fields: [] },
    codeParameter: 'auth_code',
    appIdParameter: 'app_id',
  },
  ...{
    otherParameters: ['source'],
    errorTexts: { en: {}, 'zh-CN': {} },
    continuations: {},
    obstacle: () => null,
  },
  plan: () => ({ appId: '1', returnTo: PAGE, authorize: (state) => `https://pay.example/?state=${state}` }),
  send(code) {
    sent.push(code);
    return Promise.reject(new CiamError('refused'));
  },
  ...change,
});
const step = (change?: Partial<RedirectProvider>) => redirectStep(provider(change), fakePlace(page, device));

const runOf = (change: Partial<Run> = {}, clientId = 'a', timeout = 5000): Run => ({
  ...{
    signal: new AbortController().signal,
    expected: {},
    setting: () => undefined,
    mobilePattern: () => null,
  },
  ...{ solveCaptcha: () => Promise.reject(new CiamError('captcha-cancelled')), mayLeave: () => true },
  client: () => createClient({ baseUrl: 'https://ciam.example', clientId, timeout }, device),
  ...change,
});

/** Leaves for the service, and gives the state that goes along. */
async function leave(values = {}, change?: Partial<RedirectProvider>): Promise<string> {
  const controller = new AbortController();
  const leaving = step(change).submit(values, runOf({ signal: controller.signal }));
  controller.abort();
  expect(await rejection(() => leaving)).toBeInstanceOf(Abandoned);
  return new URL(page.left.at(-1)!).searchParams.get('state')!;
}

/** What became of coming back with this query: `code` for a refusal, or what was sent. */
async function comeBack(query: string, change?: Partial<RedirectProvider>): Promise<string> {
  page.address = `${PAGE}?${query}`;
  const resumption = step(change).resume?.(runOf());
  if (!resumption) return 'not ours';
  const { code } = await caught(() => resumption.finish(runOf()));
  return sent.length ? `sent ${sent.join()}` : code;
}

describe('leaving for a service', () => {
  it('promise S4: no timer is left behind by who was gone in time', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    await leave();
    expect(vi.getTimerCount()).toBe(0);
  });

  it('promise N2: who is still there after the time limit is told so', async () => {
    expect(await caught(() => step().submit({}, runOf({}, 'a', 5)))).toMatchObject({ code: 'timeout' });
    expect(page.left).toHaveLength(1);
  });

  it.each([
    ['a frame', { isFramed: true }, 'frame'],
    ['a browser that it cannot be used in', {}, 'wechat'],
  ])('promise S4: is not possible in %s', async (_, change, subject) => {
    Object.assign(page, change);
    const error = await caught(() => step({ obstacle: () => 'wechat' }).submit({}, runOf()));
    expect(error).toMatchObject({ code: 'alipay-unavailable', subject });
    expect([page.left, device.stored.size]).toEqual([[], 0]);
  });

  it('promise S4: is not possible where nothing is kept', async () => {
    device.store.set = () => false;
    const error = await caught(() => step().submit({}, runOf()));
    expect([error.code, error.subject, page.left]).toEqual(['alipay-unavailable', 'storage', []]);
  });

  it('promise S4: does not happen where the page says no, or has given the login up', async () => {
    const given = new AbortController();
    const refusals: Partial<Run>[] = [
      { mayLeave: () => false },
      { signal: given.signal, mayLeave: () => (given.abort(), true) },
    ];
    for (const change of refusals)
      expect(await rejection(() => step().submit({}, runOf(change)))).toBeInstanceOf(Abandoned);
    expect(page.left).toEqual([]);
  });
});

describe('promise S4: coming back', () => {
  it('promise S4: with a code redeems it, and with none was a no', async () => {
    expect(await comeBack(`state=${await leave()}&auth_code=c&app_id=1`)).toBe('sent c');
    sent = [];
    expect(await comeBack(`state=${await leave()}`)).toBe('alipay-cancelled');
    expect(await comeBack(`state=${await leave()}&auth_code=`)).toBe('alipay-cancelled');
    expect(sent).toEqual([]);
  });

  it('promise S4: is possible once', async () => {
    const state = await leave();
    expect(await comeBack(`state=${state}&auth_code=c`)).toBe('sent c');
    sent = [];
    expect(await comeBack(`state=${state}&auth_code=c`)).toBe('alipay-state');
  });

  it('promise S4: is possible for ten minutes', async () => {
    const [young, old] = [await leave(), await leave()];
    device.clock += 10 * MINUTE;
    expect(await comeBack(`state=${young}&auth_code=c`)).toBe('sent c');
    sent = [];
    device.clock += 1;
    expect(await comeBack(`state=${old}&auth_code=c`)).toBe('alipay-state');
  });

  it.each([
    ['a doubled code', 'auth_code=c&auth_code=c'],
    ['two codes', 'auth_code=c&app_id=1&auth_code=d'],
    ['a doubled application', 'auth_code=c&app_id=1&app_id=1'],
    ['another application', 'auth_code=c&app_id=2'],
    ['no name of an application', 'auth_code=c&app_id='],
    ['another state of ours', `auth_code=c&state=${'0'.repeat(64)}`],
  ])('promise S4: with %s is refused, and the record is gone', async (_, rest) => {
    expect(await comeBack(`state=${await leave()}&${rest}`)).toBe('alipay-state');
    expect([sent, device.stored.size]).toEqual([[], 0]);
  });

  it('promise S4: a service that names no application is not asked for one', async () => {
    const change = { id: 'wechat', codeParameter: 'code', appIdParameter: undefined, otherParameters: [] };
    const like = change as unknown as Partial<RedirectProvider>;
    expect(await comeBack(`state=${await leave({}, like)}&code=c&app_id=2&app_id=3`, like)).toBe('sent c');
    expect(page.address).toBe(`${PAGE}?app_id=2&app_id=3`);
    sent = [];
    expect(await comeBack(`state=${await leave({}, like)}&code=c&code=d`, like)).toBe('wechat-state');
  });

  it('promise S4: cleans the address before anything else, and of the answer only', async () => {
    const state = await leave();
    page.address = `${PAGE}?a=1&state=${state}&auth_code=c&source=s&app_id=1&b=2#top`;
    expect(step().resume?.(runOf())).not.toBeNull();
    expect(page.replaced).toEqual([`${PAGE}?a=1&b=2#top`]);
  });

  it('promise S4: what the address had of its own when it was left stays', async () => {
    const own = `${PAGE}?source=ad`;
    const plan = () => ({ ...provider().plan(runOf(), page), returnTo: own });
    const state = await leave({}, { plan });
    page.address = `${own}&state=${state}&auth_code=c&source=s`;
    // Another plan by now: the record knows better.
    step().resume?.(runOf());
    expect(page.replaced).toEqual([own]);
    // A record that is lost leaves it to the plan.
    page.address = `${own}&state=${state}&auth_code=c&source=s`;
    step({ plan }).resume?.(runOf());
    expect(page.replaced.at(-1)).toBe(own);
  });

  it('promise O6: brings along the consent that was given, and no other', async () => {
    for (const [values, back] of [
      [{ consent: 'on' }, { consent: 'on' }],
      [{ consent: '' }, {}],
      [{}, {}],
    ]) {
      page.address = `${PAGE}?state=${await leave(values)}&auth_code=c`;
      expect(step().resume?.(runOf())?.values).toEqual(back);
    }
    page.address = `${PAGE}?state=${await leave({ consent: 'on' })}`;
    device.stored.clear();
    expect(step().resume?.(runOf())?.values).toEqual({});
  });
});

describe('promise S4: an address that is another’s', () => {
  it('promise S4: is left alone: another client, another method, another application, no state', async () => {
    const state = await leave();
    const before = [...device.stored];
    page.address = `${PAGE}?state=${state}&auth_code=c`;
    const other = { plan: () => ({ ...provider().plan(runOf(), page), appId: '2' }) };
    expect(step().resume?.(runOf({}, 'b'))).toBeNull();
    expect(step({ id: 'wechat' }).resume?.(runOf())).toBeNull();
    expect(step(other).resume?.(runOf())).toBeNull();
    page.address = `${PAGE}?auth_code=c`;
    expect(step().resume?.(runOf())).toBeNull();
    expect([page.replaced, [...device.stored]]).toEqual([[], before]);
  });

  it('promise S4: is left alone while the widget is not set up', async () => {
    const state = await leave();
    page.address = `${PAGE}?state=${state}&auth_code=c`;
    const fail = () => {
      throw new CiamError('config');
    };
    expect(step({ plan: fail }).resume?.(runOf())).toBeNull();
    expect(step().resume?.(runOf({ client: fail }))).toBeNull();
    expect([page.replaced, device.stored.size]).toEqual([[], 1]);
  });

  it('promise S4: our state is found among others', async () => {
    expect(await comeBack(`state=theirs&state=${await leave()}&auth_code=c`)).toBe('alipay-state');
    expect(page.address).toBe(PAGE);
  });
});
