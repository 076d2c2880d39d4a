/** A value that tells those who watch it when it has changed. */
export interface Store<T> {
  get(): T;
  set(value: T): void;
  /** Calls `listener` now and after each change. */
  watch(listener: (value: T) => void): void;
}

/** Creates a store; nobody on this page ever stops watching, so there is no way to. */
export function createStore<T>(value: T): Store<T> {
  const listeners: ((value: T) => void)[] = [];
  return {
    get: () => value,
    set(next) {
      value = next;
      for (const listener of listeners) listener(value);
    },
    watch(listener) {
      listeners.push(listener);
      listener(value);
    },
  };
}
