import type { CiamClient } from '../client/client.js';
import { CiamError } from '../protocol/errors.js';
import type { ExpectedClaims } from '../protocol/id-token.js';
import { type CaptchaSolver, solveCaptcha } from './captcha-request.js';
import type { Run, Settings, StepName, Values } from './step.js';

/** What an attempt needs of whoever shows the flow. */
export interface RunHost extends Settings {
  /** A client of the configuration of this moment. @throws {CiamError} `config` */
  client(): CiamClient;
  /** True when a consent box is part of the form. */
  consentNeeded(): boolean;
  /** What an id_token has to say. */
  expected(): ExpectedClaims;
  solver(): CaptchaSolver;
  mobilePattern(areaCode: string): RegExp | null;
  onFailure(error: CiamError, step: StepName): void;
  /** The page is about to be left for this address. Returns false if it does not want that. */
  onRedirect(url: string): boolean;
}

/** A run, and what the flow wants to know about it afterwards. */
export interface Attempt {
  readonly run: Run;
  /** Errors of which the page knows already, so that it is told of none twice. */
  readonly told: ReadonlySet<CiamError>;
}

/**
 * Gives one attempt what it may use.
 *
 * @param show Says what is seen now: the puzzle, or the step again.
 * @param begun The client that the login began with, if this attempt continues one.
 */
export function createRun(
  host: RunHost,
  show: (step?: StepName) => void,
  values: Values,
  { signal, begun }: { signal: AbortSignal; begun: CiamClient | undefined },
): Attempt {
  const told = new Set<CiamError>();
  // One for the whole login: what one tenant has given must not go to another because the page has just changed its
  // configuration.
  let client = begun;

  const onWrongTry = (error: CiamError) => {
    if (signal.aborted) return;
    told.add(error);
    host.onFailure(error, 'captcha');
  };

  const run: Run = {
    signal,
    expected: host.expected(),
    mobilePattern: (areaCode) => host.mobilePattern(areaCode),
    setting: (name) => host.setting(name),
    mayLeave: (url) => host.onRedirect(url),
    client() {
      if (host.consentNeeded() && !values['consent']) throw new CiamError('consent-required');
      return (client ??= host.client());
    },
    async solveCaptcha(mobile) {
      const options = { client: run.client(), mobile };
      show('captcha');
      const token = await solveCaptcha({ ...options, signal, solver: host.solver(), onWrongTry });
      show();
      return token;
    },
  };
  return { run, told };
}
