import { describe, expect, it } from 'vitest';
import { COUNTRIES } from '../../../demo/server/countries.js';
import { readCountries } from '../../../src/protocol/country-codes.js';
import { thrown } from '../support/caught.js';

const read = (phoneAreaCodeDefinitions: unknown, preferredAreaCode?: unknown) =>
  readCountries(JSON.stringify({ phoneAreaCodeDefinitions, preferredAreaCode }));
const codes = (definitions: unknown, preferred?: unknown) =>
  read(definitions, preferred).map(({ areaCode }) => areaCode);

const HK = { areaCode: '852', countryCode: 'HK', displayMapping: { en: 'Hong Kong' } };
const CN = { areaCode: '86', countryCode: 'CN', displayMapping: { en: 'China' } };

describe('the countries of a tenant', () => {
  it('are read whole', () => {
    expect(read([{ ...CN, mobileRegex: '^1\\d{10}$', areaCodeSuffixes: [] }])).toEqual([
      { areaCode: '86', countryCode: 'CN', names: { en: 'China' }, mobilePattern: /^1\d{10}$/ },
    ]);
    expect(read(COUNTRIES)).toHaveLength(COUNTRIES.length);
  });

  it.each(['CN', '86'])('begin with the preferred one, which is named %s', (preferred) => {
    const others = COUNTRIES.map(({ areaCode }) => areaCode).filter((code) => code !== '86');
    expect(codes([...COUNTRIES].reverse(), preferred)).toEqual(['86', ...others.reverse()]);
  });

  it.each([undefined, null, '', 'XX', 5, {}])('keep their order when %j is preferred', (preferred) => {
    expect(codes([HK, CN], preferred)).toEqual(['852', '86']);
  });

  it.each(['852', '+852'])('may have a calling code spelt %s', (areaCode) => {
    expect(codes([{ ...HK, areaCode }])).toEqual(['852']);
  });

  it('are at most 300, so that no list is endless', () => {
    const many = Array.from({ length: 10_000 }, (_, i) => ({ areaCode: String((i % 999) + 1) }));
    expect(read(many)).toHaveLength(300);
  });
});

describe('promise N4: countries of the wrong types', () => {
  it('promise N4: what is none is left out', () => {
    const garbage = [null, 5, 'CN', [], [CN], {}, { areaCode: 86 }, { areaCode: '' }, { areaCode: '12345' }];
    const hostile = [
      { areaCode: '8 6' },
      { areaCode: '<b>' },
      { areaCode: '++86' },
      { areaCode: '8+6' },
      { areaCode: '86\n' },
    ];
    expect(codes([...garbage, HK, ...hostile])).toEqual(['852']);
  });

  it('promise N4: what else is not known of one is empty', () => {
    const bare = { areaCode: '852', countryCode: '', names: {}, mobilePattern: null };
    for (const value of [undefined, null, 5, '', []])
      expect(
        read([{ areaCode: '852', countryCode: value, displayMapping: value, mobileRegex: value }]),
      ).toEqual([bare]);
  });

  it.each(['(', '[', '*', '(?<', `^${'a'.repeat(200)}$`, '\\'])(
    'promise N4: the rule %.30s cannot be used',
    (mobileRegex) => {
      expect(read([{ ...HK, mobileRegex }])[0]!.mobilePattern).toBeNull();
    },
  );

  it.each([
    ...['', 'null', '[]', '{}', '<html>', '{"phoneAreaCodeDefinitions":', '{"phoneAreaCodeDefinitions":[]}'],
    ...[
      '{"phoneAreaCodeDefinitions":{}}',
      '{"phoneAreaCodeDefinitions":"CN"}',
      '{"phoneAreaCodeDefinitions":[1]}',
    ],
    '{"__proto__":{"phoneAreaCodeDefinitions":[{"areaCode":"86"}]}}',
  ])('promise N4: %s has none', (text) => {
    expect(thrown(() => readCountries(text))).toMatchObject({ code: 'bad-response', httpStatus: 200 });
  });

  it('promise S7: __proto__ among the names is harmless', () => {
    const text =
      '{"phoneAreaCodeDefinitions":[{"areaCode":"852","displayMapping":{"__proto__":{"en":"x"}}}]}';
    expect({ ...readCountries(text)[0]!.names }).toEqual({});
    expect('en' in {}).toBe(false);
  });
});
