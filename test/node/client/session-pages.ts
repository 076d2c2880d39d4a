import { afterEach, beforeEach, vi } from 'vitest';
import { type LiveSession, type SessionOptions, createSession } from '../../../src/client/live-session.js';
import type { CiamError } from '../../../src/protocol/errors.js';
import type { Session } from '../../../src/protocol/login-answer.js';
import { begunSession } from '../support/begun-session.js';
import { SDK, startClientBench } from '../support/client-bench.js';
import { type FakeDevice, fakeDevice } from '../support/fake-device.js';
import { fakeLocks } from '../support/fake-locks.js';
import { type FakeStorage, fakeStorage } from '../support/fake-storage.js';
import { BC } from '../support/session-bench.js';

/** Where Huawei Cloud renews an id_token. */
export const HW = `${SDK}/session-token/refresh-id-token`;

/** Somebody who is logged in, on a page or several. */
export interface Page {
  readonly device: FakeDevice;
  readonly session: Session;
  readonly live: LiveSession;
  readonly storage: FakeStorage;
  /** Why it has ended, each time that was told. */
  readonly ends: (CiamError | null)[];
  /** Another tab of the same browser. */
  tab(options?: SessionOptions): Page;
}

/** A server, and people on pages that keep their session alive, in browsers that have locks. */
export async function startSessionPages() {
  const bench = await startClientBench();
  const { server, connect, count } = bench;
  beforeEach(() => void vi.stubGlobal('navigator', { locks: fakeLocks() }));
  afterEach(() => void vi.unstubAllGlobals());

  async function open(options: SessionOptions = {}, device = fakeDevice()): Promise<Page> {
    const client = connect({}, device);
    const session = await begunSession(client);
    const storage = fakeStorage();
    server.journal.clear();
    const page = (first: Session | null, more: SessionOptions): Page => {
      const ends: (CiamError | null)[] = [];
      const live = createSession(client, first, { ...more, onEnd: (reason) => ends.push(reason) });
      return { device, session, live, storage, ends, tab: (other = {}) => page(null, { storage, ...other }) };
    };
    return page(session, { storage, ...options });
  }

  /** So much time passes for everybody. */
  function pass(seconds: number, ...devices: FakeDevice[]): void {
    server.advance(seconds * 1000);
    for (const device of devices) device.clock += seconds * 1000;
  }

  return { ...bench, open, pass, refreshes: () => count(BC) + count(HW) };
}
