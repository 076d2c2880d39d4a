import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FIXED_CODE, FIXED_MOBILE, TEST_PASSWORD } from '../../../demo/server/test-numbers.js';
import type { Fault } from '../../../demo/server/faults.js';
import { loginWithPassword } from '../../../src/client/login.js';
import { codeStep } from '../../../src/flow/code-step.js';
import { continuedSteps } from '../../../src/flow/continued-steps.js';
import { settled } from '../support/gate.js';
import { FRESH } from './arrival.js';
import { Real } from './held-answers.js';
import { Model, NUMBERS, passwordOf } from './model.js';
import { type Visit, startFlowBench } from './visit.js';

const { server, visit, solve } = await startFlowBench();
const SDK = '/api/v2/sdk';
const SEND = `${SDK}/sms/send`;

/** The values that somebody has typed into whatever is shown. */
function typed({ flow }: Visit, number: string, isGood: boolean): Record<string, string> {
  const { step } = flow.state;
  if (step.name === 'start') return { mobile: number, code: isGood ? '123456' : '654321' };
  if (step.name === 'mfa') {
    const [last] = server.inbox.list().slice(-1);
    return { code: isGood && last ? last.code : '000000' };
  }
  const passwords = { oldPassword: isGood ? TEST_PASSWORD : 'wrong', newPassword: FRESH };
  return {
    ...passwords,
    mobile: FIXED_MOBILE,
    email: 'li@example.com',
    code: isGood ? FIXED_CODE : '000000',
  };
}

type Command = fc.AsyncCommand<Model, Real>;

/** Something that somebody, the page or the network does; afterwards all has to be as the model has it. */
function command(name: string, act: (model: Model, real: Real) => unknown): Command {
  return {
    check: () => true,
    toString: () => name,
    async run(model, real) {
      await act(model, real);
      await settled();
      expectSame(model, real);
    },
  };
}

function expectSame(model: Model, { visitor, held, unjustified }: Real): void {
  const { phase, step, isOrdered } = visitor.flow.state;
  expect(visitor.told).toEqual(model.told);
  expect([phase, step.name, isOrdered]).toEqual([model.phase, model.step, model.attempt?.isOrdered ?? false]);
  expect(unjustified).toEqual([]);
  // One call at a time; and whoever waits, waits for one.
  const current = held.filter(({ attempt }) => attempt === model.attempt?.id);
  expect(current).toHaveLength(model.attempt ? 1 : 0);
  if (model.isDone) {
    const { sessionToken, idToken } = visitor.successes.at(-1)!.success.session;
    const kept = JSON.stringify([{ ...step, client: null }, [...visitor.device.stored]]);
    for (const secret of [sessionToken, idToken!]) expect(kept).not.toContain(secret);
  }
}

const number = fc.constantFrom(...NUMBERS);
const send = number.map((mobile) =>
  command(`send to ${mobile}`, (model, { visitor }) => {
    visitor.device.clock += 60_000; // the countdown is another test's
    const isReal = model.step === 'mfa';
    if (isReal) server.faults.clear(SEND);
    else server.faults.set(SEND, { kind: 'empty' });
    visitor.solver = isReal ? solve : () => Promise.resolve('token');
    if (model.hasCode && model.begin('sending')) {
      model.show('captcha');
      if (!isReal) model.solved();
    }
    void visitor.flow.sendCode(typed(visitor, mobile, false));
  }),
);
const submit = fc.tuple(number, fc.constantFrom(true, true, false)).map(([mobile, isGood]) =>
  command(`submit ${mobile}${isGood ? '' : ' wrongly'}`, (model, { visitor }) => {
    // Whoever has the code already does not wait to be told that it was sent.
    if (model.attempt?.isOrdered) model.cancel();
    model.begin('submitting');
    void visitor.flow.submit(typed(visitor, mobile, isGood));
  }),
);
const choose = command('choose', (model, { visitor }) => {
  if (model.step === 'password-warn') model.begin('submitting');
  void visitor.flow.choose();
});
const cancel = command('cancel', (model, { visitor }) => {
  model.cancel();
  visitor.flow.cancel();
});
const restart = command('restart', (model, { visitor }) => {
  model.restart();
  visitor.restart();
});
const release = fc
  .nat(5)
  .map((index) =>
    command(`answer ${index}`, (model, real) => real.held.length && real.release(index, model)),
  );
const releaseAll = command('all answers', async (model, real) => {
  while (real.held.length) await real.release(0, model);
});
const forget = command('the server forgets', () => server.advance(301_000));
const FAULTS: readonly Fault[] = [
  { kind: 'html', times: 1 },
  { kind: 'empty', status: 503, times: 1 },
  { kind: 'empty', status: 403, times: 1 },
];
const spoil = fc
  .tuple(
    fc.constantFrom('/login/auth', '/mfa/sms', '/social/bind', '/pwd/update'),
    fc.constantFrom(...FAULTS),
  )
  .map(([path, fault]) =>
    command(`${path} fails: ${JSON.stringify(fault)}`, () => server.faults.set(SDK + path, fault)),
  );

const commands = fc.commands(
  [
    ...[submit, submit, submit, send, send, release, release, release, spoil],
    ...[releaseAll, releaseAll, choose, cancel, restart, forget].map((each) => fc.constant(each)),
  ],
  { maxCommands: 40, size: 'max' },
);

/** A login whose first step has the outcomes of all test numbers, and a code to be asked for. */
async function open(): Promise<{ model: Model; real: Real }> {
  server.reset();
  const step = codeStep({
    screen: { name: 'start', fields: ['mobile', 'code'] },
    type: 'LOGIN_SMS',
    purpose: 'login',
    send: ({ to, code }, run) =>
      loginWithPassword(run.client(), { userName: to, password: passwordOf(code) }, run),
    continuations: continuedSteps(),
  });
  const visitor = await visit({ step, config: { timeout: 600_000 } });
  const model = new Model();
  return { model, real: new Real(visitor, model) };
}

describe('promise N1, N8: a login, in whatever order things happen', () => {
  it('promise N1, N8: does what the model of it does', async () => {
    const seen = new Set<string>();
    await fc.assert(
      fc.asyncProperty(commands, async (list) => {
        const { model, real } = await open();
        await fc.asyncModelRun(() => ({ model, real }), list);
        // Nothing is stuck: once all answers have come, the form is free, or somebody is logged in.
        while (real.held.length) await real.release(0, model);
        expectSame(model, real);
        expect(['ready', 'done']).toContain(real.visitor.flow.state.phase);
        for (const line of model.told) seen.add(line);
      }),
      { numRuns: 120 },
    );
    // It was no walk on the spot.
    expect([...seen]).toEqual(expect.arrayContaining(['success', 'step mfa', 'step bind', 'sent login']));
  }, 240_000);
});
