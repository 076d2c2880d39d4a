import type { Device, DeviceData } from '../device/device.js';
import type { Failure } from './failure.js';
import type { RunHost } from './run.js';
import type { CodePurpose, Step, StepName, Success } from './step.js';

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
