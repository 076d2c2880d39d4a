import { begunSession } from './begun-session.js';
import { caught } from './caught.js';
import { SDK, startClientBench } from './client-bench.js';
import { type FakeDevice, fakeDevice } from './fake-device.js';
import { fakeStorage } from './fake-storage.js';

/** Where BambooCloud renews an id_token. */
export const BC = `${SDK}/sso/session-token/id-token`;

/** A server, and people who have just logged in there and want to keep their sessions. */
export async function startSessionBench() {
  const bench = await startClientBench();
  const { server, connect } = bench;
  return {
    ...bench,

    async logIn(device = fakeDevice()) {
      const client = connect({}, device);
      const session = await begunSession(client);
      server.journal.clear();
      const ends: unknown[] = [];
      const onEnd = (reason: unknown) => ends.push(reason);
      return { device, client, session, storage: fakeStorage(), ends, onEnd };
    },

    /** Time goes by, at the server and for this person. */
    pass(seconds: number, device: FakeDevice): void {
      server.advance(seconds * 1000);
      device.clock += seconds * 1000;
    },

    /** True when nothing was asked of the server. */
    silent: () => server.journal.list().length === 0,
  };
}

/** The code of the error that this fails with. */
export async function codeOf(act: () => unknown): Promise<string> {
  return (await caught(act)).code;
}
