import { browserDevice } from '../device/browser-device.js';
import type { Store } from '../device/device.js';
import { type Page, browserPage } from '../device/page.js';
import { Abandoned, CiamError, type RedirectMethod } from '../protocol/errors.js';
import type { LoginAnswer } from '../protocol/login-answer.js';
import { type Continuations, redeem } from './next.js';
import { parametersOf, valuesOf, withoutCallback } from './redirect-callback.js';
import { keepRecord, takeRecord } from './redirect-record.js';
import { createRedirectState, isRedirectState, redirectScope } from './redirect-state.js';
import type { ErrorTexts, InEachLanguage, Resumption, Run, Screen, Settings, Step } from './step.js';

/** What the page has set for a redirect, checked. */
export interface RedirectPlan {
  /** The application's id there: the answer has to be for it. */
  readonly appId: string;
  /** The address that the answer comes to; exactly what goes into `authorize`. */
  readonly returnTo: string;
  /** The address to go to. */
  authorize(state: string): string;
}

/** A service where somebody logs in on its own page and comes back with a code. */
export interface RedirectProvider {
  /** The method's id; the errors are called after it. */
  readonly id: RedirectMethod;
  readonly screen: Screen;
  /** What the callback calls the code, and the application's id if it repeats that. */
  readonly codeParameter: string;
  readonly appIdParameter?: string;
  /** What else it may bring along, besides `state`. */
  readonly otherParameters: readonly string[];
  readonly errorTexts: InEachLanguage<ErrorTexts>;
  readonly continuations: Continuations;
  /** @throws {CiamError} `config`, whose `subject` is the attribute at fault. */
  plan(settings: Settings, page: Page): RedirectPlan;
  /** Why it does not work in this browser, as a word for an error's `subject`; `null` if it does. */
  obstacle(userAgent: string): string | null;
  /** The call that the code is for. */
  send(code: string, run: Run): Promise<LoginAnswer>;
}

/** Where a redirect starts and ends; tests have one of their own. */
export interface RedirectPlace {
  readonly page: Page;
  readonly store: Store;
  now(): number;
}

/**
 * A step that leaves the page and goes on when somebody comes back (API, "Alipay in the browser", Rules). There is no
 * PKCE and no nonce: a `state` that works once and in this browser only is all that keeps a stranger's code out.
 */
export function redirectStep(provider: RedirectProvider, place: RedirectPlace = browserPlace()): Step {
  const { id, continuations } = provider;
  const { store, now } = place;

  return {
    ...provider.screen,
    errorTexts: provider.errorTexts,

    async submit(values, run) {
      const { page } = place;
      const client = run.client();
      const obstacle = page.isFramed ? 'frame' : provider.obstacle(page.userAgent);
      if (obstacle) throw new CiamError(`${id}-unavailable`, { subject: obstacle });
      const { appId, returnTo, authorize } = provider.plan(run, page);
      const state = createRedirectState(redirectScope(id, appId, client));
      const consent = Boolean(values['consent']);
      if (!keepRecord(store, state, { at: now(), returnTo, consent }))
        throw new CiamError(`${id}-unavailable`, { subject: 'storage' });
      const url = authorize(state);
      // Whoever was told may have given the login up instead.
      if (!run.mayLeave(url) || run.signal.aborted) throw new Abandoned();
      page.leave(url);
      return gone(run.signal, client.timeout);
    },

    resume(host) {
      const { page } = place;
      const states = valuesOf(parametersOf(page.address), 'state');
      try {
        const plan = provider.plan(host, page);
        const scope = redirectScope(id, plan.appId, host.client());
        const state = states.find((text) => isRedirectState(text, scope));
        return state ? resumptionOf(state, plan) : null;
      } catch {
        // Not set up yet, or not rightly: nothing is taken before it could be used.
        return null;
      }
    },
  };

  /** The state is ours: the answer is taken out of the address before anything else, then looked at. */
  function resumptionOf(state: string, plan: RedirectPlan): Resumption {
    const { codeParameter, appIdParameter, otherParameters } = provider;
    const once = ['state', codeParameter, appIdParameter];
    const { page } = place;
    const parameters = parametersOf(page.address);
    const record = takeRecord(store, state, now());
    const names = [...once, ...otherParameters];
    page.replaceAddress(withoutCallback(page.address, names, record?.returnTo ?? plan.returnTo));

    const all = (name: string | undefined) => valuesOf(parameters, name);
    const isDoubled = once.some((name) => all(name).length > 1);
    const isForeign = all(appIdParameter).some((value) => value !== plan.appId);
    const [code] = all(codeParameter);
    return {
      values: record?.consent ? { consent: 'on' } : {},
      async finish(run) {
        if (!record || isDoubled || isForeign) throw new CiamError(`${id}-state`);
        // Nobody documents how a refusal looks; without a code it is one.
        if (!code) throw new CiamError(`${id}-cancelled`);
        return redeem(run, () => provider.send(code, run), continuations);
      },
    };
  }
}

function browserPlace(): RedirectPlace {
  const { store, now } = browserDevice();
  return {
    // Looked at each time: the address changes while the page lives.
    get page() {
      return browserPage();
    },
    store,
    now,
  };
}

/** Waits for the page to be gone: until it is aborted, or until the browser has clearly not gone. */
function gone(signal: AbortSignal, ms: number): Promise<never> {
  return new Promise((_, reject) => {
    const timer = setTimeout(() => {
      reject(new CiamError('timeout'));
    }, ms);
    signal.addEventListener('abort', () => {
      clearTimeout(timer);
      reject(new Abandoned());
    });
  });
}
