'use client';
import type { LoginSuccessDetail, MessageOverrides } from 'ciam-login/element';
import { CiamLogin, type CiamLoginElement, type CiamLoginProps } from 'ciam-login/react';
import { useRef, useState } from 'react';

const messages: MessageOverrides = { methods: { sms: { button: 'Come in' } } };

/** Handlers are functions, which no server can send: so this part of the page is a client component. */
export function LoginBox(settings: Pick<CiamLoginProps, 'baseUrl' | 'clientId'>) {
  const login = useRef<CiamLoginElement>(null);
  const [visitor, setVisitor] = useState<LoginSuccessDetail | null>(null);

  function logOut() {
    setVisitor(null);
    login.current?.reset();
  }

  return (
    <>
      <CiamLogin
        {...settings}
        ref={login}
        alipayAppId="2021000000000000"
        messages={messages}
        onCiamLoginSuccess={({ detail }) => setVisitor(detail)}
      />
      {visitor && (
        <p>
          Logged in by <output>{visitor.method}</output>. <button onClick={logOut}>Log out</button>
        </p>
      )}
    </>
  );
}
