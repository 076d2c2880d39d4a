import { renderCiamLogin } from 'ciam-login/ssr';
import { DrawnLogin } from './drawn-login';

export const dynamic = 'force-dynamic';

/** The form comes with the page, and is typed into before any script has come. */
export default function Page() {
  const markup = renderCiamLogin({
    'base-url': 'https://tenant.example.com',
    'client-id': 'demo-client',
    'alipay-app-id': '2021000000000000',
    lang: 'en',
  });
  return (
    <main>
      <DrawnLogin markup={markup} />
    </main>
  );
}
