import { type TemplateResult, nothing } from 'lit';
import type { Phase } from '../flow/flow.js';
import type { Screen } from '../flow/step.js';
import type { FormMessages } from '../locales/messages.js';

/** Addresses of what is agreed to; one at least is set. An empty one is set, and must not be linked to. */
export interface ConsentLinks {
  readonly terms: string | null;
  readonly privacy: string | null;
}

/** What a screen says, whoever brought it along: the method, or the step. */
export interface ScreenTexts {
  readonly title?: string;
  readonly note?: string | undefined;
  /** The main button. */
  readonly button: string;
  /** Labels of fields, by their names. */
  readonly fields?: Readonly<Record<string, string>>;
}

/** What of the form changes while somebody logs in. */
export interface FormLook {
  readonly phase: Phase;
  readonly screen: Screen;
  /** What this screen says besides the words that all have in common. */
  readonly texts: ScreenTexts;
  /** Other ways on from here, as buttons of less weight. */
  readonly choices: readonly TemplateResult[];
  /** What is said below a field while it is filled in, by the field's name. */
  readonly hints: Readonly<Record<string, TemplateResult>>;
  /** The calling code that is preset, without a plus sign. */
  readonly areaCode: string;
  /** A choice of calling codes instead, where there are more. */
  readonly areaCodeChoice?: TemplateResult | undefined;
  /** What the button says that asks for a code: that, or how long to wait. */
  readonly sendText: string;
  /** True while a press of that button would be ignored. */
  readonly sendWaits: boolean;
  /** True while a press of the main button would be ignored. */
  readonly submitWaits: boolean;
  /** What went wrong with the last attempt, and at which field; `null` there means the form as a whole. */
  readonly error: { readonly field: string | null; readonly text: string } | null;
}

/** Everything that the form is drawn from. */
export interface FormView extends FormLook {
  readonly messages: FormMessages;
  /** `null` when the page asks for no consent, or has got it. */
  readonly consent: ConsentLinks | null;
  /** Somebody seems to want to log in. */
  readonly onTouch: () => void;
  readonly onSubmit: (event: SubmitEvent) => void;
  readonly onSendCode: () => void;
  readonly onInput: (event: Event) => void;
  readonly onKeydown: (event: KeyboardEvent) => void;
}

/** The sentence to show at a field (`null`: at the form as a whole), or nothing. */
export function fieldError(view: FormView, field: string | null): string | typeof nothing {
  return view.error?.field === field ? view.error.text : nothing;
}
