import { describe, expect, it } from 'vitest';
import { duration } from '../../../src/ui/runtime/duration.js';
import { PACKS } from '../../support/packs.js';

/** The blanks that Intl writes may be such as keep a line together. */
const plain = (text: string) => text.replace(/\p{Zs}/gu, ' ');

describe('promise A7: a time in words', () => {
  it.each([
    ['en', ['1 second', '2 seconds', '21 seconds', '119 seconds', '2 minutes', '3 minutes', '10 minutes']],
    ['zh-CN', ['1秒钟', '2秒钟', '21秒钟', '119秒钟', '2分钟', '3分钟', '10分钟']],
    ['ru', ['1 секунда', '2 секунды', '21 секунда', '119 секунд', '2 минуты', '3 минуты', '10 минут']],
    ['ar', ['ثانية', 'ثانيتان', '21 ثانية', '119 ثانية', 'دقيقتان', '3 دقائق', '10 دقائق']],
  ])('promise A7: has the plurals of %s', (lang, expected) => {
    const told = [1, 2, 21, 119, 120, 121, 600].map((seconds) => duration(seconds, lang, 'long'));
    expect(told.map(plain)).toEqual(expected);
  });

  it('promise A7: has the digits of the language', () => {
    expect(duration(59, 'ar-EG', 'short')).toContain('٥٩');
    expect(duration(59, 'fa', 'long')).toContain('۵۹');
  });

  it('is told, too, where the tag of a page’s own pack is none', () => {
    expect(duration(59, 'zh_CN', 'short')).toContain('59');
    expect(duration(59, '', 'short')).toContain('59');
  });

  it.each([
    ['en', '59 sec'],
    ['zh-CN', '59秒'],
    ['zh-TW', '59 秒'],
    ['fr', '59 s'],
    ['ja', '59 秒'],
  ])('is short on a button, in %s', (lang, text) => {
    expect(plain(duration(59, lang, 'short'))).toBe(text);
  });

  it.each(PACKS)('promise A7: is in $lang', ({ lang }) => {
    expect(duration(59, lang, 'long')).not.toBe(duration(59, 'en', 'long'));
  });
});
