import type { LoginErrorDetail, LoginSuccessDetail } from 'ciam-login';
import type {} from 'ciam-login/react';

// Each of these has to be refused by the compiler; the last two lines have to pass.
export const all = [
  <ciam-login base-url={5} />, // wrong: an attribute is text
  <ciam-login alipayAppId={true} />, // wrong: so is its property
  <ciam-login clientID="shop" />, // wrong: no such property
  <ciam-login oneClick={{ getToken: () => 'token' }} />, // wrong: a promise is expected
  <ciam-login messages={{ mobile: 5 }} />, // wrong: a text is text
  <ciam-login onciam-login-success={(event: MouseEvent) => event.x} />, // wrong: another event
  <ciam-login onciam-login-error={({ detail }: CustomEvent<LoginSuccessDetail>) => detail} />, // wrong: another detail
  <ciam-login onciam-login-success={({ detail }) => detail.token} />, // wrong: no such part
  <ciam-login base-url="https://tenant.example.com" timeout={5000} />,
  <ciam-login onciam-login-error={({ detail }: CustomEvent<LoginErrorDetail>) => detail.code} />,
];
