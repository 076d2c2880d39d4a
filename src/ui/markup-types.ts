import type { LitElement } from 'lit';
import type { CiamLoginEventMap } from './events.js';
import type { LoginElement } from './login-element.js';

/** What a page can only read. */
type ReadOnly = 'language' | 'givenTexts' | 'openMethod';

/** The properties that a page may set of a login box, as a framework's types want them. */
export type LoginSettings<E extends LoginElement> = {
  [K in Exclude<keyof E, keyof LitElement | ReadOnly>]?: E[K] | undefined;
};

/** Those with an attribute of another name, by that name: `base-url`. All are text, as HTML has it. */
export type LoginAttributes<E extends LoginElement> = {
  [K in keyof LoginSettings<E> as string extends E[K] ? HyphenatedOnly<K> : never]?: string | undefined;
};

/** A listener for each event, by its own name. */
export type LoginEvents = { [K in keyof CiamLoginEventMap]: (event: CiamLoginEventMap[K]) => void };

/** The same by the name that markup of React 19 and Svelte has for a listener: `onciam-login-success`. */
export type LoginListeners = { [K in keyof LoginEvents as `on${K}`]?: LoginEvents[K] | undefined };

/** The same as props are called: `onCiamLoginSuccess`. */
export type LoginListenerProps = {
  [K in keyof LoginEvents as `on${Pascal<K>}`]?: LoginEvents[K] | undefined;
};

type HyphenatedOnly<K> = K extends string ? (Kebab<K> extends K ? never : Kebab<K>) : never;

/** `baseUrl` → `base-url` */
type Kebab<S extends string> = S extends `${infer First}${infer Rest}`
  ? `${First extends Lowercase<First> ? First : `-${Lowercase<First>}`}${Kebab<Rest>}`
  : S;

/** `code-sent` → `CodeSent` */
type Pascal<S extends string> = S extends `${infer First}-${infer Rest}`
  ? `${Capitalize<First>}${Pascal<Rest>}`
  : Capitalize<S>;
