import { nothing } from 'lit';
import type { Phase } from '../flow/flow.js';
import type { FieldName, Screen } from '../flow/step.js';
import type { FormMessages } from '../locales/messages.js';
import { fill } from './fill.js';

/** A calling code that may be chosen. */
export interface AreaCodeOption {
  /** Without a plus sign. */
  readonly areaCode: string;
  /** The country's name in the widget's language; empty where nobody told it. */
  readonly name: string;
}

/** Addresses of what is agreed to; one at least is set. An empty one is set, and must not be linked to. */
export interface ConsentLinks {
  readonly terms: string | null;
  readonly privacy: string | null;
}

/** Everything that the form is drawn from. */
export interface FormView {
  readonly phase: Phase;
  readonly screen: Screen;
  readonly messages: FormMessages;
  /** Calling codes to offer, the preset one first. */
  readonly areaCodes: readonly AreaCodeOption[];
  /** `null` when the page asks for no consent. */
  readonly consent: ConsentLinks | null;
  /** Seconds until a code may be asked for again; 0 for now. */
  readonly resendIn: number;
  /** Seconds until the server takes a call of the button again; 0 for now. */
  readonly sendBlockedFor: number;
  /** Seconds until the server takes a call of the button again; 0 for now. */
  readonly submitBlockedFor: number;
  /** True while a press of the main button is heard although something is under way. */
  readonly isOrdered: boolean;
  /** What went wrong with the last attempt, and at which field; `null` there means the form as a whole. */
  readonly error: { readonly field: FieldName | null; readonly text: string } | null;
  readonly onSubmit: (event: SubmitEvent) => void;
  readonly onSendCode: () => void;
  readonly onInput: (event: Event) => void;
  readonly onKeydown: (event: KeyboardEvent) => void;
}

/** The sentence to show at a field (`null`: at the form as a whole), or nothing. */
export function fieldError(view: FormView, field: FieldName | null): string | typeof nothing {
  return view.error?.field === field ? view.error.text : nothing;
}

/** True while a press of the button that asks for a code would be ignored. */
export function isSendWaiting({ phase, resendIn, sendBlockedFor }: FormView): boolean {
  return phase !== 'ready' || resendIn > 0 || sendBlockedFor > 0;
}

/** True while a press of the main button would be ignored. */
export function isSubmitWaiting({ phase, isOrdered, submitBlockedFor }: FormView): boolean {
  return (phase !== 'ready' && !isOrdered) || submitBlockedFor > 0;
}

/** What the button that asks for a code says: that, or how long to wait. */
export function sendCodeText({ messages, resendIn, sendBlockedFor: blockedFor }: FormView): string {
  if (resendIn > 0) return fill(messages.resendIn, { seconds: resendIn });
  return blockedFor > 0 ? fill(messages.waitFor, { seconds: blockedFor }) : messages.getCode;
}

/** What the main button says: what it does, or how long to wait. */
export function submitText({ messages, screen, submitBlockedFor: blockedFor }: FormView): string {
  return blockedFor > 0 ? fill(messages.waitFor, { seconds: blockedFor }) : messages.actions[screen.action];
}
