import type { LoginSuccessDetail, MessageOverrides } from 'ciam-login/element';
import { CiamLogin, type CiamLoginElement } from 'ciam-login/react';
import { useRef, useState } from 'react';

const messages: MessageOverrides = { methods: { sms: { button: 'Come in' } } };

/** React 18 sets no properties of custom elements and hears none of their events: the wrapper does. */
export function LoginPage() {
  const login = useRef<CiamLoginElement>(null);
  const [visitor, setVisitor] = useState<LoginSuccessDetail | null>(null);

  function logOut() {
    setVisitor(null);
    login.current?.reset();
  }

  return (
    <main>
      <CiamLogin
        ref={login}
        className="login"
        hidden={false}
        baseUrl="https://tenant.example.com"
        clientId="demo-client"
        alipayAppId="2021000000000000"
        messages={messages}
        onCiamLoginSuccess={({ detail }) => setVisitor(detail)}
      />
      {visitor && (
        <p>
          Logged in by <output>{visitor.method}</output>. <button onClick={logOut}>Log out</button>
        </p>
      )}
    </main>
  );
}
