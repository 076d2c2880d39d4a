const SECONDS_EACH = 10;
const AT_ONCE = 11;

/**
 * Counts messages for each address: text messages cost money, and annoy whoever gets them. Many people may share one
 * address (an office, a carrier): eleven at once, then one each ten seconds. More than one process: share the map.
 *
 * @param {() => number} [now]
 * @returns {(address: string) => number} Takes one, and gives 0; or takes none, and gives the seconds to wait.
 */
export function createSendLimit(now = Date.now) {
  /** @type {Map<string, number>} Until when what was taken counts, for each address. */
  const debts = new Map();
  return (address) => {
    const time = now();
    for (const [other, until] of debts) if (until <= time) debts.delete(other);
    const until = Math.max(debts.get(address) ?? 0, time) + SECONDS_EACH * 1000;
    const tooMuch = until - time - AT_ONCE * SECONDS_EACH * 1000;
    if (tooMuch > 0) return Math.ceil(tooMuch / 1000);
    debts.set(address, until);
    return 0;
  };
}
