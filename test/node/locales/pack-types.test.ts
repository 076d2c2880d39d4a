import { describe, expectTypeOf, it } from 'vitest';
import { fr } from '../../../src/locales/fr.js';
import type { LanguagePack } from '../../../src/locales/language-pack.js';

/** What `tsc` says of packs: each `@ts-expect-error` is an error when what follows it compiles. */
describe('promise F4: a pack in which a text is missing does not compile', () => {
  it('promise F4: at any depth', () => {
    const { mobile, ...noMobile } = fr;
    // @ts-expect-error -- a text of the form
    noMobile satisfies LanguagePack;

    const { busy, ...noBusy } = fr.errors;
    // @ts-expect-error -- a sentence for an error
    ({ ...fr, errors: noBusy }) satisfies LanguagePack;

    const { 'alipay-unavailable:wechat': inWechat, ...noWechat } = fr.errors;
    // @ts-expect-error -- a sentence that says more than that of its code
    ({ ...fr, errors: noWechat }) satisfies LanguagePack;

    // @ts-expect-error -- the label of a step's own field
    ({ ...fr, steps: { ...fr.steps, bind: fr.steps.mfa } }) satisfies LanguagePack;

    const { password, ...noPassword } = fr.methods;
    // @ts-expect-error -- a method
    ({ ...fr, methods: noPassword }) satisfies LanguagePack;

    const { note, ...noNote } = fr.methods.alipay;
    // @ts-expect-error -- a line of a method
    ({ ...fr, methods: { ...fr.methods, alipay: noNote } }) satisfies LanguagePack;

    // @ts-expect-error -- a direction that there is not
    ({ ...fr, dir: 'up' }) satisfies LanguagePack;

    expectTypeOf([mobile, busy, inWechat, note]).toEqualTypeOf<string[]>();
    expectTypeOf(password.tab).toEqualTypeOf<string>();
    expectTypeOf({ ...fr }).toExtend<LanguagePack>();
  });
});
