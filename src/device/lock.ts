/**
 * Does something while no other tab of this origin does the same. Where the browser has no locks (pages without https,
 * old web views, servers) or gives none (frames without an origin) it is just done.
 */
export async function withLock<T>(name: string, act: () => Promise<T>): Promise<T> {
  const { locks } = (globalThis.navigator as Partial<Navigator> | undefined) ?? {};
  if (!locks) return act();
  const begun: { result?: Promise<T> } = {};
  // What became of it is told below.
  await locks.request(name, () => (begun.result = act())).catch(() => undefined);
  return begun.result ?? act();
}
