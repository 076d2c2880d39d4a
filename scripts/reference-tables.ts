import { readFileSync } from 'node:fs';
import { wechat } from '../src/methods/wechat.js';
import { listFiles, ROOT } from './files.js';
import { type ManifestElement, type Named, readElement } from './read-manifest.js';
import {
  type Documented,
  readFunction,
  readHead,
  readInterface,
  readReexports,
  readUnion,
} from './read-types.js';

/** A table of the reference, under a heading of its own. */
export interface Section {
  readonly title: string;
  readonly lead?: string;
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** What can be set on the element, asked of it, and heard from it. */
export function elementSections(): Section[] {
  const element = readElement();
  const fields = element.members.filter(
    ({ kind, attribute, privacy, ...rest }) =>
      kind === 'field' && !attribute && isOpen(privacy) && !rest.static,
  );
  const methods = element.members.filter(
    ({ kind, privacy, name }) => kind === 'method' && isOpen(privacy) && !isLifecycle(name),
  );
  return [
    {
      title: 'Attributes',
      lead: 'Each is a string, and has a property in camelCase.',
      head: ['attribute', 'property', ''],
      // What every login needs comes first, what a method brings along last.
      rows: [...element.attributes]
        .sort(byMethod)
        .map(({ name, fieldName, description = '' }) => [code(name), code(fieldName), description]),
    },
    {
      title: 'Attributes of an element of your own that has `wechat` among its methods',
      head: ['attribute', 'property'],
      rows: Object.entries(wechat.properties ?? {}).map(([name, attribute]) => [
        code(String(attribute)),
        code(name),
      ]),
    },
    {
      title: 'Properties without an attribute',
      head: ['property', ''],
      rows: fields.map(({ name, readonly, description = '' }) => [
        code(name),
        `${readonly ? 'Read only. ' : ''}${description}`,
      ]),
    },
    {
      title: 'Methods',
      head: ['method', ''],
      rows: methods.map((each) => [code(`${each.name}()`), each.description ?? '']),
    },
    ...element.events.map(eventSection),
    { title: 'Slots', head: ['slot', ''], rows: named(element.slots) },
    { title: 'Parts', lead: 'For `ciam-login::part(…)`.', head: ['part', ''], rows: named(element.cssParts) },
    { title: 'Custom properties', head: ['property', ''], rows: named(element.cssProperties) },
  ];
}

/** The error codes, and what a page does about each. */
export function errorSection(): Section {
  const codes = readUnion('src/protocol/error-code.ts', 'ErrorCode');
  return {
    title: 'Error codes',
    lead: '`code` of `ciam-login-error`, and of the `CiamError` that every call of the client rejects with; only that one has a `subject`.',
    head: ['code', 'what has happened, and what to do'],
    rows: codes.map(({ name, comment }) => [code(name), comment]),
  };
}

/** What can be imported. */
export function entrySection(): Section {
  const { exports } = JSON.parse(readFileSync(`${ROOT}package.json`, 'utf8')) as {
    exports: Record<string, { types?: string; default?: string } | string | null>;
  };
  const rows = Object.entries(exports).flatMap(([path, target]) => {
    if (!target || typeof target === 'string' || path.includes('*')) return [];
    // What has types alone is written by hand.
    const source = target.default ? `src/entries/${path === '.' ? 'index' : path.slice(2)}.ts` : target.types;
    const head = readHead(source ?? '');
    if (!head) throw new Error(`${String(source)} does not begin with what it is for`);
    return [[code(`ciam-login${path.slice(1)}`), head]];
  });
  return {
    title: 'Entries',
    head: ['import', ''],
    rows: [
      ...rows,
      [
        code('dist/cdn/ciam-login.js'),
        'For a script tag of type `module`: the smallest first load; the rest comes when it is needed.',
      ],
      [
        code('dist/cdn/ciam-login.bundle.js'),
        'For a classic script tag: everything in one file, and `window.CiamLogin`.',
      ],
      [
        code('ciam-login/methods/*'),
        'Each way of logging in by itself: `sms`, `alipay`, `one-click`, `password`, `wechat`.',
      ],
      [code('ciam-login/locales/*'), `Each further language: ${languages().map(code).join(', ')}.`],
    ],
  };
}

/** The functions of `ciam-login/client`. */
export function clientSection(): Section {
  const functions = readReexports('src/entries/client.ts')
    .map(({ name, from }) => readFunction(from.replace(/^\.\./, 'src').replace(/js$/, 'ts'), name))
    .filter((found): found is Documented => found !== undefined);
  return {
    title: 'Functions of `ciam-login/client`',
    head: ['function', ''],
    rows: functions.map(({ type, comment }) => [code(type.replaceAll(/\s+/g, ' ')), comment]),
  };
}

function eventSection({ name, type, description = '' }: ManifestElement['events'][number]): Section {
  const detail = /<(\w+)>/.exec(type.text)?.[1] ?? '';
  return {
    title: `Event \`${name}\``,
    lead: description,
    head: ['`detail.`', 'type', ''],
    rows: readInterface('src/ui/events.ts', detail).map((each) => [
      code(each.name),
      code(each.type.replaceAll(/\s+/g, ' ').replaceAll('readonly ', '')),
      each.comment,
    ]),
  };
}

/** The further languages, by their files. */
function languages(): string[] {
  return listFiles('src/locales', '.ts').flatMap(
    (path) => /\/([a-z]{2}(?:-[a-z]{2})?)\.ts$/.exec(path)?.[1] ?? [],
  );
}

function byMethod(one: Named, other: Named): number {
  const isOfMethod = ({ name }: Named) => Number(name.startsWith('alipay-'));
  return isOfMethod(one) - isOfMethod(other);
}

function isOpen(privacy?: string): boolean {
  return privacy === undefined || privacy === 'public';
}

function isLifecycle(name: string): boolean {
  return /Callback$|^finalize$|^firstUpdated$|^render$|^addEventListener$|^removeEventListener$/.test(name);
}

function named(list: readonly Named[]): string[][] {
  return list.map(({ name, description = '' }) => [code(name), description]);
}

function code(text: string): string {
  return `\`${text}\``;
}
