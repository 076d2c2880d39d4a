import { LoginBox } from './login-box';

/** The tenant is the server's affair, so a page made at each request may tell the box what it needs. */
export const dynamic = 'force-dynamic';

export default function Page() {
  return (
    <main>
      <LoginBox baseUrl="https://tenant.example.com" clientId="demo-client" />
    </main>
  );
}
