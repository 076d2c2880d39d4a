import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { PACKS, bracesOf, english, flat } from '../../support/packs.js';
import { fakeBrowser } from '../support/fake-browser.js';

fakeBrowser('https://shop.example/');
const EN = new Map(flat(await english()));

/** What a text of the language has to hold, and what none of it may. */
const WRITTEN: Readonly<Record<string, RegExp>> = {
  ar: /\p{Script=Arabic}/u,
  ja: /[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}]/u,
  ko: /\p{Script=Hangul}/u,
  ru: /\p{Script=Cyrillic}/u,
  'zh-TW': /\p{Script=Han}/u,
};

/** Names, which are the same in many languages. */
const NAMES = /^(lang|retryAfter|and|methods\.(sms|alipay|wechat)\.tab)$/;

describe('the further languages', () => {
  it('are every file of src/locales that is named by a tag', () => {
    const files = readdirSync(new URL('../../../src/locales/', import.meta.url));
    const tags = files
      .map((file) => file.replace(/\.ts$/, ''))
      .filter((name) => /^[a-z]{2}(-[a-z]{2})?$/.test(name));
    expect(PACKS.map(({ lang }) => lang.toLowerCase()).sort()).toEqual(tags.sort());
    expect(tags).toEqual(['ar', 'de', 'es', 'fr', 'ja', 'ko', 'pt', 'ru', 'zh-tw']);
  });

  it.each(PACKS)('promise F4: $lang is the one thing that its file exports', async (pack) => {
    const name = pack.lang.toLowerCase();
    const module = (await import(`../../../src/locales/${name}.ts`)) as object;
    expect(Object.entries(module)).toEqual([
      [name.replace(/-(.)/, (_, letter: string) => letter.toUpperCase()), pack],
    ]);
  });

  it('are written from right to left where they are', () => {
    expect(PACKS.filter(({ dir }) => dir).map(({ lang, dir }) => [lang, dir])).toEqual([['ar', 'rtl']]);
  });
});

describe.each(PACKS)('promise A7: the texts in $lang', (pack) => {
  const texts = flat(pack);

  it('promise A7: are those of English, no more and no less', () => {
    expect(texts.map(([name]) => name).sort()).toEqual([...EN.keys()].sort());
  });

  it('promise A7: are filled in where the English ones are', () => {
    for (const [name, text] of texts) expect(bracesOf(text), name).toBe(bracesOf(EN.get(name) ?? ''));
  });

  it('promise A7: are in their own language', () => {
    const script = WRITTEN[pack.lang] ?? /^[\p{Script=Latin}\p{P}\p{Z}\p{S}\d]+$/u;
    for (const [name, text] of texts) {
      if (NAMES.test(name)) continue;
      expect(text, name).toMatch(script);
      expect(text, name).not.toBe(EN.get(name));
    }
  });

  it('promise S6: are text, not markup, and hold nothing that cannot be seen but what keeps a number together', () => {
    for (const [name, text] of texts) {
      expect(text.replace(/\u2066(\{\w+\})\u2069/g, '$1'), name).not.toMatch(/[<>]|&\w+;|[\p{Cc}\p{Cf}]/u);
      if (name !== 'and' && name !== 'retryAfter') expect(text, name).toBe(text.trim());
      expect(text, name).not.toBe('');
    }
  });

  it('are sentences where the English ones are, and end as those do', () => {
    for (const [name, text] of texts) {
      const isSentence = /^errors\.|notLoaded|\.note$/.test(name);
      if (isSentence) expect(text, name).toMatch(/[.。]$/);
      if (EN.get(name)?.endsWith('…')) expect(text, name).toMatch(/…$/);
    }
  });
});

describe('promise A7: Traditional Chinese', () => {
  it('promise A7: has no character that is written in Simplified Chinese only', () => {
    const simplified =
      /[们这个录验证码号请输发题错误网络协议隐条选择简转换设备电机务应关闭开过时连给账绑数载]/u;
    expect('登录').toMatch(simplified);
    const pack = PACKS.find(({ lang }) => lang === 'zh-TW');
    for (const [name, text] of flat(pack ?? {})) expect(text, name).not.toMatch(simplified);
  });
});
