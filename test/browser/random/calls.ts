import { CALLS } from '../../support/faults/calls.ts';

/** A call that the widget has made, as the page's `fetch` saw it. */
export interface SeenCall {
  /** Which box made it: each has a tenant of its own. */
  readonly tenant: string;
  readonly method: string;
  readonly path: string;
  readonly body: string;
  /** What had been pressed when it was made, counted. */
  readonly press: number;
  /** Aborted as soon as the call has ended, whatever way. */
  readonly signal: AbortSignal;
}

const LOGINS = Object.values(CALLS).flatMap(({ answer, path }) => (answer === 'login' ? [path] : []));

/** Watches all that goes from the page to one server, and is the network that may be gone. */
export class CallWatch {
  readonly seen: SeenCall[] = [];
  /** The tokens of puzzles as they came by. */
  readonly puzzles: string[] = [];
  /** Everything that must not be found in the page. */
  readonly secrets = new Set<string>();
  isOnline = true;
  readonly #presses = new Map<string, number>();
  readonly #plain = window.fetch.bind(window);

  constructor(origin: string) {
    window.fetch = async (input, init = {}) => {
      const url = new URL(input instanceof Request ? input.url : input);
      if (url.origin !== origin) return this.#plain(input, init);
      const headers = new Headers(init.headers);
      const tenant = headers.get('x-tenant-id') ?? '';
      for (const name of ['x-state-token', 'session-token']) this.secrets.add(headers.get(name) ?? '');
      const { method = 'GET', body, signal } = init;
      const call = { tenant, method, path: url.pathname, body: typeof body === 'string' ? body : '' };
      if (signal) this.seen.push({ ...call, press: this.#presses.get(tenant) ?? 0, signal });
      if (!this.isOnline) throw new TypeError('Failed to fetch');
      const response = await this.#plain(input, init);
      if (url.pathname.endsWith('/captcha')) void this.#learn(response.clone());
      return response;
    };
  }

  /** Something was pressed that may lead to calls of this tenant. */
  countPress(tenant: string): void {
    this.#presses.set(tenant, (this.#presses.get(tenant) ?? 0) + 1);
  }

  get pending(): SeenCall[] {
    return this.seen.filter(({ signal }) => !signal.aborted);
  }

  /** What is wrong with the calls that were made so far. */
  problems(): string[] {
    const problems: string[] = [];
    const made = new Set<string>();
    for (const { tenant, method, path, press, body } of this.seen) {
      if (method !== 'POST') continue;
      const call = [tenant, path, press].join(' ');
      if (made.has(call)) problems.push(`one press, and twice ${path} with ${body}`);
      if (press === 0) problems.push(`nothing was pressed, and yet ${path}`);
      made.add(call);
    }
    const logins = this.pending.filter(({ path }) => LOGINS.includes(path)).map(({ tenant }) => tenant);
    if (new Set(logins).size < logins.length) problems.push('two login calls at a time');
    return problems;
  }

  clear(): void {
    this.seen.length = 0;
    this.#presses.clear();
    this.secrets.clear();
    this.isOnline = true;
  }

  async #learn(response: Response): Promise<void> {
    const body = (await response.json().catch(() => null)) as { token?: string } | null;
    if (body?.token) this.puzzles.push(body.token);
  }
}
