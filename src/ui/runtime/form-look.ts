import type { html } from 'lit';
import type { FlowState } from '../../flow/flow.js';
import type { Values } from '../../flow/step.js';
import type { Messages } from '../../locales/messages.js';
import type { FormLook, ScreenTexts } from '../form-state.js';
import { type AreaCodeOptions, areaCodeChoice } from './area-code-choice.js';
import { secondsUntil } from './countdown.js';
import { duration } from './duration.js';
import { fill } from './fill.js';
import { errorText } from './login-texts.js';

/** What a form shows is worked out from this. */
export interface LookFacts {
  readonly state: FlowState;
  readonly messages: Messages;
  /** Calling codes to offer, the preset one first. */
  readonly areaCodes: AreaCodeOptions;
  /** Moments, in ms since 1970, before which a press would be ignored; 0 for none. */
  readonly resendAt: number;
  readonly sendRestsUntil: number;
  readonly submitRestsUntil: number;
  readonly goBack: () => void;
  readonly choose: () => void;
  /** What stands in the fields. */
  readonly values: Values;
  readonly html: typeof html;
}

/** What the form shows of a login, in place of what it showed before the login's code was there. */
export function formLook(still: FormLook, facts: LookFacts): FormLook {
  const { state, messages } = facts;
  const { phase, step, isOrdered } = state;
  const resendIn = secondsUntil(facts.resendAt);
  const sendRests = secondsUntil(facts.sendRestsUntil);
  const submitRests = secondsUntil(facts.submitRestsUntil);
  const wait = (text: string, seconds: number) =>
    fill(text, { seconds: duration(seconds, messages.lang, 'short') });
  const sendText = sendRests > 0 ? wait(messages.waitFor, sendRests) : messages.getCode;
  const texts = stepTexts(state, messages) ?? still.texts;
  return {
    phase,
    screen: step,
    ...areaCodeLook(facts),
    texts: submitRests > 0 ? { ...texts, button: wait(messages.waitFor, submitRests) } : texts,
    choices: choicesOf(facts, phase !== 'ready' || submitRests > 0),
    hints: passwordHints(facts),
    sendText: resendIn > 0 ? wait(messages.resendIn, resendIn) : sendText,
    sendWaits: phase !== 'ready' || resendIn > 0 || sendRests > 0,
    // Whoever has the message already may log in while the server is still thinking about it.
    submitWaits: (phase !== 'ready' && !isOrdered) || submitRests > 0,
    error: shownError(state, messages) ?? still.error,
  };
}

function choicesOf(
  { state, messages, choose, goBack, html }: LookFacts,
  waits: boolean,
): FormLook['choices'] {
  const { choice } = state.step;
  if (!isContinued(state)) return [];
  const button = (text: string, go: () => void, isOff = false) =>
    html`<button class="plain" part="button" type="button" aria-disabled=${String(isOff)} @click=${go}>
      ${text}
    </button>`;
  const back = button(messages.back, goBack);
  return choice ? [button(messages.choices[choice.name], choose, waits), back] : [back];
}

function areaCodeLook({
  areaCodes,
  messages,
  html,
  state,
}: LookFacts): Pick<FormLook, 'areaCode' | 'areaCodeChoice'> {
  const [{ areaCode }] = areaCodes;
  return {
    areaCode,
    areaCodeChoice:
      areaCodes.length > 1
        ? areaCodeChoice(html, areaCodes, messages.areaCode, state.phase === 'sending')
        : undefined,
  };
}

/** The rules for a new password; each shows when it is met. */
function passwordHints({ state, messages, values, html }: LookFacts): FormLook['hints'] {
  const { passwordRules } = state.step;
  if (!passwordRules?.length) return {};
  const password = values['newPassword'] ?? '';
  const rules = passwordRules.map(({ name, min = 0, max = 0, isMet }) => {
    const met = password !== '' && isMet(password);
    const text = fill(messages.passwordRules[name], { min, max });
    return html`<li ?data-met=${met}>
      ${text} ${met ? html`<span class="spoken">${messages.ruleMet}</span>` : ''}
    </li>`;
  });
  return {
    newPassword: html`<ul class="rules" part="rules" id="newPassword-hint">
      ${rules}
    </ul>`,
  };
}

/** True once the server has asked for more than the first step. */
export function isContinued({ step }: FlowState): boolean {
  return step.name !== 'start';
}

/** What went wrong, unless nobody has to be told: they know that they cancelled. */
export function shownError({ failure }: FlowState, messages: Messages): FormLook['error'] {
  if (!failure || failure.error.code === 'captcha-cancelled') return null;
  return { field: failure.field, text: errorText(failure.error, messages, failure.errorTexts) };
}

/** What a step says that the server has asked for; the first step's words are the method's. */
export function stepTexts({ step }: FlowState, { steps }: Messages): ScreenTexts | null {
  const { name } = step;
  if (name === 'start' || name === 'captcha' || name === 'done') return null;
  return { ...steps[name], note: fill(steps[name].note, { mobile: step.sentTo ?? '' }) };
}
