import { describe, expect, it } from 'vitest';
import type { LoginMethod } from '../../../src/methods/method.js';
import { sms } from '../../../src/methods/sms.js';
import { fr } from '../../../src/locales/fr.js';
import { zhTw } from '../../../src/locales/zh-tw.js';
import { formMessages, methodTexts, override } from '../../../src/ui/language.js';

const mine: LoginMethod = {
  ...sms,
  id: 'mine',
  texts: { en: { tab: 'Mine', button: 'Go' }, 'zh-CN': { tab: '我的', button: '去' } },
};

describe('promise A7: texts that lie over each other', () => {
  it('promise A7: a page’s own over those of a pack, also where the pack has none', () => {
    const given = override(fr, { mobile: 'Tél', methods: { sms: { tab: 'Texto' }, mine: { tab: 'À moi' } } });
    const settings = { language: 'fr', givenTexts: given };
    expect(formMessages(settings)).toMatchObject({ lang: 'fr', mobile: 'Tél', code: fr.code });
    expect(methodTexts(sms, settings)).toEqual({ tab: 'Texto', button: 'Se connecter' });
    expect(methodTexts(mine, settings)).toEqual({ tab: 'À moi', button: 'Go' });
  });

  it('promise A7: a method that a pack does not know speaks Chinese in every kind of Chinese, else English', () => {
    expect(methodTexts(mine, { language: 'zh-HK', givenTexts: zhTw }).tab).toBe('我的');
    expect(methodTexts(mine, { language: 'fr', givenTexts: fr }).tab).toBe('Mine');
  });

  it('promise S7: what is no text, or not its own, replaces nothing', () => {
    const given = JSON.parse(
      '{"__proto__":{"mobile":"x"},"constructor":{"a":"x"},"mobile":5,"errors":null}',
    ) as object;
    expect(override(fr, given)).toMatchObject({ mobile: fr.mobile, errors: fr.errors });
    expect(({} as Record<string, unknown>)['mobile']).toBeUndefined();
    expect(methodTexts(mine, { language: 'en', givenTexts: override({}, given) }).tab).toBe('Mine');
  });
});
