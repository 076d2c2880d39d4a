import type { MethodTexts } from '../methods/method.js';
import type { ErrorCode } from '../protocol/errors.js';
import type { Messages, StepTexts } from './messages.js';

/** Texts whose own fields have labels by these names. */
type Labels<Name extends string> = { readonly fields: Readonly<Record<Name, string>> };

/** The texts of a method that has a button instead of fields. */
type ButtonTexts = Required<Pick<MethodTexts, 'tab' | 'button' | 'note'>>;

/** Sentences that say more than that of their code: by what is at fault, or where. */
export type SubjectErrors =
  `input-missing:${'userName' | 'password'}` | `alipay-unavailable:${'wechat' | 'frame' | 'storage'}`;

/**
 * A further language: every text of the widget, and of each method that comes along. It is given to the element's
 * property `languages`. A text that is missing does not compile.
 */
export interface LanguagePack extends Omit<Messages, 'errors' | 'steps'> {
  readonly steps: {
    readonly mfa: StepTexts;
    readonly bind: StepTexts & Labels<'email'>;
    readonly register: StepTexts & Labels<'email'>;
    readonly 'password-warn': StepTexts & Labels<'oldPassword' | 'newPassword'>;
    readonly 'password-expired': StepTexts & Labels<'oldPassword' | 'newPassword'>;
  };
  readonly errors: Readonly<Record<ErrorCode | SubjectErrors, string>>;
  readonly methods: {
    readonly sms: MethodTexts;
    readonly alipay: ButtonTexts;
    readonly 'one-click': ButtonTexts;
    readonly wechat: ButtonTexts;
    readonly password: MethodTexts & Labels<'userName' | 'password'>;
  };
}
