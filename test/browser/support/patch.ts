const undo: (() => void)[] = [];

/** Replaces a property of the page's, until `unpatch`, which belongs into `afterEach`. */
export function patch(target: object, name: string, descriptor: PropertyDescriptor): void {
  const before = Object.getOwnPropertyDescriptor(target, name);
  Object.defineProperty(target, name, { configurable: true, ...descriptor });
  undo.push(() => {
    if (before) Object.defineProperty(target, name, before);
    else Reflect.deleteProperty(target, name);
  });
}

/** Gives the page back all that was replaced. */
export function unpatch(): void {
  for (const step of undo.splice(0).reverse()) step();
}

/** Everything that is written to the console from now on, at any level, until `unpatch`. */
export function listenToConsole(): string[] {
  const heard: string[] = [];
  for (const level of ['debug', 'log', 'info', 'warn', 'error', 'trace', 'dir', 'table'] as const) {
    patch(console, level, {
      value: (...args: unknown[]) => {
        heard.push(`${level}: ${args.map(String).join(' ')}`);
      },
    });
  }
  return heard;
}

/** Holds the calls to a path back, before they leave the page, until the function that it gives is called. */
export function holdBack(path: string): () => void {
  let release: () => void = () => undefined;
  const released = new Promise<void>((resolve) => (release = resolve));
  const watched = window.fetch;
  window.fetch = async (...args) => {
    if (typeof args[0] === 'string' && args[0].endsWith(path)) await released;
    return watched(...args);
  };
  return () => {
    release();
  };
}
