import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { LoginMethod } from '../../../src/methods/method.js';
import { type Subject, describeMethod } from './contract.js';
import { evaluateAlone } from './evaluate-alone.js';

/** What a page sets for each method that needs something; those that need nothing are found by themselves. */
const CONFIGURED: Readonly<Record<string, Subject['configured']>> = {
  alipay: { alipayAppId: '2021000000000000' },
  'one-click': { oneClick: { getToken: () => Promise.resolve('token') } },
  wechat: { wechatAppId: 'wx0123456789abcdef' },
};

function isMethod(value: unknown): value is LoginMethod {
  return typeof value === 'object' && value !== null && 'begin' in value && 'screen' in value;
}

/** Every method that there is: whatever a file of `src/methods` exports that looks like one. */
async function findMethods(): Promise<Subject[]> {
  const folder = new URL('../../../src/methods/', import.meta.url);
  const files = readdirSync(folder).map((file) => file.replace(/\.ts$/, ''));
  const found: Subject[] = [];
  for (const file of files) {
    const module = (await import(`../../../src/methods/${file}.ts`)) as Record<string, unknown>;
    for (const [name, method] of Object.entries(module))
      if (isMethod(method)) found.push({ method, file, name, configured: CONFIGURED[method.id] ?? {} });
  }
  return found;
}

const subjects = await findMethods();

describe.each(subjects)('promise S4, A7, F1: the contract of a method: $name', describeMethod);

describe('the methods together', () => {
  it('are at least the three that the element has', () => {
    const ids = subjects.map(({ method }) => method.id);
    expect(ids).toEqual(expect.arrayContaining(['sms', 'alipay', 'one-click']));
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('are told here what a page sets for them, where they need something', () => {
    const needed = subjects.flatMap(({ method }) =>
      method.needs === undefined ? [] : [[method.id, method.needs]],
    );
    const given = Object.entries(CONFIGURED).map(([id, values]) => [id, Object.keys(values)[0]]);
    expect(given.sort()).toEqual(needed.sort());
  });

  it('promise F1: have no property or attribute in common', () => {
    const all = subjects.flatMap(({ method }) => Object.entries(method.properties ?? {}).flat());
    const names = all.filter((name) => name !== false);
    expect(new Set(names).size).toBe(names.length);
  });
});

describe('the world in which a method is imported alone', () => {
  it.each([
    ['const a = window;', 'window'],
    ['if (typeof document !== "undefined") document.title = "a";', 'document'],
    ['export const a = globalThis.localStorage;', 'localStorage'],
    ['const { userAgent } = navigator;', 'navigator'],
    ['setTimeout(() => {}, 5);', 'setTimeout'],
    ['void fetch("/");', 'fetch'],
    ['globalThis.a = 1;', 'a ='],
    ['process.env.HOME;', 'process'],
    ['shop;', 'ReferenceError: shop is not defined'],
    ['import { a } from "./a.js"; export const b = a;', 'import ./a.js'],
    ['import "./a.js";', 'import ./a.js'],
    ['export { a } from "./a.js";', 'import ./a.js'],
    ['throw new Error("stop");', 'Error: stop'],
  ])('notices %s', (source, touched) => {
    expect(evaluateAlone(source).touched).toContain(touched);
  });

  it.each([
    ['import type { A } from "./a.js"; export const a: A = 1;', { a: 1 }],
    ['export const a = Object.keys({ b: new Map([[1, JSON.stringify(2)]]) });', { a: ['b'] }],
  ])('has nothing against %s', (source, exported) => {
    expect(evaluateAlone(source)).toMatchObject({ touched: [], exported });
  });

  it('has nothing against what is loaded later', () => {
    const source = 'export const a = { async begin() { return (await import("./a.js")).b; } };';
    const { touched, exported } = evaluateAlone(source);
    expect([touched, Object.keys(exported)]).toEqual([[], ['a']]);
  });
});
