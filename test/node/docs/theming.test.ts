import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

interface Named {
  name: string;
  description: string;
}

interface Manifest {
  modules: { declarations: { tagName?: string; cssParts?: Named[]; cssProperties?: Named[] }[] }[];
}

const ROOT = new URL('../../../', import.meta.url);
const { modules } = JSON.parse(read('custom-elements.json')) as Manifest;
const element = modules
  .flatMap(({ declarations }) => declarations)
  .find(({ tagName }) => tagName === 'ciam-login')!;
const parts = element.cssParts!;
const properties = element.cssProperties!;
const ui = filesBelow('src/ui', '.ts')
  .map(read)
  // Comments name them, too; that is no use.
  .map((source) => source.replace(/\/\*\*[^]*?\*\//g, ''));
const doc = read('docs/theming.md');

describe('promise F3: what a page may style', () => {
  it('has every part of the templates in the manifest, and no other', () => {
    const used = ui.flatMap((source) =>
      [...source.matchAll(/\bpart="([^"]+)"/g)].flatMap(([, names = '']) => names.split(' ')),
    );
    expect(sorted(used)).toEqual(namesOf(parts));
  });

  it('has every custom property of the style sheets in the manifest, and no other', () => {
    const used = ui.flatMap((source) =>
      [...source.matchAll(/var\((--ciam-[\w-]+)/g)].map(([, name = '']) => name),
    );
    expect(sorted(used)).toEqual(namesOf(properties));
  });

  it.each([
    ['Custom properties', properties],
    ['Parts', parts],
  ])('tells them in docs/theming.md in the words of the manifest: %s', (title, named) => {
    const [, section = ''] = doc.split(`\n## ${title}\n`);
    const [table = ''] = section.split('\n## ');
    const rows = [...table.matchAll(/^\| `([\w-]+)`\s*\| (.*?)\s*\|$/gm)].map(([, name, description]) => ({
      name,
      description,
    }));
    expect(rows).toEqual(named.map(({ name, description }) => ({ name, description })));
  });

  it('is all that the themes of the demo need', () => {
    const themes = filesBelow('demo/styles/themes', '.css').map(read);
    expect(themes.length).toBe(4);
    for (const css of [...themes, doc]) {
      const setProperties = [...css.matchAll(/(--_?ciam-[\w-]+):/g)].map(([, name]) => name);
      const usedParts = [...css.matchAll(/::part\(([\w-]+)\)/g)].map(([, name]) => name);
      expect(namesOf(properties)).toEqual(expect.arrayContaining(setProperties));
      expect(namesOf(parts)).toEqual(expect.arrayContaining(usedParts));
      expect(css).not.toContain('--_');
    }
  });
});

function filesBelow(folder: string, ending: string): string[] {
  return readdirSync(new URL(folder, ROOT), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith(ending))
    .map((name) => `${folder}/${name}`);
}

function sorted(names: readonly string[]): string[] {
  return [...new Set(names)].sort();
}

function namesOf(named: readonly Named[]): string[] {
  return sorted(named.map(({ name }) => name));
}

function read(path: string): string {
  return readFileSync(new URL(path, ROOT), 'utf8');
}
