import { existsSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import minifyHtmlLiterals from '@lit-labs/rollup-plugin-minify-html-literals';
import { eagerImports } from './scripts/eager-imports.js';
import { firstGlobal } from './scripts/first-global.js';
import { inlineOnce } from './scripts/inline-once.js';
import { litWithoutHooks } from './scripts/lit-without-hooks.js';
import { osOnlyParser } from './scripts/os-only-parser.js';
import { policyError } from './scripts/policy-error.js';
import { type BuildEnvironmentOptions, defineConfig, type PluginOption } from 'vite';

/**
 * Everything that is built, one mode each: `vite build --mode package|cdn|bundle|locales|demo`. `npm run build` makes all.
 *
 * - `package`: what npm users import. One file per source file, so that a bundler takes only what is used.
 * - `cdn`: the ES module for a script tag: one small file, and chunks that are fetched when they are needed.
 * - `bundle`: one classic script with everything inside; the one to protect with SRI.
 * - `locales`: each further language as a module of its own, for pages with script tags.
 * - `demo`, or anything else: the demo's own page, for `npm start`. So a bare `vite` serves it, too.
 */
export default defineConfig(({ mode }) => {
  const build = { package: packageBuild, cdn, bundle, locales }[mode];
  if (!build) return { root: 'demo', base: './', plugins: [minify()], build: demo };
  const plugins =
    mode === 'package'
      ? []
      : [
          minify(),
          osOnlyParser(),
          mode === 'bundle' && [eagerImports(), firstGlobal()],
          litWithoutHooks(),
          policyError(),
          inlineOnce(),
        ];
  return { publicDir: false, plugins, build: { ...shared, ...build } };
});

// The second minifier takes its time; that is no news.
const checks = { bundlerTimings: false };

const shared: BuildEnvironmentOptions = { target: 'es2022', sourcemap: true, reportCompressedSize: false };

const packageBuild: BuildEnvironmentOptions = {
  outDir: 'dist',
  emptyOutDir: false, // `scripts/build.ts` empties it once, before all modes
  minify: false,
  sourcemap: false, // it is as readable as its source
  lib: { entry: packageEntries(), formats: ['es'] },
  rolldownOptions: {
    external: /^(?!\.|\/|src\/)/, // every package: lit and the rest stay imports
    // Each source stays a file of its own, and so does what its 'use client' says of it.
    onLog: (level, log, handle) => log.code !== 'MODULE_LEVEL_DIRECTIVE' && handle(level, log),
    output: { preserveModules: true, preserveModulesRoot: 'src', entryFileNames: '[name].js' },
  },
};

const LOGIN_CHUNK =
  /src.(client.(?!session|signature|held|live|verify)|device.(browser-device|device-data|leaving|store|web-otp)|flow.(?!redirect)|protocol|ui.runtime[\\/][\w-]+\.ts|locales.[\w-]+-login)/;

/**
 * Chromium compiles a file that begins so in one go, while it arrives and beside the page's own thread. Without it each
 * function is compiled when it is first called, and nearly all of this file's are called to show the form.
 */
const ALL_AT_ONCE = '//# allFunctionsCalledOnLoad';

const cdn: BuildEnvironmentOptions = {
  outDir: 'dist/cdn',
  emptyOutDir: false,
  // Library mode leaves out Vite's helper around each `import()`; `output.minify` is what then really minifies.
  lib: { entry: { 'ciam-login': source('entries/cdn.ts') }, formats: ['es'] },
  rolldownOptions: {
    checks,
    output: {
      // All that a login needs after the form has shown is one chunk, however many modules are imported lazily.
      codeSplitting: { groups: [{ name: 'login', test: LOGIN_CHUNK }] },
      entryFileNames: '[name].js',
      chunkFileNames: 'chunks/[name]-[hash].js',
      minify: true,
      comments: false,
      postBanner: (file) => (file.isEntry ? `${ALL_AT_ONCE}\n` : '') + licences(file),
    },
  },
};

const bundle: BuildEnvironmentOptions = {
  outDir: 'dist/cdn',
  emptyOutDir: false,
  lib: { entry: { 'ciam-login': source('entries/index.ts') }, formats: ['iife'], name: 'CiamLogin' },
  rolldownOptions: {
    checks,
    output: {
      entryFileNames: '[name].bundle.js',
      codeSplitting: false, // what would be a lazy chunk is inside too
      generatedCode: { symbols: false }, // nobody asks `window.CiamLogin` whether it is a module
      minify: true,
      comments: false,
      postBanner: licences,
    },
  },
};

const locales: BuildEnvironmentOptions = {
  outDir: 'dist/cdn/locales',
  emptyOutDir: false,
  lib: {
    entry: Object.fromEntries(languages().map((name) => [name, source(`locales/${name}.ts`)])),
    formats: ['es'],
  },
  rolldownOptions: { output: { entryFileNames: '[name].js', minify: true } },
};

const demo: BuildEnvironmentOptions = { ...shared, outDir: '../dist/demo', emptyOutDir: true };

/** One line instead of a notice for each module that is inside; the notices are in the file that it names. */
function licences({ isEntry }: { isEntry: boolean }): string {
  return isEntry ? '/*! ciam-login, Lit and others: their licences are in LICENSES.txt */' : '';
}

/** Takes the indentation out of html and css templates. */
function minify(): PluginOption {
  const plugin: unknown = minifyHtmlLiterals({
    failOnError: true,
    // Lit's templates are parsed as HTML, where `<path/>` in an svg must keep its slash.
    options: { minifyOptions: { keepClosingSlash: true } },
  });
  return plugin as PluginOption; // it is typed for Rollup, whose plugins Vite takes
}

/** Each module people may import by itself, from its name in `dist` to its source. */
function packageEntries(): Record<string, string> {
  const files = [
    ...filesIn('entries')
      .filter((name) => name !== 'cdn')
      .map((name) => [name, `entries/${name}.ts`] as const),
    ...methods().map((name) => [`methods/${name}`, `methods/${name}.ts`] as const),
    ...languages().map((name) => [`locales/${name}`, `locales/${name}.ts`] as const),
  ];
  return Object.fromEntries(files.map(([name, path]) => [name, source(path)]));
}

/** The ways of logging in: each has a file with its step beside it. */
function methods(): string[] {
  const names = filesIn('methods');
  return names.filter((name) => names.includes(`${name}-step`));
}

/** The further languages: files that are named by a tag and nothing else. */
function languages(): string[] {
  return filesIn('locales').filter((name) => /^[a-z]{2,3}(-[a-z]{2})?$/.test(name));
}

function filesIn(folder: string): string[] {
  const path = source(folder);
  if (!existsSync(path)) return [];
  return readdirSync(path)
    .filter((name) => name.endsWith('.ts'))
    .map((name) => name.slice(0, -3));
}

function source(path: string): string {
  return fileURLToPath(new URL(`src/${path}`, import.meta.url));
}
