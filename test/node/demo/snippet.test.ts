import { describe, expect, it } from 'vitest';
import { SNIPPETS, snippetOf, type SnippetSettings } from '../../../demo/page/snippet.js';

const PLAIN: SnippetSettings = {
  attributes: [
    ['base-url', 'https://tenant.example.com'],
    ['client-id', 'shop'],
  ],
  pack: null,
  oneClick: false,
};
const FULL: SnippetSettings = { ...PLAIN, pack: { file: 'zh-tw', name: 'zhTw' }, oneClick: true };

describe('the code to paste', () => {
  it.each(SNIPPETS)('for %s holds the element as it is set, and its success', (kind) => {
    const text = snippetOf(kind, PLAIN);
    expect(text).toContain('<ciam-login');
    for (const [name, value] of PLAIN.attributes) expect(text).toContain(`${name}="${value}"`);
    expect(text).toContain('ciam-login-success');
    expect(text).not.toMatch(/languages|carrier|oneClick/);
  });

  it.each(SNIPPETS)('for %s brings the carrier and the language that were chosen', (kind) => {
    const text = snippetOf(kind, FULL);
    expect(text).toMatch(/import \{ zhTw \} from '[^']*locales\/zh-tw(\.js)?';/);
    expect(text).toMatch(/import \{ carrier \} from '\.\/carrier\.js';/);
    expect(text).toContain('[zhTw]');
    expect(text).toMatch(/oneClick/);
  });

  it.each(SNIPPETS)('for %s keeps a value with quotes a value', (kind) => {
    const text = snippetOf(kind, { ...PLAIN, attributes: [['lang', 'a" onclick="b&c']] });
    expect(text).toContain('lang="a&quot; onclick=&quot;b&amp;c"');
  });

  it('for Vue sets properties where Vue would set attributes', () => {
    expect(snippetOf('vue', FULL)).toContain(':oneClick.prop="carrier"');
  });

  it('has no empty line twice, and no blank at an end', () => {
    for (const kind of SNIPPETS)
      for (const settings of [PLAIN, FULL]) expect(snippetOf(kind, settings)).not.toMatch(/\n\n\n|[ \t]$/m);
  });
});
