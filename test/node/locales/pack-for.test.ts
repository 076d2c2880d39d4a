import { describe, expect, it } from 'vitest';
import { packFor } from '../../../src/ui/language-packs.js';
import { PACKS } from '../../support/packs.js';

const pack = (lang: string) => ({ ...PACKS[0]!, lang });

describe('promise A7: the pack for a language', () => {
  it.each([
    ['fr', 'fr'],
    ['FR', 'fr'],
    ['fr-CA', 'fr'],
    ['pt-BR', 'pt'],
    ['ar-EG', 'ar'],
    ['zh-TW', 'zh-TW'],
    ['zh-tw', 'zh-TW'],
    ['zh-HK', 'zh-TW'],
    ['zh-MO', 'zh-TW'],
    ['zh-Hant', 'zh-TW'],
    ['zh-Hant-HK', 'zh-TW'],
    ['zh-Hant-CN', 'zh-TW'],
    ['zh', undefined],
    ['zh-CN', undefined],
    ['zh-SG', undefined],
    ['zh-Hans', undefined],
    ['zh-Hans-TW', undefined],
    ['en', undefined],
    ['en-GB', undefined],
    ['it', undefined],
    ['frr', undefined],
    ['f', undefined],
    ['', undefined],
    ['constructor', undefined],
  ])('promise A7: of %j is %s', (language, found) => {
    expect(packFor(language, PACKS)?.lang).toBe(found);
  });

  it('promise A7: is the one of this very tag before its relatives, wherever they stand', () => {
    const packs = ['pt-PT', 'pt-BR', 'zh', 'zh-HK', 'zh-TW'].map(pack);
    for (const { lang } of packs) expect(packFor(lang, packs)?.lang).toBe(lang);
    expect(packFor('pt', packs)?.lang).toBe('pt-PT');
    expect(packFor('zh-MO', packs)?.lang).toBe('zh-HK');
    expect(packFor('zh-CN', packs)?.lang).toBe('zh');
  });

  it('is none where a page has given none', () => {
    for (const packs of [null, undefined, []]) expect(packFor('fr', packs)).toBeUndefined();
  });
});
