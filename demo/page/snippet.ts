/** What a snippet has to say: the element as it is set in the panel. */
export interface SnippetSettings {
  readonly attributes: readonly (readonly [name: string, value: string])[];
  /** A further language, or `null` where a built-in one is shown. */
  readonly pack: { readonly file: string; readonly name: string } | null;
  /** Is one tap among the methods? Then the page brings its carrier. */
  readonly oneClick: boolean;
}

/** Where a snippet can be pasted. */
export const SNIPPETS = ['html', 'react', 'vue', 'angular', 'svelte'] as const;
export type SnippetKind = (typeof SNIPPETS)[number];

/** The names of what it is pasted into; they are the same in every language. */
export const SNIPPET_NAMES: Readonly<Record<SnippetKind, string>> = {
  html: 'HTML',
  react: 'React',
  vue: 'Vue',
  angular: 'Angular',
  svelte: 'Svelte',
};

const CDN = 'https://your.cdn';
const CARRIER = './carrier.js';

/** Writes what a developer pastes to get the element that the panel shows. */
export function snippetOf(kind: SnippetKind, settings: SnippetSettings): string {
  return WRITERS[kind](settings);
}

const WRITERS: Readonly<Record<SnippetKind, (settings: SnippetSettings) => string>> = {
  html: (settings) => {
    const { pack, oneClick } = settings;
    return lines(
      `<script type="module" src="${CDN}/ciam-login.js"></script>`,
      '',
      tag(settings, []),
      '',
      '<script type="module">',
      oneClick && `  import { carrier } from '${CARRIER}';`,
      pack && `  import { ${pack.name} } from '${CDN}/locales/${pack.file}.js';`,
      (oneClick || pack) && '',
      `  const login = document.querySelector('ciam-login');`,
      oneClick && '  login.oneClick = carrier;',
      pack && `  login.languages = [${pack.name}];`,
      `  login.addEventListener('ciam-login-success', ({ detail }) => {`,
      '    console.log(detail.session, detail.claims);',
      '  });',
      '</script>',
    );
  },
  react: (settings) =>
    lines(
      ...imports(settings, ''),
      '',
      'export function Login({ onSession }) {',
      '  return (',
      indent(4, tag(settings, jsx(settings), '/>')),
      '  );',
      '}',
    ),
  vue: (settings) =>
    lines(
      '<script setup>',
      ...imports(settings, ''),
      '',
      `const emit = defineEmits(['session']);`,
      '</script>',
      '',
      '<template>',
      indent(
        2,
        tag(settings, [
          ...properties(settings).map(([name, value]) => `:${name}.prop="${value}"`),
          `@ciam-login-success="({ detail }) => emit('session', detail.session)"`,
        ]),
      ),
      '</template>',
    ),
  angular: (settings) =>
    lines(
      `import { Component, CUSTOM_ELEMENTS_SCHEMA, output } from '@angular/core';`,
      ...imports(settings, ''),
      '',
      '@Component({',
      `  selector: 'app-login',`,
      '  schemas: [CUSTOM_ELEMENTS_SCHEMA],',
      '  template: `',
      indent(
        4,
        tag(settings, [
          ...properties(settings).map(([name]) => `[${name}]="${name}"`),
          '(ciam-login-success)="session.emit($event.detail.session)"',
        ]),
      ),
      '  `,',
      '})',
      'export class Login {',
      ...properties(settings).map(([name, value]) => `  readonly ${name} = ${value};`),
      '  readonly session = output();',
      '}',
    ),
  svelte: (settings) =>
    lines(
      '<script>',
      ...imports(settings, '  '),
      '',
      '  let { onSession } = $props();',
      '</script>',
      '',
      tag(settings, jsx(settings)),
    ),
};

function imports({ pack, oneClick }: SnippetSettings, indentation: string): (string | false | null)[] {
  return [
    `${indentation}import 'ciam-login';`,
    pack && `${indentation}import { ${pack.name} } from 'ciam-login/locales/${pack.file}';`,
    oneClick && `${indentation}import { carrier } from '${CARRIER}';`,
  ];
}

/** What no attribute can say, as JavaScript. */
function properties({ pack, oneClick }: SnippetSettings): (readonly [name: string, value: string])[] {
  return [
    ...(oneClick ? [['oneClick', 'carrier'] as const] : []),
    ...(pack ? [['languages', `[${pack.name}]`] as const] : []),
  ];
}

function jsx(settings: SnippetSettings): string[] {
  return [
    ...properties(settings).map(([name, value]) => `${name}={${value}}`),
    'onciam-login-success={({ detail }) => onSession(detail.session)}',
  ];
}

function tag({ attributes }: SnippetSettings, more: readonly string[], end = '></ciam-login>'): string {
  const all = [...attributes.map(([name, value]) => `${name}="${escaped(value)}"`), ...more];
  return lines('<ciam-login', ...all.map((each) => `  ${each}`), end);
}

function escaped(value: string): string {
  return value.replaceAll('&', '&amp;').replaceAll('"', '&quot;');
}

function indent(by: number, text: string): string {
  return text.replace(/^(?=.)/gm, ' '.repeat(by));
}

function lines(...all: readonly (string | false | null)[]): string {
  return all.filter((line) => line !== false && line !== null).join('\n');
}
