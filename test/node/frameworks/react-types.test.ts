import type { JSX } from 'react';
import { describe, expectTypeOf, it } from 'vitest';
import type { LoginErrorDetail, LoginSuccessDetail } from '../../../src/entries/element.js';
import type { CiamLoginElement, CiamLoginProps } from '../../../src/entries/react.js';

type Tag = JSX.IntrinsicElements['ciam-login'];
type OnSuccess = ((event: CustomEvent<LoginSuccessDetail>) => void) | undefined;
type OnError = ((event: CustomEvent<LoginErrorDetail>) => void) | undefined;

const lazy = { getToken: () => 'token' };
const onMouse = (event: MouseEvent) => event.x;

/** What `tsc` says of JSX: each `@ts-expect-error` is an error when what follows it compiles. */
describe('promise F4: wrong attributes and listeners do not compile in React', () => {
  it('promise F4: on the tag itself', () => {
    // @ts-expect-error -- an attribute is text
    ({ 'base-url': 5 }) satisfies Tag;
    // @ts-expect-error -- so is the attribute of a method
    ({ 'alipay-app-id': true }) satisfies Tag;
    // @ts-expect-error -- so is its property
    ({ alipayAppId: true }) satisfies Tag;
    // @ts-expect-error -- no such property
    ({ clientID: 'shop' }) satisfies Tag;
    // @ts-expect-error -- it can only be read
    ({ language: 'en' }) satisfies Tag;
    // @ts-expect-error -- an object has no attribute
    ({ 'one-click': 'yes' }) satisfies Tag;
    // @ts-expect-error -- a promise is expected
    ({ oneClick: lazy }) satisfies Tag;
    // @ts-expect-error -- a text is text
    ({ messages: { mobile: 5 } }) satisfies Tag;
    // @ts-expect-error -- another event
    ({ 'onciam-login-success': onMouse }) satisfies Tag;
    // @ts-expect-error -- no such event
    ({ 'onciam-login-done': () => undefined }) satisfies Tag;

    ({ 'base-url': '', clientId: '', timeout: 5, methods: ['sms'], className: '' }) satisfies Tag;
    expectTypeOf<Tag['onciam-login-success']>().toEqualTypeOf<OnSuccess>();
    expectTypeOf<Tag['onciam-login-error']>().toEqualTypeOf<OnError>();
  });

  it('promise F4: on the wrapper', () => {
    // @ts-expect-error -- text is expected
    ({ baseUrl: 5 }) satisfies CiamLoginProps;
    // @ts-expect-error -- no such property
    ({ clientID: 'shop' }) satisfies CiamLoginProps;
    // @ts-expect-error -- a promise is expected
    ({ oneClick: lazy }) satisfies CiamLoginProps;
    // @ts-expect-error -- another event
    ({ onCiamLoginSuccess: onMouse }) satisfies CiamLoginProps;
    // @ts-expect-error -- no such event
    ({ onLoginSuccess: () => undefined }) satisfies CiamLoginProps;

    ({ baseUrl: '', timeout: 5, methods: ['sms'], messages: null, className: '' }) satisfies CiamLoginProps;
    expectTypeOf<CiamLoginProps['onCiamLoginSuccess']>().toEqualTypeOf<OnSuccess>();
    expectTypeOf<CiamLoginProps['onCiamLoginError']>().toEqualTypeOf<OnError>();
    expectTypeOf<CiamLoginProps>().toHaveProperty('onCiamLoginCodeSent');
    expectTypeOf<CiamLoginElement['reset']>().toEqualTypeOf<() => void>();
  });
});
