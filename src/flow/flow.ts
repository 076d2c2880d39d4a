import { sendSmsCode } from '../client/sms.js';
import type { Device, DeviceData } from '../device/device.js';
import { CiamError, Abandoned } from '../protocol/errors.js';
import { type Failure, failureOf } from './failure.js';
import { createResendClock } from './resend-clock.js';
import { createRest } from './rest.js';
import { type RunHost, createRun } from './run.js';
import type { CodePurpose, CodeSender, Next, Run, Step, StepName, Success, Values } from './step.js';

/** What the flow is doing. */
export type Phase =
  /** A step is shown and waits. May be followed by `sending`, `submitting`. */
  | 'ready'
  /** A code is being asked for, the puzzle included. Followed by `ready`. */
  | 'sending'
  /** The step's call is under way. Followed by `ready` (refused, or another step) or `done`. */
  | 'submitting'
  /** Somebody is logged in. Followed by `ready`, after a restart only. */
  | 'done';

/** Everything that a view of the flow has to know. It never holds a token. */
export interface FlowState {
  readonly phase: Phase;
  readonly step: Step;
  /** Why the last attempt failed; `null` once another has begun. */
  readonly failure: Failure | null;
  /**
   * The server has been asked to send a code and has not answered yet. On a slow network the message may be faster,
   * so whoever has the code may log in.
   */
  readonly isOrdered: boolean;
}

/** What the flow asks of, and tells, whoever shows it. */
export interface FlowHost extends RunHost {
  readonly device: Device;
  /** Keeps the countdowns of two applications on one origin apart. */
  readonly clientId: string;
  /** The state is another one. */
  onChange(): void;
  /** Another step is shown. */
  onStep(name: StepName): void;
  onCodeSent(purpose: CodePurpose, resendAt: number): void;
  /** Somebody is logged in; the flow keeps nothing of it. */
  onSuccess(success: Success, device: DeviceData): void;
}

/** A login under way. One attempt at a time; what is called while one is under way is ignored. */
export interface Flow {
  readonly state: FlowState;
  sendCode(values: Values): Promise<void>;
  submit(values: Values): Promise<void>;
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
  const rest = createRest(() => device.now());
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
    if (state.phase !== 'ready' || rest.until(phase)) return;
    const { step } = state;
    const controller = new AbortController();
    running = controller;
    const { signal } = controller;
    // Nobody gets past the first step without having agreed.
    const agreed = step.name === 'start' ? values : { ...values, consent: 'on' };
    const { run, told } = createRun(host, show, agreed, signal);
    set({ phase, failure: null });
    const fail = (cause: unknown) => {
      const failure = failureOf(cause, step, phase);
      const { error } = failure;
      if (error.retryAfter !== null) rest.take(phase, error.retryAfter);
      set({ ...begin, failure });
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
          set({ ...begin, step: next.step });
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

  const clockOf = ({ smsType }: CodeSender) => createResendClock(device, `${host.clientId}:${smsType}`);

  return {
    get state() {
      return state;
    },

    async sendCode(values) {
      const { code } = state.step;
      if (!code || this.resendAt(values) > device.now()) return;
      await attempt('sending', values, async (run) => {
        const mobile = code.readMobile(values, run);
        if (mobile === null) throw new CiamError('mobile-invalid');
        const captchaToken = await run.solveCaptcha(mobile);
        set({ isOrdered: true });
        await sendSmsCode(run.client(), { mobile, type: code.smsType, captchaToken }, run);
        return () => {
          const resendAt = clockOf(code).start(mobile);
          set({ phase: 'ready', isOrdered: false });
          host.onCodeSent(code.purpose, resendAt);
        };
      });
    },

    async submit(values) {
      const { step } = state;
      // Not for an empty field: that would only call the message back.
      if (state.isOrdered && values['code'] && !rest.until('submitting')) cancel();
      await advance(values, (run) => step.submit(values, run));
    },

    resume(step) {
      const resumption = step.resume?.(host);
      if (!resumption) return false;
      this.restart(step);
      void advance(resumption.values, (run) => resumption.finish(run));
      return true;
    },

    resendAt(values) {
      const { code } = state.step;
      return code ? clockOf(code).until(code.readMobile(values, host)) : 0;
    },

    restsUntil: (phase) => rest.until(phase),
    cancel,

    restart(step, failure = null) {
      running?.abort();
      set({ ...begin, step, failure });
      show();
    },
  };
}
