import type { css, html, render } from 'lit';
import { browserDevice } from '../../device/browser-device.js';
import { type Flow, createFlow } from '../../flow/flow.js';
import type { Step } from '../../flow/step.js';
import type { FormMessages, Messages } from '../../locales/messages.js';
import { readMobile } from '../../protocol/mobile.js';
import type { CiamLoginEventMap } from '../events.js';
import type { AreaCodeOption, FormView } from '../form-state.js';
import type { LoginElement } from '../login-element.js';
import { AreaCodes } from './area-codes.js';
import { CodeFilling } from './code-filling.js';
import { clientOf, createFlowHost } from './flow-host.js';
import { allMessages, errorText } from './login-texts.js';
import { loadPuzzle, puzzleSolver } from './puzzle-loader.js';

/**
 * What a login needs of the form that is there already. It comes as an argument, and nothing in this folder
 * imports a value from the files around it: those are in the first file that a page loads, and a chunk that
 * imported that file would load it again wherever a page gave its address a query.
 */
export interface RuntimeHost {
  readonly element: LoginElement;
  readonly lit: { readonly css: typeof css; readonly html: typeof html; readonly render: typeof render };
  /** Texts with the page's own in place of ours. */
  override<T extends object>(own: T, given: object | null | undefined): T;
  /** Waits for code that is loaded, as long as the element's time limit says. */
  inTime<T>(promise: Promise<T>): Promise<T>;
  formMessages(): FormMessages;
  consentNeeded(): boolean;
  emit<K extends keyof CiamLoginEventMap>(type: K, detail: CiamLoginEventMap[K]['detail']): void;
  /** Something is to be drawn anew. */
  changed(): void;
  /** The focus goes to what the selector names, and the text is read out. */
  show(selector: string, announcement: string, urgent: boolean): void;
  /** A text is read out. */
  announce(text: string): void;
}

/** A login in a form: all that is not needed to draw the form for the first time. */
export interface LoginRuntime {
  readonly flow: Flow;
  readonly messages: Messages;
  readonly error: FormView['error'];
  readonly areaCodes: readonly AreaCodeOption[];
  /** Gets ready what the calls will need, once somebody seems to want to log in. */
  warmUp(): void;
  /** Takes the digits out of what has come into the code's field. */
  cleanCode(event: Event): void;
  /** Gives up what is under way, silently. */
  cancel(): void;
  /** Starts again. */
  restart(): void;
}

/** Makes the runtime of a form that shows this step. */
export function createLoginRuntime(host: RuntimeHost, first: Step): LoginRuntime {
  const { element } = host;
  const areaCodes = new AreaCodes(() => {
    host.changed();
  });
  const codeFilling = new CodeFilling(() => element.renderRoot.querySelector<HTMLInputElement>('#code'));

  const flowHost = createFlowHost(host, {
    sentence: (error) => errorText(error, runtime.messages),
    solver: () => async (request) => {
      const token = await (element.solveCaptcha ?? puzzleSolver(host, runtime.messages))(request);
      // Not before: a puzzle is modal, and nothing behind it is read out.
      if (token) host.announce(runtime.messages.sending);
      return token;
    },
    mobilePattern: (areaCode) => areaCodes.pattern(areaCode),
    onChange() {
      const { phase } = runtime.flow.state;
      if (phase === 'submitting') {
        codeFilling.stop();
        host.announce(runtime.messages.submitting);
      }
      host.changed();
    },
    onCodeSent() {
      host.show('#code', runtime.messages.codeSent, false);
      void codeFilling.waitForMessage();
    },
    onFailure() {
      const { failure } = runtime.flow.state;
      if (!failure) return;
      const button = failure.phase === 'sending' ? '.send' : '.main';
      host.show(failure.field ? `#${failure.field}` : button, runtime.error?.text ?? '', true);
    },
    onSuccess() {
      host.show('.done', runtime.messages.done, false);
    },
  });

  const runtime: LoginRuntime = {
    flow: createFlow(flowHost, first),

    get messages() {
      return allMessages(host, host.formMessages(), element.messages ?? {});
    },

    get error() {
      const { failure } = runtime.flow.state;
      // Nobody has to be told that they cancelled.
      if (!failure || failure.error.code === 'captcha-cancelled') return null;
      return { field: failure.field, text: errorText(failure.error, runtime.messages) };
    },

    get areaCodes() {
      return areaCodes.options(element.areaCodes, element.language);
    },

    warmUp() {
      browserDevice().prepare();
      if (!element.solveCaptcha) loadPuzzle().catch(() => undefined);
      const consent = element.renderRoot.querySelector<HTMLInputElement>('#consent');
      const mayAsk = !consent || consent.checked;
      if (element.areaCodes === 'auto' && mayAsk) {
        const mobile = element.renderRoot.querySelector<HTMLInputElement>('#mobile');
        void areaCodes.load(
          () => clientOf(element),
          () => readMobile(mobile?.value ?? '', '86') === null,
        );
      }
    },

    cleanCode(event) {
      codeFilling.clean(event);
    },

    cancel() {
      areaCodes.stop();
      codeFilling.stop();
      runtime.flow.cancel();
    },

    restart() {
      codeFilling.stop();
      runtime.flow.restart(first);
    },
  };
  return runtime;
}
