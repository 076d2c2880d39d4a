import { Component, ElementRef, effect, inject, input } from '@angular/core';
import { outputFromObservable } from '@angular/core/rxjs-interop';
import { fromEvent } from 'rxjs';
import 'ciam-login';
import type { CiamLogin, CiamLoginEventMap, LoginSettings } from 'ciam-login';

/**
 * Types for `<ciam-login>`: to be copied into an app. As a component of that very tag it needs no
 * `CUSTOM_ELEMENTS_SCHEMA`, which would let any name and any type pass.
 */
@Component({ selector: 'ciam-login', template: '<ng-content />' })
export class CiamLoginTag {
  /** The element itself, for `focus()` and `reset()`. */
  readonly element = inject<ElementRef<CiamLogin>>(ElementRef).nativeElement;

  /** What the element has to know: its properties. */
  readonly settings = input.required<LoginSettings<CiamLogin>>();

  readonly success = outputFromObservable(
    fromEvent<CiamLoginEventMap['ciam-login-success']>(this.element, 'ciam-login-success'),
  );
  readonly error = outputFromObservable(
    fromEvent<CiamLoginEventMap['ciam-login-error']>(this.element, 'ciam-login-error'),
  );
  readonly step = outputFromObservable(
    fromEvent<CiamLoginEventMap['ciam-login-step']>(this.element, 'ciam-login-step'),
  );
  readonly codeSent = outputFromObservable(
    fromEvent<CiamLoginEventMap['ciam-login-code-sent']>(this.element, 'ciam-login-code-sent'),
  );
  readonly redirect = outputFromObservable(
    fromEvent<CiamLoginEventMap['ciam-login-redirect']>(this.element, 'ciam-login-redirect'),
  );

  constructor() {
    effect(() => Object.assign(this.element, this.settings()));
  }
}
