import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CiamLogin } from '../../../src/entries/element.js';
import { type CiamLoginAttributes, renderCiamLogin } from '../../../src/entries/ssr.js';
import { ja } from '../../../src/locales/ja.js';
import { password } from '../../../src/methods/password.js';
import { sms } from '../../../src/methods/sms.js';
import { LoginElement } from '../../../src/ui/login-element.js';

const ALL = { 'alipay-app-id': '2021', 'terms-url': '/terms', 'privacy-url': 'https://shop.example/p?a=1&b' };

type AnyElements = 'id' | 'class' | 'style' | 'slot' | 'title' | `data-${string}` | `aria-${string}`;
// A missing name does not compile, nor does one too many.
const ATTRIBUTES: Record<Exclude<keyof CiamLoginAttributes, AnyElements>, true> = {
  'base-url': true,
  'client-id': true,
  'tenant-id': true,
  'device-ip': true,
  methods: true,
  method: true,
  lang: true,
  dir: true,
  'area-codes': true,
  'terms-url': true,
  'privacy-url': true,
  issuer: true,
  audience: true,
  'jwks-uri': true,
  'fetch-id-token': true,
  'mfa-sms-type': true,
  timeout: true,
  'alipay-app-id': true,
  'alipay-scope': true,
  'alipay-redirect-uri': true,
  'alipay-authorize-url': true,
  'alipay-api': true,
};

/** The words that a person reads, and the fields. */
function read(markup: string) {
  const shown = markup.replace(/<style[^]*?<\/style>/, '');
  return {
    words: shown
      .split(/<[^>]*>/)
      .map((text) => text.trim())
      .filter(Boolean)
      .join(' | '),
    fields: [...shown.matchAll(/<input [^>]*?\bname="(\w+)"/g)].map(([, name]) => name),
    tabs: shown.match(/role="tab"/g)?.length ?? 0,
  };
}

