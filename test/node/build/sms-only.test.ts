import { describe, expect, it } from 'vitest';
import { osOnlyParser } from '../../../scripts/os-only-parser.js';
import { type Emitted, bundle } from './bundle.js';

const TIME_MS = 120_000;

/** An app with an element of its own, which has these methods. */
function app(methods: Readonly<Record<string, string>>): string {
  const imports = Object.entries(methods).map(
    ([name, file]) => `import { ${name} } from './methods/${file}.js';`,
  );
  return `import { LoginElement } from './ui/login-element.js';
${imports.join('\n')}
class AppLogin extends LoginElement { static loginMethods = [${Object.keys(methods).join()}]; }
customElements.define('app-login', AppLogin);`;
}

/** Files, or modules in them, that have the word in them in whichever spelling. */
function having(word: RegExp, files: readonly Emitted[]): string[] {
  return files.flatMap(({ name, text, modules }) => [
    ...[name, ...modules].filter((path) => word.test(path)),
    ...(text.match(new RegExp(`.{0,40}${word.source}.{0,40}`, 'i')) ?? []).map(
      (match) => `${name}: ${match}`,
    ),
  ]);
}

const WORDS = [/alipay/i, /one-?click/i, /wechat/i];
const SMS = app({ sms: 'sms' });

describe('promise P1: an element pays for its own methods', { timeout: TIME_MS }, () => {
  it('promise P1: with text messages alone, no file speaks of Alipay or of one-click login', async () => {
    const files = await bundle(SMS, [osOnlyParser()]);
    // These are whole builds, with what is loaded later.
    expect(files.length).toBeGreaterThan(3);
    expect(having(/mobile-verify-code/, files)).toHaveLength(1);
    for (const word of WORDS) expect(having(word, files)).toEqual([]);
  });

  it('promise P1: nor in a build that leaves ua-parser-js as it is, but for its table of browsers', async () => {
    for (const { text, modules } of await bundle(SMS)) {
      const isParser = modules.some((path) => path.includes('node_modules/ua-parser-js/'));
      // Alipay's web view is one of the browsers there.
      expect(text.match(/..alipay.{5}/gi)).toEqual(isParser ? ['/(alipay)clie'] : null);
    }
  });

  it('promise P1: with every method, they do', async () => {
    const files = await bundle(
      app({ sms: 'sms', alipay: 'alipay', oneClick: 'one-click', wechat: 'wechat' }),
    );
    for (const word of WORDS) expect(having(word, files).length).toBeGreaterThan(3);
    expect(having(/mobile-verify-code/, files)).toHaveLength(1);
  });
});
