import { expect } from 'vitest';
import { type Return, type Shop, records, startAlipayBench, success } from './alipay-shop.js';

/** {@link startAlipayBench}, with what becomes of an answer that is not as it should be. */
export async function startAlipayVerdicts() {
  const bench = await startAlipayBench();
  const { server, goAndReturn, wire } = bench;

  /** Somebody back from Alipay with a code that is good. */
  function answered(change: (answer: Return['answer']) => Return['answer'] = (answer) => answer) {
    return goAndReturn({ answer: change(success(server.issueAlipayCode())), hash: '#top' });
  }

  /** Our state, but no login: nothing is sent, the address is clean, and it cannot be tried again. */
  async function expectRefused(shop: Shop): Promise<void> {
    expect([await shop.resume(), shop.events]).toEqual([true, ['failure alipay-state start']]);
    expect([wire(), shop.successes, records(shop.device)]).toEqual([[], [], []]);
    expect(shop.flow.state).toMatchObject({ phase: 'ready', failure: { field: null } });
    expect(shop.page.address).not.toMatch(/[?&](state|auth_code|app_id)=/);
    expect([await shop.resume(), wire()]).toEqual([false, []]);
  }

  /** Not ours: it is as if nothing had been there. */
  async function expectIgnored(shop: Shop): Promise<void> {
    const { address } = shop.page;
    const kept = [...shop.device.stored];
    expect([await shop.resume(), shop.told, wire()]).toEqual([false, [], []]);
    expect([shop.page.address, shop.page.replaced, [...shop.device.stored]]).toEqual([address, [], kept]);
  }

  return { ...bench, answered, expectRefused, expectIgnored };
}