/** A text as an HTML parser reads it from an attribute. */
function decode(text = ''): string {
  return text.replace(/&#(\d+);/g, (_, code: string) => String.fromCharCode(Number(code)));
}

class OwnLogin extends LoginElement {
  static override readonly loginMethods = [password, sms];
}

describe('a login box that a server draws', () => {
  it('has the form of text messages, in English where nobody says anything', () => {
    const markup = renderCiamLogin({ 'client-id': 'demo' });
    expect(markup).toMatch(/^<ciam-login client-id="demo" lang="en"><template shadowrootmode="open">/);
    expect(markup).toMatch(/<\/template><\/ciam-login>$/);
    expect(read(markup)).toEqual({
      words: 'Mobile number | +86 | Verification code | Get code | Log in',
      fields: ['areaCode', 'mobile', 'code'],
      tabs: 0,
    });
  });

  it('promise A7: speaks the language that it is told, Chinese or that of a pack, with the page’s own words', () => {
    expect(read(renderCiamLogin({ ...ALL, lang: 'zh-CN' }))).toEqual({
      words:
        '短信登录 | 支付宝登录 | 手机号 | +86 | 验证码 | 获取验证码 | 我已阅读并同意 | 《服务条款》 | 和 | 《隐私政策》 | 登录',
      fields: ['areaCode', 'mobile', 'code', 'consent'],
      tabs: 2,
    });
    const japanese = renderCiamLogin({ lang: 'ja' }, { languages: [ja], messages: { getCode: '<b>!</b>' } });
    expect(japanese).toMatch(/<ciam-login lang="ja">.* lang="ja"/);
    expect(read(japanese).words).toContain('| &#60;b&#62;!&#60;/b&#62; |');
    expect(read(renderCiamLogin({ lang: 'ja' })).words).toContain('Get code');
  });

  it('promise F1: takes every attribute that the element has', () => {
    expect(Object.keys(ATTRIBUTES).sort()).toEqual([...CiamLogin.observedAttributes].sort());
  });

  it('promise S6: whatever an attribute holds stays in it', () => {
    const hostile = fc
      .array(
        fc.constantFrom(
          '"',
          "'",
          '<',
          '>',
          '&',
          '</template>',
          '<script>',
          ' onload=x ',
          '\n',
          '\0',
          'é',
          '`',
          '&#34;',
        ),
      )
      .map((parts) => parts.join(''));
    const plain = renderCiamLogin(
      { 'client-id': 'x', 'terms-url': 'https://a/', title: 'x', lang: 'x' },
      { nonce: 'x' },
    );
    fc.assert(
      fc.property(hostile, (text) => {
        const terms = `https://a/${text}`;
        const attributes = { 'client-id': text, 'terms-url': terms, title: text, lang: `x${text}` };
        const markup = renderCiamLogin(attributes, { nonce: text });
        // The same elements with the same attributes, and every value comes back as it was.
        const bones = (of: string) => of.replace(/="[^"<>]*"/g, '=');
        expect(bones(markup)).toBe(bones(plain));
        const [host = ''] = /^<[^>]*>/.exec(markup) ?? [];
        const values = [...host.matchAll(/="([^"]*)"/g)].map(([, value]) => decode(value));
        expect(values).toEqual(Object.values(attributes));
        expect(decode(/ href="([^"]*)"/.exec(markup)?.[1])).toBe(terms);
        expect(decode(/<style nonce="([^"]*)"/.exec(markup)?.[1])).toBe(text);
      }),
    );
  });

  it('promise S6: links to what a page may link to, and to nothing else', () => {
    const markup = renderCiamLogin({ 'terms-url': 'javascript:alert(1)', 'privacy-url': '/privacy' });
    expect(markup.match(/ href="[^"]*"/g)).toEqual([' href="/privacy"']);
    expect(read(markup).fields).toContain('consent');
  });

  it('leaves out what is not set, and takes no name that could be markup', () => {
    expect(renderCiamLogin({ 'client-id': null, 'tenant-id': undefined })).toMatch(/^<ciam-login lang="en">/);
    const named = (name: string) => () => renderCiamLogin({ [`data-${name}`]: '' });
    expect(named('a')()).toContain('<ciam-login data-a="" lang="en">');
    for (const name of ['a b', 'a>', 'a=', 'a"', 'ä']) expect(named(name)).toThrow(TypeError);
    for (const tag of ['div', 'a-b c', 'x-y><script>'])
      expect(() => renderCiamLogin({}, { tag })).toThrow(TypeError);
  });

  it('draws a class of one’s own under its tag, with what stands in the slots', () => {
    const options = { element: OwnLogin, tag: 'own-login', children: '<h1 slot="header">Shop</h1>' };
    const markup = renderCiamLogin({ methods: 'password,sms' }, options);
    expect(markup).toMatch(/^<own-login .*<\/template><h1 slot="header">Shop<\/h1><\/own-login>$/s);
    expect(read(markup)).toMatchObject({ fields: ['userName', 'password'], tabs: 2 });
    expect(read(renderCiamLogin({ method: 'sms' }, options)).fields).toEqual(['areaCode', 'mobile', 'code']);
  });

  it('goes nowhere without a script: neither Enter nor a press sends what was typed', () => {
    expect(renderCiamLogin(ALL).match(/<form[^>]*>/g)).toEqual([
      '<form method="dialog" part="form" novalidate >',
    ]);
  });

  it('keeps nothing from one call to the next, and needs no document', () => {
    const first = renderCiamLogin(ALL);
    renderCiamLogin(
      { lang: 'zh-CN', 'area-codes': '852' },
      { element: OwnLogin, tag: 'own-login', nonce: 'n' },
    );
    expect(renderCiamLogin(ALL)).toBe(first);
    expect(['document', 'window'].filter((name) => name in globalThis)).toEqual([]);
  });
});
