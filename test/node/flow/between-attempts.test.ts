import { describe, expect, it } from 'vitest';
import { createClient } from '../../../src/client/client.js';
import type { Flow } from '../../../src/flow/flow.js';
import type { Next } from '../../../src/flow/step.js';
import { CiamError, type ErrorCode, type ErrorInfo } from '../../../src/protocol/errors.js';
import { type OpenEnded, openEnded, SUCCESS } from './open-ended.js';

/** Submits, and ends the attempt like this. */
async function submit(
  flow: Flow,
  { attempts }: OpenEnded,
  end: Next | CiamError,
  values = {},
): Promise<void> {
  const attempt = flow.submit(values);
  if (end instanceof CiamError) attempts.at(-1)!.shut(end);
  else attempts.at(-1)!.open(end);
  await attempt;
}
const refused = (code: ErrorCode, info?: Partial<ErrorInfo>) => new CiamError(code, info);

describe('what one attempt leaves to the next', () => {
  it('promise N5: the rest that the server asked for, of this kind of attempt and this way in', async () => {
    const bench = openEnded();
    const { begin, step, device, attempts, events } = bench;
    const [first, other] = [step(), step()];
    const flow = begin(first);
    await submit(flow, bench, refused('busy', { retryAfter: 30 }));
    const until = device.clock + 30_000;
    expect([flow.restsUntil('submitting'), flow.restsUntil('sending')]).toEqual([until, 0]);
    await flow.submit({});
    expect([attempts.length, events().length]).toEqual([1, 1]);
    flow.restart(other);
    expect(flow.restsUntil('submitting')).toBe(0);
    flow.restart(first);
    expect(flow.restsUntil('submitting')).toBe(until);
    // A clock that is set back makes it no longer.
    device.clock -= 3_600_000;
    expect(flow.restsUntil('submitting')).toBe(device.clock + 30_000);
    device.clock = until;
    await submit(flow, bench, SUCCESS);
    expect(events()).toEqual(['failure busy start', 'success']);
  });

  it('promise N5: no rest where the server asked for none', async () => {
    const bench = openEnded();
    const flow = bench.begin(bench.step());
    await submit(flow, bench, refused('busy'));
    expect(flow.restsUntil('submitting')).toBe(0);
  });

  it('promise N5: the rest that the next step needs', async () => {
    const bench = openEnded();
    const flow = bench.begin(bench.step());
    await submit(flow, bench, { step: bench.step({ name: 'mfa', rest: 5 }) });
    expect(flow.restsUntil('submitting')).toBe(bench.device.clock + 5000);
  });

  it('promise N5: while it rests, a message that is on its way is not given up for it', async () => {
    const bench = openEnded();
    const { begin, step, code } = bench;
    const flow = begin(step({ code: { ...code, send: () => new Promise(() => undefined) } }));
    await submit(flow, bench, refused('busy', { retryAfter: 30 }));
    void flow.sendCode({ mobile: '1' });
    await new Promise((resolve) => setTimeout(resolve));
    expect(flow.state).toMatchObject({ phase: 'sending', isOrdered: true });
    await flow.submit({ code: '1' });
    expect(flow.state).toMatchObject({ phase: 'sending', isOrdered: true });
    flow.cancel();
  });

  it('promise N8: a login that the server has forgotten begins anew, at its first step', async () => {
    const bench = openEnded();
    const first = bench.step();
    const flow = bench.begin(first);
    await submit(flow, bench, { step: bench.step({ name: 'mfa' }) });
    await submit(flow, bench, refused('code-wrong'));
    expect(flow.state.step.name).toBe('mfa');
    await submit(flow, bench, refused('state-token-invalid'));
    expect(flow.state.step).toBe(first);
    expect(bench.told).toEqual([
      'step mfa',
      'failure code-wrong mfa',
      'failure state-token-invalid mfa',
      'step start',
    ]);
  });

  it('promise O6: who has agreed at the first step need not do so again, and who has not gets nowhere', async () => {
    const bench = openEnded({ consentNeeded: () => true });
    const { begin, step, attempts } = bench;
    const flow = begin(step());
    await submit(flow, bench, { step: step({ name: 'mfa' }) });
    expect(() => attempts[0]!.run.client()).toThrow(new CiamError('consent-required'));
    await submit(flow, bench, refused('code-wrong'));
    expect(attempts[1]!.run.client()).toMatchObject({ clientId: 'a' });
    expect(attempts[1]!.values).toEqual({});
  });

  it('one client for the whole login: that of the step, or else the page’s of the first moment', async () => {
    const bench = openEnded();
    const { begin, step, attempts, device } = bench;
    const client = createClient({ clientId: 'begun' }, device);
    const flow = begin(step());
    await submit(flow, bench, { step: step({ name: 'mfa', client }) });
    const { run } = attempts[0]!;
    expect(run.client()).toBe(run.client());
    await submit(flow, bench, refused('code-wrong'));
    expect(attempts[1]!.run.client()).toBe(client);
  });

  it('what the page has set, as it is at that moment', async () => {
    const bench = openEnded({
      setting: (name) => `its ${name}`,
      mobilePattern: (areaCode) => new RegExp(areaCode),
      expected: () => ({ issuer: 'i' }),
      onRedirect: (url) => url === '/yes',
    });
    await submit(bench.begin(bench.step()), bench, refused('refused'));
    const { run } = bench.attempts[0]!;
    expect([run.setting('a'), run.mobilePattern('86'), run.expected]).toEqual([
      'its a',
      /86/,
      { issuer: 'i' },
    ]);
    expect([run.mayLeave('/yes'), run.mayLeave('/no')]).toEqual([true, false]);
  });

  it('another way on is taken with nothing that was typed, and is an attempt like any other', async () => {
    const bench = openEnded();
    const { begin, step, act, attempts, events } = bench;
    const flow = begin(step({ choice: { name: 'skip', go: (run) => act({}, run) } }));
    const choosing = flow.choose();
    void flow.submit({});
    expect([attempts.length, flow.state.phase]).toEqual([1, 'submitting']);
    attempts[0]!.open(SUCCESS);
    await choosing;
    expect(events()).toEqual(['success']);
    await begin(step()).choose();
    expect([attempts.length, events()]).toEqual([1, ['success']]);
  });
});

describe('a new beginning', () => {
  it('shows the failure that led there, or none', () => {
    const { begin, step } = openEnded();
    const flow = begin(step());
    const failure = { error: refused('one-click-failed'), field: null, phase: 'submitting' } as const;
    flow.restart(step(), failure);
    expect(flow.state).toMatchObject({ phase: 'ready', failure, isOrdered: false });
    flow.cancel();
    expect(flow.state.failure).toBe(failure);
    flow.restart(step());
    expect(flow.state.failure).toBeNull();
  });

  it('tells the form of each change, and of no step that is shown already', () => {
    let changes = 0;
    const { begin, step, told } = openEnded({ onChange: () => void (changes += 1) });
    const flow = begin(step());
    flow.restart(step());
    flow.restart(step({ name: 'mfa' }));
    flow.cancel();
    expect([changes, told]).toEqual([2, ['step mfa']]);
  });
});
