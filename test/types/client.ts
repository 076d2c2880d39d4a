/** How pages use the client: `npm run check:usage` compiles this against what `dist` declares. */
import { CiamError, createClient, createSession, loginWithSmsCode, sendSmsCode } from 'ciam-login/client';
import { createClient as fromIndex, type LoginAnswer, type LoginSuccessDetail } from 'ciam-login';
// @ts-expect-error -- the client has no element
import { CiamLogin } from 'ciam-login/client';
// @ts-expect-error -- a method's step is nobody's business
import { smsStep } from 'ciam-login/methods/sms-step';
// @ts-expect-error -- nor are texts that are built in
import { enLogin } from 'ciam-login/locales/en-login';

declare const say: (text: string) => void;

export const client = createClient({
  baseUrl: 'https://tenant.example.com',
  clientId: 'shop',
  timeout: 9000,
});
fromIndex({ clientId: 'shop' }) satisfies typeof client;
// @ts-expect-error -- the application's id is missing
createClient({ baseUrl: 'https://tenant.example.com' });
// @ts-expect-error -- the attribute's name
createClient({ clientId: 'shop', 'tenant-id': 't' });

export async function logIn(signal: AbortSignal): Promise<string> {
  await sendSmsCode(client, { mobile: '13800138000', type: 'LOGIN_SMS', captchaToken: 'x' }, { signal });
  // @ts-expect-error -- no code is sent without a solved puzzle
  await sendSmsCode(client, { mobile: '13800138000', type: 'LOGIN_SMS' });
  // @ts-expect-error -- the client comes first
  await loginWithSmsCode({ mobile: '13800138000', code: '123456' });
  const answer: LoginAnswer = await loginWithSmsCode(client, { mobile: '13800138000', code: '123456' });
  // @ts-expect-error -- it may be something else than a session
  say(answer.session.sessionToken);
  if (answer.kind !== 'session') return answer.stateToken;
  // @ts-expect-error -- who has a session has nothing to continue
  say(answer.stateToken);
  return answer.session.sessionToken;
}

export function keep({ session }: LoginSuccessDetail): Promise<string | null> {
  const live = createSession(client, session, { dialect: 'bc', onEnd: () => say('over') });
  // @ts-expect-error -- no such dialect
  createSession(client, session, { dialect: 'huawei' });
  return live.idToken();
}

export function explain(error: unknown): string {
  if (!(error instanceof CiamError)) return '';
  // @ts-expect-error -- no such code
  if (error.code === 'nonsense') return '';
  return error.code === 'rate-limited' ? String(error.retryAfter ?? 0) : error.code;
}

export { CiamLogin, enLogin, smsStep };
