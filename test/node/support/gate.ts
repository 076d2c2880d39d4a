/** Something that stays shut until the test opens it. */
export interface Gate<T> {
  readonly passed: Promise<T>;
  open(value: T): void;
  shut(error: unknown): void;
}

export function gate<T = void>(): Gate<T> {
  let open!: (value: T) => void;
  let shut!: (error: unknown) => void;
  const passed = new Promise<T>((resolve, reject) => {
    open = resolve;
    shut = reject;
  });
  return { passed, open, shut };
}

/** Lets everything that is ready to run do so. */
export async function settled(): Promise<void> {
  for (let turn = 0; turn < 5; turn++) await new Promise((resolve) => setImmediate(resolve));
}
