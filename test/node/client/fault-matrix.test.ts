import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { startCiamServer } from '../../../demo/server/ciam-server.js';
import { needsAnswer } from '../../../demo/server/faults.js';
import { createClient } from '../../../src/client/client.js';
import { CiamError } from '../../../src/protocol/errors.js';
import { type ApiCall, CALLS, CALL_NAMES, type CallName } from '../../support/faults/calls.js';
import { FAULTS, type FaultRow, faultAt, outcomeAt, timesMade } from '../../support/faults/fault-table.js';
import { readCalls } from '../deploy/client-calls.js';
import { fakeDevice } from '../support/fake-device.js';
import { BEGIN, type Caller } from './begin-call.js';
import { type TimeLimits, holdTimeLimits } from './time-limits.js';

let limits: TimeLimits;

/** Node knows nothing of other origins. */
const ROWS = FAULTS.filter(({ isCors }) => !isCors);

/** The code of the error, or `ok`. */
async function outcome(call: Promise<unknown>): Promise<string> {
  try {
    await call;
    return 'ok';
  } catch (error) {
    return error instanceof CiamError ? error.code : `no error of ours: ${String(error)}`;
  }
}

/** Lets one call go wrong in one way after the other, and tells what came of each. */
async function strike(name: CallName, rows: readonly FaultRow[]): Promise<string[]> {
  const { method, path, answer }: ApiCall = CALLS[name];
  // Signing takes a moment, and is done only for those who read what was signed.
  const idToken = /id-token|keys/.test(answer);
  const server = await startCiamServer({ settings: { idToken, paintings: 1 } });
  const limit = limits.add();
  let isEndless = false;
  server.journal.subscribe((entry) => {
    if (isEndless && entry.path === path) limit.pass();
  });
  const config = {
    ...{ baseUrl: server.origin, clientId: 'demo-client', timeout: limit.ms },
    jwksUri: server.origin + CALLS.keys.path,
  };
  const caller: Caller = { server, client: createClient(config, fakeDevice()) };
  const told: string[] = [];
  let call = await BEGIN[name](caller);
  for (const row of rows) {
    const fault = faultAt(row, CALLS[name])!;
    server.faults.set(path, fault);
    isEndless = !!row.isEndless;
    server.journal.clear();
    // Nobody remembers what was found out about the tenant.
    const client = { ...caller.client, device: fakeDevice() };
    const code = await outcome(call(client));
    server.faults.clear();
    told.push(`${row.name}: ${code}, asked ${server.journal.list({ method, path }).length} ×`);
    // What the call was for is spent.
    if (code === 'ok' || needsAnswer(fault)) call = await BEGIN[name](caller);
  }
  expect(await outcome(call(caller.client))).toBe('ok');
  await server.stop();
  return told;
}

describe('promise N4, N1: the table of faults', () => {
  beforeAll(() => {
    // What is repeated is repeated at once here.
    vi.spyOn(Math, 'random').mockReturnValue(-0.5);
    limits = holdTimeLimits();
  });
  afterAll(() => {
    vi.restoreAllMocks();
  });

  it('promise N4: has every call that the client makes', () => {
    const listed = CALL_NAMES.map((name) => CALLS[name].path);
    expect([...new Set(listed)].sort()).toEqual(readCalls().sort());
  });

  describe.concurrent(`${CALL_NAMES.length} calls × ${ROWS.length} kinds of answer`, () => {
    it.each(CALL_NAMES)(
      'promise N4, N1: %s: one code for each, no POST twice, and the same client goes on',
      async (name) => {
        const call: ApiCall = CALLS[name];
        const rows = ROWS.filter((row) => faultAt(row, call));
        const told = await strike(name, rows);
        expect(told).toEqual(
          rows.map((row) => {
            const code = outcomeAt(row, name, call);
            return `${row.name}: ${code}, asked ${timesMade(call, row, code)} ×`;
          }),
        );
      },
      60_000,
    );
  });
});
