import js from '@eslint/js';
import { defineConfig, globalIgnores } from 'eslint/config';
import { configs as lit } from 'eslint-plugin-lit';
// @ts-expect-error -- it has no types
import litA11yUntyped from 'eslint-plugin-lit-a11y';
import { configs as wc } from 'eslint-plugin-wc';
import ts from 'typescript-eslint';

const litA11y =
  /** @type {import('eslint').ESLint.Plugin & { configs: { recommended: { rules: object } } }} */ (
    litA11yUntyped
  );

/** A strict page allows no inline style, and server texts are never markup: neither may get in through a template. */
const inTemplates = [
  [
    '[\\s"\'`]style\\s*=|<style[\\s>]',
    'No style in templates: a strict CSP refuses it. Use a class, a part or an attribute.',
  ],
  ['\\.(inner|outer)HTML\\s*=', 'Texts are text, never markup.'],
].map(([pattern, message]) => ({
  selector: `TaggedTemplateExpression[tag.name=/^(html|svg)$/] TemplateElement[value.raw=/${pattern}/]`,
  message,
}));

const markup = [
  'innerHTML',
  'outerHTML',
  'insertAdjacentHTML',
  'setHTMLUnsafe',
  'srcdoc',
  'createContextualFragment',
];

export default defineConfig([
  // Types of frameworks that are not installed here; the apps compile them.
  globalIgnores(['dist', 'artifacts', 'coverage', 'demo/apps', 'types']),
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  js.configs.recommended,
  ts.configs.strictTypeChecked,
  {
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/no-explicit-any': 'error',
      // `typeof import('./lazy.js')` is how a lazy module is typed without loading it.
      '@typescript-eslint/consistent-type-imports': ['error', { disallowTypeAnnotations: false }],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/unbound-method': 'off', // Lit binds the handlers in templates itself
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      'no-eval': 'error',
      'no-new-func': 'error',
      'no-undef': 'off', // TypeScript's own task
    },
  },
  lit['flat/recommended'],
  wc['flat/best-practice'],
  {
    plugins: { 'lit-a11y': litA11y },
    rules: litA11y.configs.recommended.rules,
    settings: { litHtmlSources: true },
  },
  {
    files: ['src/**'],
    rules: {
      'no-console': ['error', { allow: ['warn', 'error'] }],
      'no-restricted-properties': [
        'error',
        { object: 'document', property: 'write' },
        { object: 'document', property: 'writeln' },
      ],
      'no-restricted-imports': [
        'error',
        {
          patterns: [
            {
              regex: '^lit(-html)?/directives/(style-map|unsafe-html|unsafe-svg|unsafe-mathml)',
              message: 'A strict CSP refuses inline styles; texts are text, never markup.',
            },
          ],
        },
      ],
      'no-restricted-syntax': [
        'error',
        ...inTemplates,
        {
          selector: `MemberExpression[property.name=/^(${markup.join('|')})$/]`,
          message: 'Texts are text, never markup.',
        },
      ],
    },
  },
  {
    files: ['**/*.mjs'],
    rules: { '@typescript-eslint/no-unsafe-assignment': 'off' }, // does not see a cast in a comment; tsc does
  },
  { files: ['test/types/**'], ...ts.configs.disableTypeChecked }, // half of it must not compile
  {
    files: ['test/**'],
    rules: {
      '@typescript-eslint/no-non-null-assertion': 'off', // a test that is wrong about it fails, which is what it is for
      '@typescript-eslint/no-unused-expressions': 'off', // chai: expect(x).to.be.true
    },
  },
]);
