/** Types of the tag for Vue's templates. */
import type { HTMLAttributes, PublicProps } from 'vue';
import type {
  CiamLogin,
  LoginAttributes,
  LoginListenerProps,
  LoginSettings,
} from '../dist/entries/element.js';

/** `<ciam-login>` in Vue's templates: names and types of its properties, attributes and events. Types only. */
declare module 'vue' {
  interface GlobalComponents {
    'ciam-login': new () => CiamLogin & {
      /** @deprecated It is there for templates only. */
      $props: HTMLAttributes &
        PublicProps &
        LoginSettings<CiamLogin> &
        LoginAttributes<CiamLogin> &
        LoginListenerProps;
    };
  }
}
