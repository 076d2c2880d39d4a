import { enLogin } from '../../locales/en-login.js';
import type { Messages } from '../../locales/messages.js';
import { zhCnLogin } from '../../locales/zh-cn-login.js';
import type { Failure } from '../../flow/failure.js';
import type { CiamError } from '../../protocol/errors.js';
import { duration } from './duration.js';
import type { RuntimeHost } from './runtime-host.js';

/** All texts: the form's, and those that came with this code in the same language. */
export function allMessages({ element, formMessages, override }: RuntimeHost): Messages {
  const form = formMessages();
  return { ...form, ...override(/^zh\b/i.test(form.lang) ? zhCnLogin : enLogin, element.givenTexts) };
}

/** The sentence that tells a person what went wrong. */
export function errorText(error: CiamError, messages: Messages, own: Failure['errorTexts']): string {
  const { code, serverMessage, subject, retryAfter } = error;
  const errors: Readonly<Record<string, string>> = {
    ...own?.[/^zh\b/i.test(messages.lang) ? 'zh-CN' : 'en'],
    ...messages.errors,
    'network:offline': messages.offline,
    'network:not-loaded': messages.notLoaded,
  };
  const known = errors[`${code}:${subject ?? ''}`] ?? errors[code] ?? messages.errors.refused;
  const sentence =
    saysMore(error, messages.lang) && serverMessage
      ? serverMessage
      : known.replace('{subject}', subject ?? '');
  const wait =
    retryAfter === null
      ? ''
      : messages.retryAfter.replace('{seconds}', duration(retryAfter, messages.lang, 'long'));
  return sentence + wait;
}

/**
 * The server's own sentence is shown where it says more than ours can (which rule refused, how long an account
 * stays locked, how many tries are left), and only in the two languages that the server has.
 */
function saysMore({ code }: CiamError, language: string): boolean {
  return ['refused', 'user-locked', 'password-wrong'].includes(code) && /^(zh|en)\b/i.test(language);
}
