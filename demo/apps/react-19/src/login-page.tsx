import 'ciam-login';
import type { CiamLogin, LoginSuccessDetail, MessageOverrides } from 'ciam-login';
import type {} from 'ciam-login/react';
import { useRef, useState } from 'react';

const messages: MessageOverrides = { methods: { sms: { button: 'Come in' } } };

/** React 19 knows custom elements: attributes, properties and events go onto the tag itself. */
export function LoginPage() {
  const login = useRef<CiamLogin>(null);
  const [visitor, setVisitor] = useState<LoginSuccessDetail | null>(null);

  function logOut() {
    setVisitor(null);
    login.current?.reset();
  }

  return (
    <main>
      <ciam-login
        ref={login}
        base-url="https://tenant.example.com"
        client-id="demo-client"
        alipay-app-id="2021000000000000"
        messages={messages}
        onciam-login-success={({ detail }) => setVisitor(detail)}
      />
      {visitor && (
        <p>
          Logged in by <output>{visitor.method}</output>. <button onClick={logOut}>Log out</button>
        </p>
      )}
    </main>
  );
}
