import { expect, it } from 'vitest';
import { fieldName } from '../../../src/flow/failure.js';
import type { Subject } from './contract.js';
import { evaluateAlone, sourceOf } from './evaluate-alone.js';

const LANGUAGES = ['en', 'zh-CN'] as const;

const kebab = (name: string) => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

/** What the form needs of a method to be drawn, and the page to set it up. */
export function describeForm({ method, file, name }: Subject): void {
  it('has an id in kebab-case', () => {
    expect(method.id).toMatch(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/);
  });

  it.each(LANGUAGES)('promise A7: has texts in %s', (language) => {
    const { tab, button, note, fields = {} } = method.texts[language];
    for (const text of [tab, button, note ?? '-', ...Object.values(fields)]) {
      expect(text).toBe(text.trim());
      expect(text).not.toBe('');
    }
    const own = method.screen.fields.filter((field) => typeof field !== 'string');
    expect(Object.keys(fields)).toEqual(own.map(fieldName));
    // Without a field that says what it wants, a line has to.
    expect(method.screen.fields.length > 0 || note !== undefined).toBe(true);
  });

  it('has the same texts in each language', () => {
    const names = LANGUAGES.map((language) => Object.keys(method.texts[language]).sort());
    expect(names[1]).toEqual(names[0]);
  });

  it('is plain data, but for the way to its step', () => {
    const { begin, ...data } = method;
    expect(structuredClone(data)).toEqual(data);
    expect(begin).toBeTypeOf('function');
  });

  it('runs nothing, touches nothing and loads nothing when it is imported', () => {
    const { exported, touched } = evaluateAlone(sourceOf(file));
    expect(touched).toEqual([]);
    expect(JSON.stringify(exported[name])).toBe(JSON.stringify(method));
  });

  it('promise F1: names the attribute of each of its properties after the property', () => {
    for (const [property, attribute] of Object.entries(method.properties ?? {})) {
      expect(property).toMatch(/^[a-z][A-Za-z]*$/);
      if (attribute !== false) expect(attribute).toBe(kebab(property));
    }
    if (method.needs !== undefined) expect(Object.keys(method.properties ?? {})).toContain(method.needs);
  });

  it('names its fields once, each with what password managers want to know', () => {
    const names = method.screen.fields.map(fieldName);
    expect(new Set(names).size).toBe(names.length);
    for (const field of method.screen.fields) {
      if (typeof field !== 'string') expect(field.autocomplete).toMatch(/^[a-z-]+$/);
    }
  });
}
