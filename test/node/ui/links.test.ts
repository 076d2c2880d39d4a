import { describe, expect, it } from 'vitest';
import { consentLinks } from '../../../src/ui/links.js';

describe('the addresses of the terms', () => {
  it.each([
    ...['https://shop.example/terms', 'http://shop.example', 'HTTPS://shop.example', 'mailto:a@shop.example'],
    ...[
      'tel:+8640012345',
      '/terms',
      'terms.html',
      '//shop.example/terms',
      '?page=terms',
      '#terms',
      ' /terms ',
    ],
  ])('promise S6: %j is linked to as it is written', (address) => {
    expect(consentLinks({ termsUrl: address, privacyUrl: '' })).toEqual({ terms: address, privacy: null });
    expect(consentLinks({ termsUrl: '', privacyUrl: address })).toEqual({ terms: null, privacy: address });
  });

  it.each([
    ...[
      'javascript:alert(1)',
      ' JavaScript:alert(1)',
      'java\nscript:alert(1)',
      'data:text/html,x',
      'blob:https://a',
    ],
    ...[
      'file:///etc',
      'ftp://a',
      'xhttps://a',
      'httpsx://a',
      'view-source:https://a',
      'http://[',
      'https://',
    ],
  ])('promise O6, S6: %j is no link, and consent is asked for all the same', (address) => {
    expect(consentLinks({ termsUrl: address, privacyUrl: '' })).toEqual({ terms: '', privacy: null });
    expect(consentLinks({ termsUrl: '', privacyUrl: address })).toEqual({ terms: null, privacy: '' });
  });

  it('promise O6: a page that names no terms asks for no consent', () => {
    expect(consentLinks({ termsUrl: '', privacyUrl: '' })).toBeNull();
  });

  it('promise O6: an address that a framework has taken away is none', () => {
    const urls = { termsUrl: null, privacyUrl: undefined } as unknown as Parameters<typeof consentLinks>[0];
    expect(consentLinks(urls)).toBeNull();
  });
});
