import type { LoginErrorDetail, LoginSuccessDetail } from 'ciam-login/element';
import { CiamLogin } from 'ciam-login/react';

// Each of these has to be refused by the compiler; the last two lines have to pass.
export const all = [
  <CiamLogin baseUrl={5} />, // wrong: an attribute is text
  <CiamLogin clientID="shop" />, // wrong: no such property
  <CiamLogin oneClick={{ getToken: () => 'token' }} />, // wrong: a promise is expected
  <CiamLogin messages={{ mobile: 5 }} />, // wrong: a text is text
  <CiamLogin onCiamLoginSuccess={(event: MouseEvent) => event.x} />, // wrong: another event
  <CiamLogin onCiamLoginError={({ detail }: CustomEvent<LoginSuccessDetail>) => detail} />, // wrong: another detail
  <CiamLogin onCiamLoginSuccess={({ detail }) => detail.token} />, // wrong: no such part
  <CiamLogin onLoginSuccess={() => undefined} />, // wrong: no such event
  <CiamLogin ref={(button: HTMLButtonElement | null) => void button} />, // wrong: another element
  <CiamLogin baseUrl="https://tenant.example.com" className="box" timeout={5000} />,
  <CiamLogin onCiamLoginError={({ detail }: CustomEvent<LoginErrorDetail>) => detail.code} />,
];
