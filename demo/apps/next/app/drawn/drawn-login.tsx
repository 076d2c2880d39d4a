'use client';
import type { LoginSuccessDetail } from 'ciam-login/element';
import { useEffect, useRef, useState } from 'react';

const messages = { methods: { sms: { button: 'Come in' } } };

/** Listens to the box that the server has drawn, and has the element take it over. React leaves alone what is inside. */
export function DrawnLogin({ markup }: { markup: string }) {
  const place = useRef<HTMLDivElement>(null);
  const [visitor, setVisitor] = useState<LoginSuccessDetail | null>(null);

  useEffect(() => {
    const box = place.current?.querySelector('ciam-login');
    if (!box) return;
    const onSuccess = ({ detail }: CustomEvent<LoginSuccessDetail>) => setVisitor(detail);
    box.messages = messages;
    box.addEventListener('ciam-login-success', onSuccess);
    // Only now: somebody may be coming back from Alipay.
    void import('ciam-login');
    return () => box.removeEventListener('ciam-login-success', onSuccess);
  }, []);

  function logOut() {
    setVisitor(null);
    place.current?.querySelector('ciam-login')?.reset();
  }

  return (
    <>
      <div ref={place} suppressHydrationWarning dangerouslySetInnerHTML={{ __html: markup }} />
      {visitor && (
        <p>
          Logged in by <output>{visitor.method}</output>. <button onClick={logOut}>Log out</button>
        </p>
      )}
    </>
  );
}
