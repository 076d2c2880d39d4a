import { networkOf } from './address.mjs';

const SECONDS_EACH = 10;
const AT_ONCE = 11;
/** More addresses than this are not remembered: what has not sent for longest is forgotten first. */
const MAX_REMEMBERED = 100_000;

/**
 * Counts messages for each address: text messages cost money, and annoy whoever gets them. Many people may share one
 * address (an office, a carrier): eleven at once, then one each ten seconds. More than one process: share the map.
 *
 * @param {() => number} [now]
 * @returns {(address: string) => number} Takes one, and gives 0; or takes none, and gives the seconds to wait.
 */
export function createSendLimit(now = Date.now) {
  /** @type {Map<string, number>} Until when what was taken counts, for each network; the latest to send is the last. */
  const debts = new Map();
  let swept = 0;
  return (address) => {
    const time = now();
    if (time - swept >= 1000) {
      swept = time;
      for (const [other, until] of debts) if (until <= time) debts.delete(other);
    }
    const network = networkOf(address);
    const until = Math.max(debts.get(network) ?? 0, time) + SECONDS_EACH * 1000;
    const tooMuch = until - time - AT_ONCE * SECONDS_EACH * 1000;
    if (tooMuch > 0) return Math.ceil(tooMuch / 1000);
    debts.delete(network);
    debts.set(network, until);
    for (const [oldest] of debts) {
      if (debts.size <= MAX_REMEMBERED) break;
      debts.delete(oldest);
    }
    return 0;
  };
}
