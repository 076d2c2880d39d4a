import type { CDPSession, Page } from '@playwright/test';

/** What of a page is alive, once everything is gone that nobody can reach. */
export interface Census {
  /** Objects, functions and lists of every kind. */
  readonly objects: number;
  readonly listeners: number;
  readonly nodes: number;
  readonly documents: number;
  readonly heapBytes: number;
}

/** Counts a page's population by the browser's own books, not by the page's. */
export class Counter {
  readonly #session: CDPSession;

  constructor(session: CDPSession) {
    this.#session = session;
  }

  static async of(page: Page): Promise<Counter> {
    const session = await page.context().newCDPSession(page);
    await session.send('Performance.enable');
    return new Counter(session);
  }

  /** Login boxes, whether in the document or not. */
  boxes(): Promise<number> {
    return this.#instances(`customElements.get('ciam-login').prototype`);
  }

  async count(): Promise<Census> {
    const objects = await this.#instances('Object.prototype');
    // Twice: what the first time frees may have been all that held something else.
    for (let i = 0; i < 2; i++) await this.#session.send('HeapProfiler.collectGarbage');
    const { metrics } = await this.#session.send('Performance.getMetrics');
    const metric = (name: string) => metrics.find((each) => each.name === name)?.value ?? NaN;
    return {
      objects,
      listeners: metric('JSEventListeners'),
      nodes: metric('Nodes'),
      documents: metric('Documents'),
      heapBytes: metric('JSHeapUsedSize'),
    };
  }

  /** How many objects have this one in their chain of prototypes. */
  async #instances(prototype: string): Promise<number> {
    const objectGroup = 'census';
    const { result } = await this.#session.send('Runtime.evaluate', { expression: prototype, objectGroup });
    const { objects } = await this.#session.send('Runtime.queryObjects', {
      prototypeObjectId: result.objectId ?? '',
      objectGroup,
    });
    const { result: length } = await this.#session.send('Runtime.callFunctionOn', {
      objectId: objects.objectId ?? '',
      functionDeclaration: 'function () { return this.length }',
      returnByValue: true,
    });
    // The list itself holds on to all that it has found.
    await this.#session.send('Runtime.releaseObjectGroup', { objectGroup });
    return Number(length.value);
  }
}
