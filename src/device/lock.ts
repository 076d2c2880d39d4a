/**
 * Does something while no other tab of this origin does the same. Where the browser has no locks (pages without https,
 * old web views, servers) it is just done.
 */
export async function withLock<T>(name: string, act: () => Promise<T>): Promise<T> {
  const { locks } = (globalThis.navigator as Partial<Navigator> | undefined) ?? {};
  if (!locks) return act();
  // What the lock's own promise resolves to is typed loosely.
  let result: T | undefined;
  await locks.request(name, async () => {
    result = await act();
  });
  return result as T;
}
