/** How pages use the element: `npm run check:usage` compiles this against what `dist` declares. */
import 'ciam-login';
import { type CiamLogin, type LoginMethod, LoginElement, defineCiamLogin } from 'ciam-login/element';
import { ar } from 'ciam-login/locales/ar';
import { zhTw } from 'ciam-login/locales/zh-tw';
import { sms } from 'ciam-login/methods/sms';
import { wechat } from 'ciam-login/methods/wechat';
import { aliyunNumberAuth } from 'ciam-login/aliyun-number-auth';

declare const say: (text: string) => void;

// The tag is known, wherever the platform names tags.
const login = document.createElement('ciam-login');
const found: CiamLogin | null = document.querySelector('ciam-login');
// @ts-expect-error -- another tag is another element
const other: CiamLogin = document.createElement('ciam-logout');
found?.reset();
login.focus({ preventScroll: true });
// @ts-expect-error -- no such method
login.logIn();

// Properties.
login.baseUrl = 'https://tenant.example.com';
login.methods = ['sms', 'alipay'];
login.methods = 'sms,alipay';
login.timeout = 9000;
login.alipayAppId = null;
login.languages = [ar, zhTw];
login.messages = { methods: { sms: { button: 'Come in' } } };
login.solveCaptcha = async ({ signal }) => ((await fetch('/puzzle', { signal })).ok ? 'token' : '');
login.oneClick = { getToken: ({ signal }) => Promise.resolve(String(signal.aborted)) };
// @ts-expect-error -- an address is a string
login.baseUrl = new URL('https://tenant.example.com');
// @ts-expect-error -- a number of methods
login.methods = 2;
// @ts-expect-error -- a pack, not its tag
login.languages = ['ar'];
// @ts-expect-error -- no such text
login.messages = { metods: {} };
// @ts-expect-error -- a token is a string
login.oneClick = { getToken: () => Promise.resolve(1) };
// @ts-expect-error -- no such property
login.clientID = 'shop';

// Events.
login.addEventListener('ciam-login-success', ({ detail, currentTarget }) => {
  const { session, claims, verified } = detail;
  say(session.expiresAt.toISOString() + (session.idToken ?? '') + (claims?.sub ?? ''));
  const isVerified: boolean = verified;
  // @ts-expect-error -- there may be no id_token
  session.idToken.split('.');
  // @ts-expect-error -- no such detail
  detail.token satisfies string;
  return [isVerified, currentTarget];
});
login.addEventListener('ciam-login-error', function ({ detail }) {
  if (detail.code === 'rate-limited') say(`${detail.retryAfter ?? 0} s`);
  // @ts-expect-error -- no such code
  if (detail.code === 'rate-limit') this.reset();
  this.reset();
});
login.addEventListener('ciam-login-redirect', (event) => {
  event.preventDefault();
  say(event.detail.url);
});
login.addEventListener('ciam-login-code-sent', ({ detail }) => say(detail.resendAt.toISOString()), {
  once: true,
});
login.addEventListener('ciam-login-step', ({ detail }) => say(detail.step));
login.addEventListener('click', ({ clientX }) => say(String(clientX)));
// @ts-expect-error -- another event's detail
login.addEventListener('ciam-login-error', ({ detail }: CustomEvent<{ session: string }>) =>
  say(detail.session),
);

// An element of one's own.
class ShopLogin extends LoginElement {
  static override readonly loginMethods: readonly LoginMethod[] = [sms, wechat];
}
customElements.define('shop-login', ShopLogin);
defineCiamLogin('their-login');
// @ts-expect-error -- methods, not their names
ShopLogin.loginMethods satisfies readonly string[];
// @ts-expect-error -- Alipay's properties are those of an element that has it
new ShopLogin().alipayAppId = '1';

// Alibaba's SDK.
declare const sdk: Parameters<typeof aliyunNumberAuth>[0];
login.oneClick = aliyunNumberAuth(sdk, {
  getAuthToken: () => Promise.resolve({ accessToken: '', jwtToken: '' }),
});
// @ts-expect-error -- one token is missing
aliyunNumberAuth(sdk, { getAuthToken: () => Promise.resolve({ accessToken: '' }) });

export { other };
