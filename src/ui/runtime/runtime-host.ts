import type { css, html, render } from 'lit';
import type { Values } from '../../flow/step.js';
import type { FormMessages } from '../../locales/messages.js';
import type { LoginMethod } from '../../methods/method.js';
import type { CiamLoginEventMap } from '../events.js';
import type { LoginElement } from '../login-element.js';

/**
 * What a login needs of the form that is there already. It comes as an argument, and nothing in this folder
 * imports a value from the files around it: those are in the first file that a page loads, and a chunk that
 * imported that file would load it again wherever a page gave its address a query.
 */
export interface RuntimeHost {
  readonly element: LoginElement;
  readonly lit: { readonly css: typeof css; readonly html: typeof html; readonly render: typeof render };
  /** The methods that are offered, in their order. */
  readonly offered: readonly LoginMethod[];
  /** What stands in the fields. */
  readonly values: Values;
  /** Texts with the page's own in place of ours. */
  override<T extends object>(own: T, given: object | null | undefined): T;
  /** Waits for code that is loaded, as long as the element's time limit says. */
  inTime<T>(promise: Promise<T>): Promise<T>;
  formMessages(): FormMessages;
  consentNeeded(): boolean;
  /** Returns false if the page cancelled the event. */
  emit<K extends keyof CiamLoginEventMap>(type: K, detail: CiamLoginEventMap[K]['detail']): boolean;
  /** Something is to be drawn anew. */
  changed(): void;
  /** Puts a text where screen readers look. @param urgent Errors interrupt what is being read. */
  announce(text: string, urgent?: boolean): void;
  /** It is this method's step that the login shows now, whatever tab was open. */
  shows(method: LoginMethod): void;
}
