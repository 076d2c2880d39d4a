/** `navigator.locks`, as far as it is used: one at a time for each name, in order, whatever becomes of them. */
export function fakeLocks(): Pick<LockManager, 'request'> & { readonly taken: string[] } {
  const last = new Map<string, Promise<unknown>>();
  const taken: string[] = [];
  const request = async (name: string, act: LockGrantedCallback<unknown>): Promise<unknown> => {
    const before = last.get(name) ?? Promise.resolve();
    const turn = before.then(() => {
      taken.push(name);
      return act({ name, mode: 'exclusive' });
    });
    last.set(
      name,
      turn.catch(() => undefined),
    );
    return turn;
  };
  return { request: request as LockManager['request'], taken };
}
