import { ar } from '../../src/locales/ar.ts';
import { de } from '../../src/locales/de.ts';
import { enForm } from '../../src/locales/en-form.ts';
import { enLogin } from '../../src/locales/en-login.ts';
import { es } from '../../src/locales/es.ts';
import { fr } from '../../src/locales/fr.ts';
import { ja } from '../../src/locales/ja.ts';
import { ko } from '../../src/locales/ko.ts';
import type { LanguagePack } from '../../src/locales/language-pack.ts';
import { pt } from '../../src/locales/pt.ts';
import { ru } from '../../src/locales/ru.ts';
import { zhTw } from '../../src/locales/zh-tw.ts';
import { alipayErrors } from '../../src/methods/alipay-errors.ts';
import { alipay } from '../../src/methods/alipay.ts';
import { oneClick } from '../../src/methods/one-click.ts';
import { password } from '../../src/methods/password.ts';
import { sms } from '../../src/methods/sms.ts';
import { wechat } from '../../src/methods/wechat.ts';

/** Every further language. */
export const PACKS: readonly LanguagePack[] = [ar, de, es, fr, ja, ko, pt, ru, zhTw];

/** Every method that comes along; a new one belongs here, and into `LanguagePack`. */
const METHODS = [sms, alipay, oneClick, wechat, password] as const;

/** Every text in English, in the shape of a pack: what each language has to have. */
export async function english(): Promise<LanguagePack> {
  const errorTexts = await Promise.all(METHODS.map(async (method) => (await method.begin()).errorTexts?.en));
  const methods = Object.fromEntries(METHODS.map(({ id, texts }) => [id, texts.en]));
  const errors: object = Object.assign({}, enLogin.errors, alipayErrors.en, ...errorTexts) as object;
  return { ...enForm, ...enLogin, errors, methods } as unknown as LanguagePack;
}

/** Each text with its name: `errors.busy` and what it says. `dir` is no text. */
export function flat(messages: object, path = ''): [name: string, text: string][] {
  return Object.entries(messages).flatMap(([name, value]: [string, unknown]) => {
    if (typeof value === 'object') return flat(value as object, `${path}${name}.`);
    return path + name === 'dir' ? [] : [[path + name, value as string]];
  });
}

/** The words in braces of a text, in the order of the alphabet. */
export function bracesOf(text: string): string {
  return (text.match(/\{[^}]*\}/g) ?? []).sort().join();
}
