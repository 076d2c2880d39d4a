import { expect, it } from 'vitest';
import type { Run, Values } from '../../../src/flow/step.js';
import { enLogin } from '../../../src/locales/en-login.js';
import { createClient } from '../../../src/client/client.js';
import { Abandoned, CiamError } from '../../../src/protocol/errors.js';
import { rejection } from '../support/caught.js';
import { fakeDevice } from '../support/fake-device.js';
import { type Contract, runOf } from './contract.js';

const LANGUAGES = ['en', 'zh-CN'] as const;

/** Everything that any method's fields may hold. */
const FILLED_IN: Values = {
  ...{ mobile: '13912345678', areaCode: '86', code: '123456', email: 'a@shop.example' },
  ...{ userName: 'li.lei', password: 'Secret-1', consent: 'on' },
};

/** What a flow needs of a method's first step. */
export function describeStep({ method, browser }: Contract): void {
  it('is the screen that was shown before its code was there', async () => {
    const step = await method.begin();
    expect(step.name).toBe('start');
    expect(step.fields, 'the very list by which the flow knows how long it has to wait').toBe(
      method.screen.fields,
    );
    expect(method.screen.name).toBe('start');
    expect(step.code === undefined).toBe(!method.screen.fields.includes('code'));
  });

  it('has sentences for its own errors, the same ones in each language', async () => {
    const { errorTexts } = await method.begin();
    if (!errorTexts) return;
    const [en, zh] = LANGUAGES.map((language) => errorTexts[language]) as [object, object];
    expect(Object.keys(errorTexts).sort()).toEqual([...LANGUAGES].sort());
    expect(Object.keys(zh).sort()).toEqual(Object.keys(en).sort());
    for (const key of Object.keys(en)) expect(key).toMatch(/^[a-z]+(-[a-z]+)*(:[a-zA-Z-]+)?$/);
    for (const text of Object.values(en)) expect(text).toMatch(/^[A-Z][\x20-\x7e’“”]+\.$/);
    for (const text of Object.values(zh)) expect(text).toMatch(/^\p{Script=Han}.*。$/u);
  });

  const NOWHERE: [string, () => Run][] = [
    [
      'with nothing set',
      () => runOf(() => createClient({ baseUrl: 'https://ciam.example', clientId: '' }, fakeDevice())),
    ],
    [
      'with no server',
      () => {
        const fetch = () => Promise.reject(new TypeError('Failed to fetch'));
        const device = { ...fakeDevice(), fetch };
        return runOf(() => createClient({ baseUrl: 'https://ciam.example', clientId: 'a' }, device));
      },
    ],
    [
      'without consent',
      () =>
        runOf(() => {
          throw new CiamError('consent-required');
        }),
    ],
  ];
  const ENTERED: [string, Values][] = [
    ['nothing typed', {}],
    ['blanks typed', Object.fromEntries(Object.keys(FILLED_IN).map((field) => [field, ' ']))],
    ['everything typed', FILLED_IN],
  ];
  const CASES = NOWHERE.flatMap(([how, create]) =>
    ENTERED.map(([what, values]) => ({ how: `${how} and ${what}`, create, values })),
  );

  it.each(CASES)(
    'promise N4: fails with one of our errors $how, and there are words for it',
    async ({ create, values }) => {
      const step = await method.begin();
      const error = await rejection(() => step.submit(values, create()));
      expect(browser().left).toEqual([]);
      if (error instanceof Abandoned) return;
      expect(error).toBeInstanceOf(CiamError);
      const { code, subject } = error as CiamError;
      const texts: Readonly<Record<string, string>> = { ...enLogin.errors, ...step.errorTexts?.en };
      expect(texts[`${code}:${String(subject)}`] ?? texts[code]).toBeTypeOf('string');
    },
  );
}
