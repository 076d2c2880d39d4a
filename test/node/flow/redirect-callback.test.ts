import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parametersOf, valuesOf, withoutCallback } from '../../../src/flow/redirect-callback.js';

const NAMES = ['state', 'auth_code', 'app_id', 'source', 'scope'];
const PAGE = 'https://shop.example/login';

/** What a browser's own parser makes of one part of a query. */
const nameOf = (part: string) => [...new URL(`https://a.example/?&${part}`).searchParams.keys()][0] ?? '';

/** A part of a query as nobody should write it, and everybody may: `a`, `=`, `%zz`, `?a=b=c`, nothing at all. */
const piece = fc.string({
  unit: fc.constantFrom(
    ...Array.from('abstcode_=%+?/:;,.~!$()*@[]{}|^`"<>\'-0129 \u8336\u{1f375}\u00e9'),
    '%20',
    '%26',
    '%3D',
    '%23',
    '%E8',
  ),
  maxLength: 12,
});
const nearMiss = fc.constantFrom(
  'code=1',
  'State=1',
  'state2=1',
  'xstate=1',
  '?state=1',
  '?auth_code=1',
  'state%00=1',
  ' state=1',
  'auth-code=1',
  'authcode=1',
  'appid=1',
  'scopes=1',
  'a=state=1',
  'a=b%26state=1',
  '=state',
  '=',
  '',
);
const ownPart = fc.oneof(piece, nearMiss).filter((part) => !NAMES.includes(nameOf(part)));
const spelled = fc
  .record({ name: fc.constantFrom(...NAMES), value: piece, odd: fc.boolean() })
  .map(({ name, value, odd }) => `${odd ? name.replace(/e$|_|o/, encodeOne) : name}=${value}`);
const callbackPart = fc.oneof(spelled, fc.constantFrom(...NAMES));
const hash = fc.oneof(
  fc.constant(''),
  fc.constantFrom('#', '#a', '#/route?state=1&auth_code=2', '#a#b?c', '#\n'),
  piece.map((text) => `#${text}`),
);

function encodeOne(character: string): string {
  return `%${character.charCodeAt(0).toString(16)}`;
}

/** An address's own parts with those of a callback anywhere between them, and the address as it was before. */
const mixed = fc
  .record({
    parts: fc.array(fc.oneof(ownPart.map(mine), callbackPart.map(theirs)), { maxLength: 10 }),
    hash,
    path: fc.constantFrom(
      PAGE,
      'https://shop.example',
      'http://localhost:8080/a/b.html',
      'https://shop.example/a&state=1;b=c',
    ),
  })
  .map(({ parts, hash, path }) => {
    const own = parts.filter(({ isOwn }) => isOwn);
    return { address: addressOf(path, parts, hash), before: addressOf(path, own, hash) };
  });

interface Part {
  text: string;
  isOwn: boolean;
}
function mine(text: string): Part {
  return { text, isOwn: true };
}
function theirs(text: string): Part {
  return { text, isOwn: false };
}
function addressOf(path: string, parts: readonly Part[], end: string): string {
  return path + (parts.length ? '?' : '') + parts.map(({ text }) => text).join('&') + end;
}

describe('taking a callback out of an address', () => {
  it('promise S4: everything that is not the callback’s stays, to the letter', () => {
    fc.assert(
      fc.property(mixed, ({ address, before }) => {
        expect(withoutCallback(address, NAMES, PAGE)).toBe(before);
      }),
      { numRuns: 1000 },
    );
  });

  it('promise S4: an address without a callback stays as it is', () => {
    fc.assert(
      fc.property(fc.array(ownPart), hash, (parts, end) => {
        const address = addressOf(PAGE, parts.map(mine), end);
        expect(withoutCallback(address, NAMES, PAGE)).toBe(address);
        expect(withoutCallback(address, [], address.replace(/#.*/s, ''))).toBe(address);
      }),
    );
  });

  it('promise S4: the page’s own query stays, also where it has parameters of the same names', () => {
    const both = fc.array(fc.oneof(ownPart, callbackPart), { maxLength: 6 });
    fc.assert(
      fc.property(both, fc.array(callbackPart, { maxLength: 6 }), hash, (own, added, end) => {
        const returnTo = addressOf(PAGE, own.map(mine), '');
        const address = addressOf(PAGE, [...own, ...added].map(mine), end);
        expect(withoutCallback(address, NAMES, returnTo)).toBe(returnTo + end);
      }),
      { numRuns: 700 },
    );
  });

  it('promise S4: what was asked for once and is there twice came once from elsewhere', () => {
    const returnTo = `${PAGE}?scope=auth_user&a=1&source=ad`;
    const address = `${returnTo}&app_id=1&source=alipay_wallet&scope=auth_user&auth_code=x&state=y#top`;
    expect(withoutCallback(address, NAMES, returnTo)).toBe(`${returnTo}#top`);
    const inFront = address.replace('?', '?scope=auth_base&source=alipay_wallet&');
    expect(withoutCallback(inFront, NAMES, returnTo)).toBe(`${returnTo}#top`);
  });

  it.each([
    ['a browser encodes', '?scope=%E8%8C%B6&source=a%20b', '?scope=\u8336&source=a b'],
    ['somebody between decodes', '?scope=a/b', '?scope=a%2Fb'],
  ])('promise S4: the page’s own query is known again where %s it', (_, seen, written) => {
    const address = `${PAGE}${seen}&scope=auth_user&state=y`;
    expect(withoutCallback(address, NAMES, PAGE + written)).toBe(PAGE + seen);
  });

  it.each([
    ['', ''],
    ['?', '?'],
    ['?#', '?#'],
    ['#', '#'],
    ['?state=1', ''],
    ['?state=1#', '#'],
    ['?state', ''],
    ['?state=', ''],
    ['?&state=1', '?'],
    ['?a&&b&state=1', '?a&&b'],
    ['?a=1&state=1&', '?a=1&'],
    ['?%73tate=1&a=%2', '?a=%2'],
    ['?a=1?state=1', '?a=1?state=1'],
    ['?state=1?a=1', ''],
    ['?state=1&state=2&a', '?a'],
    ['#?state=1', '#?state=1'],
    ['?a#b?state=1&auth_code=2', '?a#b?state=1&auth_code=2'],
  ])('promise S4: of %j it leaves %j', (query, left) => {
    expect(withoutCallback(PAGE + query, NAMES, PAGE)).toBe(PAGE + left);
  });
});

describe('reading the parameters of an address', () => {
  it('reads them as a browser does, and each as often as it is there', () => {
    fc.assert(
      fc.property(mixed, ({ address }) => {
        const { href, searchParams } = new URL(address);
        const parameters = parametersOf(href);
        for (const name of new Set([...searchParams.keys(), ...NAMES].filter(Boolean)))
          expect(valuesOf(parameters, name)).toEqual(searchParams.getAll(name));
      }),
      { numRuns: 700 },
    );
  });

  it.each([PAGE, `${PAGE}#?state=1`, `${PAGE}#a?state=1`, 'https://shop.example', ''])(
    'finds none in %j',
    (address) => {
      expect(parametersOf(address)).toEqual([]);
    },
  );
});
