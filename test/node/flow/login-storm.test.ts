import { describe, expect, it } from 'vitest';
import type { Fault } from '../../../demo/server/faults.js';
import { createClient } from '../../../src/client/client.js';
import { refreshIdToken } from '../../../src/client/session.js';
import { readIdToken } from '../../../src/protocol/id-token.js';
import { fakeDevice } from '../support/fake-device.js';
import { type Visit, entered, startFlowBench } from './visit.js';

const { server, visit } = await startFlowBench();
const SDK = '/api/v2/sdk';
const CAPTCHA = `${SDK}/captcha`;
const VERIFY = `${SDK}/captcha/verify`;
const SEND = `${SDK}/sms/send`;
const LOGIN = `${SDK}/login/mobile-verify-code`;

const SESSIONS = 500;
const AT_ONCE = 50;
/** So many logins begin under one kind of fault; then comes the next. */
const PER_FAULT = 20;
const TRIES = 20;

/** How an answer is spoiled: before the call was carried out, or after, when the code is spent. */
const FAULTS: readonly Fault[] = [
  { kind: 'reset' },
  { kind: 'cut' },
  { kind: 'html', status: 502 },
  { kind: 'html' },
  { kind: 'truncate' },
  { kind: 'status', status: 503, after: true },
  { kind: 'status', status: 429, headers: { 'Retry-After': '30' } },
  { kind: 'empty', status: 500, after: true },
  { kind: 'delay', ms: 40 },
];

/** One of many people who log in at once, each with a number and a browser of their own. */
interface Caller {
  readonly mobile: string;
  readonly fingerprint: string;
  readonly visitor: Visit;
}

async function call(index: number): Promise<Caller> {
  const device = fakeDevice();
  const fingerprint = `browser-${String(index)}`;
  device.data = () => Promise.resolve({ fingerprint, osVersion: 'Windows 11' });
  const mobile = `139${String(10_000_000 + index)}`;
  return { mobile, fingerprint, visitor: await visit({ device }) };
}

/** What somebody does who wants to get in: presses again, a minute later, whenever it did not work. */
async function logIn({ mobile, visitor }: Caller): Promise<void> {
  for (let tries = 0; visitor.flow.state.phase !== 'done'; tries++) {
    if (tries === TRIES) throw new Error(`${mobile} gave up: ${visitor.told.join(', ')}`);
    visitor.device.clock += 61_000;
    await visitor.flow.sendCode(entered(mobile));
    if (visitor.events.at(-1)?.startsWith('sent'))
      await visitor.flow.submit(entered(mobile, server.inbox.latestCode(mobile) ?? ''));
  }
}

/** Runs them all, so many at once. */
async function storm(callers: readonly Caller[]): Promise<void> {
  let begun = 0;
  const worker = async () => {
    for (let index = begun++; index < callers.length; index = begun++) {
      const fault = FAULTS[(index / PER_FAULT) % FAULTS.length];
      if (fault)
        for (const path of [CAPTCHA, VERIFY, SEND, LOGIN]) server.faults.set(path, { ...fault, times: 2 });
      await logIn(callers[index]!);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
}

/** Calls to a path that came over the wire, and how many of them a fault kept from their end. */
function tally(path: string): { calls: number; lost: number } {
  const entries = server.journal.list(path);
  return { calls: entries.length, lost: entries.filter(({ fault }) => fault && fault !== 'delay').length };
}

describe('promise N1, N8: a storm of logins', () => {
  it('promise N1, N8: five hundred people, fifty at once, over a bad network: each gets in, as themselves', async () => {
    server.settings.paintings = 10;
    const callers = await Promise.all(Array.from({ length: SESSIONS }, (_, index) => call(index)));
    await storm(callers);
    const [captcha, verify, send, login] = [CAPTCHA, VERIFY, SEND, LOGIN].map(tally);

    // Nothing was asked for twice: each call that was lost costs its person one more press, and no other call does.
    expect(Math.min(captcha!.lost, verify!.lost, send!.lost, login!.lost)).toBeGreaterThan(20);
    expect(login!.calls).toBe(SESSIONS + login!.lost);
    expect(send!.calls).toBe(login!.calls + send!.lost);
    expect(verify!.calls).toBe(send!.calls + verify!.lost);
    expect(captcha!.calls).toBe(verify!.calls + captcha!.lost);
    const lost = captcha!.lost + verify!.lost + send!.lost + login!.lost;
    expect(callers.flatMap(({ visitor }) => visitor.errors)).toHaveLength(lost);

    // Nobody is somebody else: neither in what was sent nor in what came back.
    const owners = new Map(callers.map(({ mobile, fingerprint }) => [mobile, fingerprint]));
    for (const { body, headers } of server.journal.list(LOGIN)) {
      const { mobile } = body as { mobile: string };
      expect(headers['x-device-fingerprint']).toBe(owners.get(mobile));
    }
    const tokens = callers.map(({ mobile, visitor: { events, successes } }) => {
      expect(events.filter((event) => event === 'success')).toHaveLength(1);
      const { session, claims } = successes[0]!.success;
      expect(claims?.api?.['mobile']).toBe(`+86-${mobile}`);
      return session.sessionToken;
    });
    expect(new Set(tokens).size).toBe(SESSIONS);

    // The server's side of it: a session gives its own person's id_token, to their browser.
    for (const { mobile, visitor } of callers.filter((_, index) => index % 25 === 0)) {
      const client = createClient({ baseUrl: server.origin, clientId: 'demo-client' }, visitor.device);
      const { idToken } = await refreshIdToken(client, visitor.successes[0]!.success.session, 'bc');
      expect(readIdToken(idToken ?? '', {}).api?.['mobile']).toBe(`+86-${mobile}`);
    }
  }, 60_000);
});
