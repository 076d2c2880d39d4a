import { expect, it } from 'vitest';
import { TEST_PASSWORD } from '../../../demo/server/test-numbers.js';
import { createSession } from '../../../src/client/live-session.js';
import { loginWithPassword } from '../../../src/client/login.js';
import { caught } from '../support/caught.js';
import { SDK, startClientBench } from '../support/client-bench.js';
import { fakeDevice } from '../support/fake-device.js';

const MINUTE_MS = 60_000;
const ID_TOKEN_MINUTES = 30;
/** How often the page needs its id_token. */
const STEP = 5;

const { server, connect } = await startClientBench();
const renewals = () => server.journal.list(`${SDK}/sso/session-token/id-token`).length;

/** Somebody who has logged in, at a page whose clock and server's clock go on together. */
async function begin() {
  server.settings.idTokenSeconds = ID_TOKEN_MINUTES * 60;
  const device = fakeDevice();
  const client = connect({}, device);
  const answer = await loginWithPassword(client, { userName: 'li.lei', password: TEST_PASSWORD });
  if (answer.kind !== 'session') throw new Error(answer.kind);
  const ends: unknown[] = [];
  const live = createSession(client, answer.session, { onEnd: (reason) => ends.push(reason) });
  const pass = (minutes: number) => {
    device.clock += minutes * MINUTE_MS;
    server.advance(minutes * MINUTE_MS);
  };
  return { live, ends, pass };
}

it('a page that needs its id_token all day long renews it when it has to, and never ends', async () => {
  const { live, ends, pass } = await begin();
  const tokens = new Set<string>();
  const minutes = 24 * 60;
  for (let minute = 0; minute < minutes; minute += STEP) {
    pass(STEP);
    for (const token of await Promise.all([live.idToken(), live.idToken()])) tokens.add(token);
  }
  expect(renewals()).toBe(minutes / ID_TOKEN_MINUTES);
  expect(tokens.size).toBe(renewals() + 1);
  expect(ends).toEqual([]);
});

it('where the tenant hands out no new session, it ends once, when that has lived its time', async () => {
  server.settings.rotateSessionToken = false;
  const { live, ends, pass } = await begin();
  for (let left = server.settings.sessionSeconds / 60; left > STEP; left -= STEP) {
    pass(STEP);
    await live.idToken();
  }
  expect(live.session).not.toBeNull();
  const before = renewals();
  for (let minute = 0; minute < 60; minute += STEP) {
    pass(STEP);
    expect(await caught(() => live.idToken())).toMatchObject({ code: 'session-invalid' });
  }
  expect(renewals()).toBe(before);
  expect([live.session, ends.length]).toEqual([null, 1]);
});
