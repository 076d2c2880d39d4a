import { readFileSync } from 'node:fs';
import { ROOT } from './files.js';
import {
  type Documented,
  readFunction,
  readHead,
  readInterface,
  readReexports,
  readUnion,
} from './read-types.js';

interface Named {
  readonly name: string;
  readonly description?: string;
}

interface Member extends Named {
  readonly kind: 'field' | 'method';
  readonly attribute?: string;
  readonly static?: boolean;
  readonly readonly?: boolean;
  readonly privacy?: string;
}

interface Declaration extends Named {
  readonly tagName?: string;
  readonly attributes: readonly (Named & { readonly fieldName: string })[];
  readonly members: readonly Member[];
  readonly events: readonly (Named & { readonly type: { readonly text: string } })[];
  readonly slots: readonly Named[];
  readonly cssParts: readonly Named[];
  readonly cssProperties: readonly Named[];
}

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
    lead: '`code` of `ciam-login-error`, and of the `CiamError` that every call of the client rejects with.',
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
        code('ciam-login/methods/*'),
        'Each way of logging in by itself: `sms`, `alipay`, `one-click`, `password`, `wechat`.',
      ],
      [
        code('ciam-login/locales/*'),
        'Each further language: `zh-tw`, `ja`, `ko`, `fr`, `de`, `es`, `pt`, `ru`, `ar`.',
      ],
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
    rows: functions.map(({ name, comment }) => [code(name), comment]),
  };
}

function eventSection({ name, type, description = '' }: Declaration['events'][number]): Section {
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

function readElement(): Declaration {
  const { modules } = JSON.parse(readFileSync(`${ROOT}custom-elements.json`, 'utf8')) as {
    modules: { declarations: Declaration[] }[];
  };
  const found = modules
    .flatMap(({ declarations }) => declarations)
    .find(({ tagName }) => tagName === 'ciam-login');
  if (!found) throw new Error('custom-elements.json has no ciam-login');
  return found;
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
