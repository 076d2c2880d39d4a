import { describe, expect, it } from 'vitest';
import { alipay } from '../../../src/methods/alipay.js';
import { alipayStep } from '../../../src/methods/alipay-step.js';
import { fakePlace } from '../support/fake-page.js';
import { ended, startAlipayBench, success } from './alipay-shop.js';

const { server, open, goAndReturn, posts } = await startAlipayBench();

/** Somebody back from Alipay with a code that is good. */
const answered = () => goAndReturn({ answer: success(server.issueAlipayCode()) });

describe('two widgets', () => {
  it('promise S4: on one page exchange a code once', async () => {
    const first = await answered();
    const second = await open({ page: first.page, device: first.device });
    const both = [first.flow.resume(first.first), second.flow.resume(second.first)];
    await Promise.all([ended(first.flow), ended(second.flow)]);
    expect([both, first.events, second.told]).toEqual([[true, false], ['success'], []]);
    expect(posts()).toEqual(['/api/v3/sdk/login/alipay']);
  });

  it('promise S4: in two tabs with one address exchange a code once', async () => {
    const first = await answered();
    const second = await open({ address: first.page.address, device: first.device });
    const both = [first.flow.resume(first.first), second.flow.resume(second.first)];
    await Promise.all([ended(first.flow), ended(second.flow)]);
    expect([both, first.events, second.events]).toEqual([
      [true, true],
      ['success'],
      ['failure alipay-state start'],
    ]);
    expect(posts()).toEqual(['/api/v3/sdk/login/alipay']);
  });

  it('promise S4: one that is mounted twice, as in StrictMode, exchanges a code once at most', async () => {
    const shop = await answered();
    expect(shop.flow.resume(shop.first)).toBe(true);
    shop.flow.cancel();
    expect(shop.flow.resume(alipayStep(alipay.screen, fakePlace(shop.page, shop.device)))).toBe(false);
    await ended(shop.flow);
    expect([shop.events, posts().length <= 1, shop.page.replaced.length]).toEqual([[], true, 1]);
  });
});
