import { css, html, render } from 'lit';
import type { LoginMethod } from '../methods/method.js';
import type { Announcer } from './announcer.js';
import { emit } from './events.js';
import type { FormValues } from './form-values.js';
import { inTime } from './in-time.js';
import { formMessages, override } from './language.js';
import { consentLinks } from './links.js';
import type { LoginElement } from './login-element.js';
import type { MethodList } from './method-list.js';
import type { RuntimeHost } from './runtime/runtime-host.js';

/** What belongs to one form. */
interface FormParts {
  readonly announcer: Announcer;
  readonly methods: MethodList;
  readonly values: FormValues;
  readonly onShow: (method: LoginMethod) => void;
}

/** Hands the login's code what it may not import: see {@link RuntimeHost}. */
export function createRuntimeHost(
  element: LoginElement,
  { announcer, methods, values, onShow }: FormParts,
): RuntimeHost {
  return {
    element,
    lit: { css, html, render },
    get offered() {
      return methods.offered;
    },
    get values() {
      return values.read();
    },
    override,
    inTime: (promise) => inTime(promise, Number(element.timeout) || 15_000),
    formMessages: () => formMessages(element),
    consentNeeded: () => consentLinks(element) !== null,
    // Whoever has taken the element out of the page does not want to hear of it.
    emit: (type, detail) => element.isConnected && emit(element, type, detail),
    changed() {
      element.requestUpdate();
    },
    announce(text, urgent) {
      announcer.set(text, urgent);
    },
    shows(method) {
      onShow(method);
      element.method = method.id;
    },
  };
}
