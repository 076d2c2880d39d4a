import { describe, expect, it } from 'vitest';
import type { RedirectProvider } from '../../../src/flow/redirect-step.js';
import { CiamError } from '../../../src/protocol/errors.js';
import { PAGE, redirectBench } from './redirect-bench.js';

const MINUTE = 60_000;

const bench = redirectBench();
const { provider, step, runOf, leave, comeBack } = bench;

describe('promise S4: coming back', () => {
  it('promise S4: with a code redeems it, and with none was a no', async () => {
    expect(await comeBack(`state=${await leave()}&auth_code=c&app_id=1`)).toBe('sent c');
    bench.sent = [];
    expect(await comeBack(`state=${await leave()}`)).toBe('alipay-cancelled');
    expect(await comeBack(`state=${await leave()}&auth_code=`)).toBe('alipay-cancelled');
    expect(bench.sent).toEqual([]);
  });

  it('promise S4: is possible once', async () => {
    const state = await leave();
    expect(await comeBack(`state=${state}&auth_code=c`)).toBe('sent c');
    bench.sent = [];
    expect(await comeBack(`state=${state}&auth_code=c`)).toBe('alipay-state');
  });

  it('promise S4: is possible for ten minutes', async () => {
    const [young, old] = [await leave(), await leave()];
    bench.device.clock += 10 * MINUTE;
    expect(await comeBack(`state=${young}&auth_code=c`)).toBe('sent c');
    bench.sent = [];
    bench.device.clock += 1;
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
    expect([bench.sent, bench.device.stored.size]).toEqual([[], 0]);
  });

  it('promise S4: a service that names no application is not asked for one', async () => {
    const change = { id: 'wechat', codeParameter: 'code', appIdParameter: undefined, otherParameters: [] };
    const like = change as unknown as Partial<RedirectProvider>;
    expect(await comeBack(`state=${await leave({}, like)}&code=c&app_id=2&app_id=3`, like)).toBe('sent c');
    expect(bench.page.address).toBe(`${PAGE}?app_id=2&app_id=3`);
    bench.sent = [];
    expect(await comeBack(`state=${await leave({}, like)}&code=c&code=d`, like)).toBe('wechat-state');
  });

  it('promise S4: cleans the address before anything else, and of the answer only', async () => {
    const state = await leave();
    bench.page.address = `${PAGE}?a=1&state=${state}&auth_code=c&source=s&app_id=1&b=2#top`;
    expect(step().resume?.(runOf())).not.toBeNull();
    expect(bench.page.replaced).toEqual([`${PAGE}?a=1&b=2#top`]);
  });

  it('promise S4: what the address had of its own when it was left stays', async () => {
    const own = `${PAGE}?source=ad`;
    const plan = () => ({ ...provider().plan(runOf(), bench.page), returnTo: own });
    const state = await leave({}, { plan });
    bench.page.address = `${own}&state=${state}&auth_code=c&source=s`;
    // Another plan by now: the record knows better.
    step().resume?.(runOf());
    expect(bench.page.replaced).toEqual([own]);
    // A record that is lost leaves it to the plan.
    bench.page.address = `${own}&state=${state}&auth_code=c&source=s`;
    step({ plan }).resume?.(runOf());
    expect(bench.page.replaced.at(-1)).toBe(own);
  });

  it('promise O6: brings along the consent that was given, and no other', async () => {
    for (const [values, back] of [
      [{ consent: 'on' }, { consent: 'on' }],
      [{ consent: '' }, {}],
      [{}, {}],
    ]) {
      bench.page.address = `${PAGE}?state=${await leave(values)}&auth_code=c`;
      expect(step().resume?.(runOf())?.values).toEqual(back);
    }
    bench.page.address = `${PAGE}?state=${await leave({ consent: 'on' })}`;
    bench.device.stored.clear();
    expect(step().resume?.(runOf())?.values).toEqual({});
  });
});

describe('promise S4: an address that is another’s', () => {
  it('promise S4: is left alone: another client, another method, another application, no state', async () => {
    const state = await leave();
    const before = [...bench.device.stored];
    bench.page.address = `${PAGE}?state=${state}&auth_code=c`;
    const other = { plan: () => ({ ...provider().plan(runOf(), bench.page), appId: '2' }) };
    expect(step().resume?.(runOf({}, 'b'))).toBeNull();
    expect(step({ id: 'wechat' }).resume?.(runOf())).toBeNull();
    expect(step(other).resume?.(runOf())).toBeNull();
    bench.page.address = `${PAGE}?auth_code=c`;
    expect(step().resume?.(runOf())).toBeNull();
    expect([bench.page.replaced, [...bench.device.stored]]).toEqual([[], before]);
  });

  it('promise S4: is left alone while the widget is not set up', async () => {
    const state = await leave();
    bench.page.address = `${PAGE}?state=${state}&auth_code=c`;
    const fail = () => {
      throw new CiamError('config');
    };
    expect(step({ plan: fail }).resume?.(runOf())).toBeNull();
    expect(step().resume?.(runOf({ client: fail }))).toBeNull();
    expect([bench.page.replaced, bench.device.stored.size]).toEqual([[], 1]);
  });

  it('promise S4: our state is found among others', async () => {
    expect(await comeBack(`state=theirs&state=${await leave()}&auth_code=c`)).toBe('alipay-state');
    expect(bench.page.address).toBe(PAGE);
  });
});
