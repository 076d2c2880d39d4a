import type { Failure } from '../../flow/failure.js';
import { createFlow } from '../../flow/flow.js';
import type { Screen, Step } from '../../flow/step.js';
import type { LoginMethod } from '../../methods/method.js';
import type { FormLook } from '../form-state.js';
import { AreaCodes } from './area-codes.js';
import { CodeFilling } from './code-filling.js';
import { Countdown } from './countdown.js';
import { createFlowHost } from './flow-host.js';
import { FIRST_FIELD, FocusMover } from './focus-mover.js';
import { formLook, shownError, stepTexts } from './form-look.js';
import { addStyles, lateStyles } from './late-styles.js';
import { allMessages, errorText } from './login-texts.js';
import { puzzleSolver } from './puzzle-loader.js';
import type { RuntimeHost } from './runtime-host.js';
import { warnOfStringified } from './stringified.js';
import { warmUp } from './warm-up.js';
import { watchLanguage } from './watch-language.js';
import { wayAround } from './way-around.js';
import { createSpeech } from './speech.js';

/** A login in a form: all that is not needed to draw the form for the first time. */
export interface LoginRuntime {
  /** What the widget says once somebody is logged in; nothing before. */
  readonly doneText: string | undefined;
  /** The step that is shown. */
  readonly screen: Screen;
  /** Whether an attempt is under way, or was a success. */
  isBusy(): boolean;
  /** What the form shows. @param still What it showed before this code was there. */
  look(still: FormLook): FormLook;
  /** Does what was pressed; at once, since a carrier's page may open only in answer to a click. */
  act(action: 'sendCode' | 'submit' | 'choose'): Promise<void>;
  /** Gets ready what the calls will need, once somebody seems to want to log in. */
  warmUp(): void;
  /** Something was typed or ticked. */
  take(event: Event): void;
  /** Gives up what is under way, silently. */
  cancel(): void;
  /** Starts again. */
  restart(): void;
  /** Shows the first step of a method, and a failure of another that has led here. */
  open(step: Step, failure?: Failure | null): void;
  /** Goes on with a login that had left the page; false if the page was not opened with the answer to one. */
  resume(step: Step): boolean;
}

/** Makes the runtime of a form that shows this step. */
export function createLoginRuntime(host: RuntimeHost, firstStep: Step): LoginRuntime {
  const { element } = host;
  let first = firstStep;
  /** How often what was under way was ended from outside. */
  let ends = 0;
  let shown = firstStep;
  const areaCodes = new AreaCodes(() => {
    host.changed();
  });
  const codeFilling = new CodeFilling(() => element.renderRoot.querySelector<HTMLInputElement>('#code'));
  const focus = new FocusMover(element);
  const speech = createSpeech(host.announce);
  warnOfStringified(element);
  watchLanguage(element);
  addStyles(element.renderRoot as ShadowRoot, lateStyles(host.lit.css));
  const texts = () => allMessages(host);
  const show = (selector: string, text: string, urgent = false) => {
    focus.next(selector);
    speech.say(text, urgent);
  };

  const flowHost = createFlowHost(host, {
    sentence: (error) => errorText(error, texts(), flow.state.step.errorTexts),
    solver: () => async (request) => {
      const token = await (element.solveCaptcha ?? puzzleSolver(host, texts()))(request);
      // Not before: a puzzle is modal, and nothing behind it is read out.
      if (token) speech.say(texts().sending);
      return token;
    },
    mobilePattern: (areaCode) => areaCodes.pattern(areaCode),
    onChange() {
      const { phase, step } = flow.state;
      if (phase === 'submitting') {
        codeFilling.stop();
        speech.say(texts().submitting);
      }
      const asked = step === shown ? null : stepTexts(flow.state, texts());
      shown = step;
      if (asked) {
        codeFilling.clear(); // of the step before, where that was the same one
        show('.title', asked.note ?? '');
      }
      host.changed();
    },
    onCodeSent() {
      show('#code', texts().codeSent);
      void codeFilling.waitForMessage();
    },
    onFailure() {
      const { failure } = flow.state;
      if (!failure) return;
      // The login cannot go on, and what was spent on it is no good for the next.
      if (failure.error.code === 'state-token-invalid') codeFilling.clear();
      const button = failure.phase === 'sending' ? '.send' : '.main';
      show(failure.field ? `#${failure.field}` : button, shownError(flow.state, texts())?.text ?? '', true);
    },
    onSuccess() {
      show('.done', texts().done);
    },
  });
  const flow = createFlow(flowHost, firstStep);
  const rests = () => ({
    resendAt: flow.resendAt(host.values),
    sendRestsUntil: flow.restsUntil('sending'),
    submitRestsUntil: flow.restsUntil('submitting'),
  });
  new Countdown(element, () => Math.max(...Object.values(rests())));

  async function fallBack(method: LoginMethod) {
    const way = await wayAround(method, host, flow);
    if (!way) return;
    runtime.open(way.step, way.failure);
    host.shows(way.method);
    // Why was said when it failed; but nothing goes on any more.
    if (!way.failure) speech.stop();
    focus.next(FIRST_FIELD);
  }

  const runtime: LoginRuntime = {
    get doneText() {
      return flow.state.phase === 'done' ? texts().done : undefined;
    },
    get screen() {
      return flow.state.step;
    },
    isBusy: () => flow.state.phase !== 'ready',
    look: (still) =>
      formLook(still, {
        state: flow.state,
        messages: texts(),
        areaCodes: areaCodes.options(element.areaCodes, element.language),
        ...rests(),
        values: host.values,
        html: host.lit.html,
        goBack() {
          runtime.restart();
          focus.next(FIRST_FIELD);
        },
        choose: () => void runtime.act('choose'),
      }),

    async act(action) {
      const { openMethod } = element;
      const before = ends;
      const ended = flow[action](host.values);
      const isUnderWay = flow.state.phase !== 'ready';
      await ended;
      // A press that was ignored is no attempt that failed; what it has to wait for may not have been drawn yet.
      if (!isUnderWay) host.changed();
      else if (ends === before) await fallBack(openMethod);
    },

    warmUp() {
      warmUp(element, flow.state.step, areaCodes);
    },

    take(event) {
      codeFilling.clean(event);
      // A box that is ticked is no longer at fault.
      if (flow.state.failure?.field === 'consent' && host.values['consent']) flow.restart(first);
    },

    cancel() {
      ends++;
      areaCodes.stop();
      codeFilling.stop();
      speech.stop();
      flow.cancel();
    },

    restart() {
      // What had the focus is gone with the screen that said that the login is done.
      if (flow.state.phase === 'done' && element.renderRoot.querySelector(':focus')) focus.next(FIRST_FIELD);
      runtime.open(first);
    },

    open(step, failure = null) {
      ends++;
      codeFilling.stop();
      first = step;
      flow.restart(step, failure);
    },

    resume(step) {
      if (!flow.resume(step)) return false;
      first = step;
      return true;
    },
  };
  return runtime;
}
