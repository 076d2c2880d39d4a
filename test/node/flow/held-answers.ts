import { SDK } from '../support/client-bench.js';
import { type Gate, gate, settled } from '../support/gate.js';
import type { Model } from './model.js';
import type { Visit } from './visit.js';

/** A call that was made, and whose answer the test holds back. */
export interface Held {
  readonly path: string;
  /** Of the attempt that it belongs to. */
  readonly attempt: number;
  readonly answer: Promise<{ status: number; text: string }>;
  readonly gate: Gate<Response>;
}

/** The login itself, in a browser that knows nothing of signals: every answer comes, however late. */
export class Real {
  readonly held: Held[] = [];
  /** Calls that the step which was shown does not explain. */
  readonly unjustified: string[] = [];
  readonly #made = new Set<string>();

  constructor(
    readonly visitor: Visit,
    model: Model,
  ) {
    const { fetch } = visitor.device;
    visitor.device.fetch = (url, { signal, ...init }) => {
      const path = new URL(url).pathname.replace(SDK, '');
      const attempt = model.attempt?.id ?? 0;
      const call = `${attempt} ${path}`;
      if (!signal || !model.allows(path) || this.#made.has(call)) this.unjustified.push(call);
      this.#made.add(call);
      const answer = fetch(url, init).then(async (response) => ({
        status: response.status,
        text: await response.text(),
      }));
      const held = { path, attempt, answer, gate: gate<Response>() };
      this.held.push(held);
      return held.gate.passed;
    };
  }

  /** One of the answers arrives. */
  async release(index: number, model: Model): Promise<void> {
    const [held] = this.held.splice(index % this.held.length, 1);
    if (!held) return;
    const { status, text } = await held.answer;
    if (held.attempt === model.attempt?.id) model.answer({ path: held.path, status, text });
    held.gate.open(new Response(text, { status }));
    await settled();
  }
}
