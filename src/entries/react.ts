/**
 * The box as a component for React 18 and 19, also on servers, and the types of its tag for React 19's JSX.
 *
 * @module
 */
'use client';
import {
  type DetailedHTMLProps,
  type HTMLAttributes,
  createElement,
  forwardRef,
  useEffect,
  useImperativeHandle,
  useLayoutEffect,
  useRef,
  useState,
} from 'react';
import type {
  LoginAttributes,
  LoginListenerProps,
  LoginListeners,
  LoginSettings,
} from '../ui/markup-types.js';
import { EventHub } from '../ui/event-hub.js';
import { attributeValue } from '../ui/attribute-value.js';
import { CiamLogin as CiamLoginElement, defineCiamLogin } from './element.js';

export type { CiamLogin as CiamLoginElement } from './element.js';

/** What {@link CiamLogin} takes: the element's properties, its events as `onCiamLogin…`, and what any element takes. */
export interface CiamLoginProps
  extends HTMLAttributes<CiamLoginElement>, LoginSettings<CiamLoginElement>, LoginListenerProps {}

/** What the tag itself takes in React 19. Text is best given by attributes: only those are in a server's HTML. */
export type CiamLoginTagProps = DetailedHTMLProps<HTMLAttributes<CiamLoginElement>, CiamLoginElement> &
  LoginSettings<CiamLoginElement> &
  LoginAttributes<CiamLoginElement> &
  LoginListeners;

/**
 * `<ciam-login>` for React 18 and 19. Its `ref` is the element, with `focus()` and `reset()`.
 *
 * What has an attribute is written as one, so it is in a server's HTML already. The tag is defined once the first box
 * has its properties and listeners: somebody who comes back from Alipay is not logged in before the app can hear of it.
 *
 * @example <CiamLogin clientId="your-application" onCiamLoginSuccess={({ detail }) => enter(detail)} />
 */
export const CiamLogin = forwardRef<CiamLoginElement, CiamLoginProps>(function CiamLogin(props, ref) {
  const box = useRef<CiamLoginElement>(null);
  const [hub] = useState(() => new EventHub());
  const { attributes, properties, listeners } = sortProps(props);
  useImperativeHandle(ref, () => box.current as CiamLoginElement, []);
  // A server has no layout, and React 18 would say so at every request.
  const useEffectInTime = typeof document === 'undefined' ? useEffect : useLayoutEffect;
  useEffectInTime(() => {
    if (!box.current) return;
    Object.assign(box.current, properties);
    hub.hear(box.current, listeners);
    defineOnce();
  });
  // Not with the layout: a Suspense boundary that hides the box ends that, and somebody may be logging in.
  useEffect(() => () => hub.leave(), [hub]);
  return createElement('ciam-login', { ...attributes, ref: box });
});

/** Tells apart what goes onto the element in three ways. A property that is no longer given becomes `undefined`. */
function sortProps(props: CiamLoginProps) {
  const attributes: Record<string, unknown> = {};
  const properties: Record<string, unknown> = {};
  const listeners = new Map<string, EventListener>();
  const given = new Map<string, { toString(): string } | undefined>(Object.entries(props));

  Reflect.get(CiamLoginElement, 'observedAttributes'); // Lit reads its properties when it is asked for these
  for (const [key, { attribute }] of CiamLoginElement.elementProperties) {
    const name = String(key);
    const value = given.get(name);
    if (attribute === false) properties[name] = value;
    else attributes[typeof attribute === 'string' ? attribute : name] = value?.toString();
    given.delete(name);
  }
  for (const [name, value] of given) {
    if (!/^onCiamLogin[A-Z]/.test(name))
      attributes[name === 'className' ? 'class' : name] = attributeValue(name, value);
    else if (value) listeners.set(eventType(name), value as EventListener);
  }
  return { attributes, properties, listeners };
}

/** `onCiamLoginCodeSent` → `ciam-login-code-sent` */
function eventType(name: string): string {
  return name
    .slice('on'.length)
    .replace(/(?!^)[A-Z]/g, '-$&')
    .toLowerCase();
}

let isDefined = false;

/** However many boxes there are: where another copy has defined the tag, that is one warning. */
function defineOnce(): void {
  if (!isDefined) defineCiamLogin();
  isDefined = true;
}

declare module 'react' {
  // eslint-disable-next-line @typescript-eslint/no-namespace -- where React looks for the types of tags
  namespace JSX {
    interface IntrinsicElements {
      'ciam-login': CiamLoginTagProps;
    }
  }
}
