/** Types of the tag for Svelte's markup. */
import type { HTMLAttributes } from 'svelte/elements';
import type { CiamLogin, LoginAttributes, LoginListeners, LoginSettings } from '../dist/entries/element.js';

/** `<ciam-login>` in Svelte's markup: names and types of its properties, attributes and events. Types only. */
declare module 'svelte/elements' {
  interface SvelteHTMLElements {
    'ciam-login': HTMLAttributes<CiamLogin> &
      LoginSettings<CiamLogin> &
      LoginAttributes<CiamLogin> &
      LoginListeners;
  }
}
