import { CiamError, Abandoned } from '../protocol/errors.js';
import { type Failure, failureOf } from './failure.js';
import { createResendClock } from './resend-clock.js';
import { type Rest, createRest } from './rest.js';
import type { FlowHost, FlowState } from './flow-state.js';
import { createRun } from './run.js';
import type { CodeSender, Next, Run, Step, StepName, Values } from './step.js';

export type { FlowHost, FlowState, Phase } from './flow-state.js';

/** A login under way. One attempt at a time; what is called while one is under way is ignored. */
export interface Flow {
  readonly state: FlowState;
  sendCode(values: Values): Promise<void>;
  submit(values: Values): Promise<void>;
  /** Takes the other way on that the step offers. */
  choose(): Promise<void>;
  /** Shows this step and goes on with a login of its that had left the page, if the page was opened with the answer to one. */
  resume(step: Step): boolean;
  /** When a code may be asked for with these values: ms since 1970, 0 for now. */
  resendAt(values: Values): number;
  /** Until when the server wants no attempt of this kind: ms since 1970, 0 for now. */
  restsUntil(phase: Failure['phase']): number;
  /** Gives up what is under way, silently, and keeps the step. */
  cancel(): void;
  /** Gives up everything and shows this step, with a failure where another step has led here. */
  restart(step: Step, failure?: Failure | null): void;
}

/** Makes a flow that shows this step. It draws nothing and knows no method. */
export function createFlow(host: FlowHost, first: Step): Flow {
  const { device } = host;
  const begin = { phase: 'ready', failure: null, isOrdered: false } as const;
  // For each way of logging in by itself: who may not ask for one thing may still do another.
  const rests = new Map<Step['fields'], Rest>();
  let home = first;
  let state: FlowState = { ...begin, step: first };
  let shown = first.name;
  let running: AbortController | undefined;

  function set(change: Partial<FlowState>) {
    state = { ...state, ...change };
    host.onChange();
  }

  function show(name: StepName = state.step.name) {
    if (name === shown) return;
    shown = name;
    host.onStep(name);
  }

  /** Runs one attempt to its end: whatever happens to it, it ends in at most one event. */
  async function attempt(
    phase: 'sending' | 'submitting',
    values: Values,
    act: (run: Run) => Promise<() => void>,
  ) {
    const rest = restOf(home);
    if (state.phase !== 'ready' || rest.until(phase)) return;
    const { step } = state;
    const controller = new AbortController();
    running = controller;
    const { signal } = controller;
    // Nobody gets past the first step without having agreed.
    const agreed = step.name === 'start' ? values : { ...values, consent: 'on' };
    const { run, told } = createRun(host, show, agreed, { signal, begun: step.client });
    set({ phase, failure: null });
    const fail = (cause: unknown) => {
      const failure = failureOf(cause, step, phase);
      const { error } = failure;
      rest.take(phase, error.retryAfter ?? 0);
      // A login whose state the server has forgotten can only begin anew.
      const isLost = error.code === 'state-token-invalid';
      set({ ...begin, failure, ...(isLost && { step: home }) });
      if (!told.has(error)) host.onFailure(error, shown);
      show();
    };
    const finish = await act(run).catch((cause: unknown) =>
      cause instanceof Abandoned ? cancel : () => fail(cause),
    );
    // An attempt that was given up changes nothing and tells nobody, whatever became of it.
    if (!signal.aborted) finish();
  }

  function cancel() {
    running?.abort();
    if (state.phase === 'sending' || state.phase === 'submitting') set({ phase: 'ready', isOrdered: false });
    if (state.phase === 'ready') show();
  }

  /** One attempt to get from the step that is shown to the next. */
  function advance(values: Values, toNext: (run: Run) => Promise<Next>) {
    return attempt('submitting', values, async (run) => {
      const next = await toNext(run);
      if ('step' in next) {
        return () => {
          const { step } = next;
          restOf(home).take('submitting', step.rest ?? 0);
          set({ ...begin, step });
          show();
        };
      }
      const { success } = next;
      const data = await device.data();
      return () => {
        set({ phase: 'done' });
        host.onSuccess(success, data);
        // Whoever was told may have started anew.
        if (state.phase === 'done') show('done');
      };
    });
  }

  function restOf(step: Step): Rest {
    // By its method's own list of fields: a step that is made anew is no other way of logging in.
    const rest = rests.get(step.fields) ?? createRest(() => device.now());
    rests.set(step.fields, rest);
    return rest;
  }

  const clockOf = ({ type }: CodeSender) => createResendClock(device, `${host.clientId}:${type}`);

  return {
    get state() {
      return state;
    },

    async sendCode(values) {
      const { code } = state.step;
      if (!code || this.resendAt(values)) return;
      await attempt('sending', values, async (run) => {
        const to = code.readRecipient(values, run);
        if (to === null) throw new CiamError(code.invalid);
        const captchaToken = await run.solveCaptcha(to);
        set({ isOrdered: true });
        await code.send(run.client(), to, captchaToken, run);
        return () => {
          const resendAt = clockOf(code).start(to);
          set({ phase: 'ready', isOrdered: false });
          host.onCodeSent(code.purpose, resendAt);
        };
      });
    },

    async submit(values) {
      const { step } = state;
      // Not for an empty field: that would only call the message back.
      if (state.isOrdered && values['code'] && !restOf(home).until('submitting')) cancel();
      await advance(values, (run) => step.submit(values, run));
    },

    async choose() {
      const { choice } = state.step;
      if (choice) await advance({}, (run) => choice.go(run));
    },

    resume(step) {
      // Before anything is taken that could not be used now.
      const isFree = state.phase === 'ready' && !restOf(step).until('submitting');
      const resumption = isFree && step.resume?.(host);
      if (!resumption) return false;
      this.restart(step);
      void advance(resumption.values, (run) => resumption.finish(run));
      return true;
    },

    resendAt(values) {
      const { code } = state.step;
      return code ? clockOf(code).until(code.readRecipient(values, host)) : 0;
    },

    restsUntil: (phase) => restOf(home).until(phase),
    cancel,

    restart(step, failure = null) {
      const before = running;
      home = step;
      set({ ...begin, step, failure });
      show();
      // Last: a puzzle that goes gives the focus back to the form, and that may open another step.
      before?.abort();
    },
  };
}
