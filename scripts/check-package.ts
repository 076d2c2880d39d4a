/**
 * Looks at the package as people get it: what is in the tarball, what `publint` and `attw` say of it, and whether every
 * module that it offers can be imported where there is no DOM, and has sound types.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { report, ROOT } from './files.js';
import { packPackage, type PackedPackage } from './packed-package.js';

const EXPECTED = [
  /^(LICENSE|README\.md|package\.json|custom-elements\.json)$/,
  /^dist\/cdn\/LICENSES\.txt$/,
  // Minified, so each comes with its source map, which has the sources in it.
  /^dist\/cdn\/(chunks\/|locales\/)?[\w.-]+\.js(\.map)?$/,
  /^types\/(vue|svelte)\.d\.ts$/,
  /^dist\/(?!cdn\/|demo\/)([\w-]+\/)*[\w-]+(\.js|\.d\.ts)$/,
];
const ALWAYS = ['LICENSE', 'README.md', 'package.json', 'custom-elements.json', 'dist/cdn/LICENSES.txt'];

const packed = packPackage();
try {
  const { files, modules } = packed;
  report(
    [
      ...files
        .filter((path) => !EXPECTED.some((pattern) => pattern.test(path)))
        .map((path) => `${path} does not belong into the package`),
      ...ALWAYS.filter((path) => !files.includes(path)).map((path) => `the package lacks ${path}`),
      ...lint('publint', 'publint/src/cli.js', ['run', packed.tarball, '--strict']),
      ...lint('attw', '@arethetypeswrong/cli/dist/index.js', [packed.tarball, '--profile', 'esm-only']),
      ...importProblems(packed),
      ...typeProblems(packed),
    ],
    `${files.length} files, publint and attw content; ${modules.length} modules import without a DOM, and have types`,
  );
} finally {
  packed.remove();
}

/** What a tool has to say, if it is not content. */
function lint(name: string, script: string, args: readonly string[]): string[] {
  const { status, stdout, stderr } = spawnSync(process.execPath, [`${ROOT}node_modules/${script}`, ...args], {
    encoding: 'utf8',
    cwd: packed.app,
  });
  return status === 0 ? [] : [`${name}: ${stdout}${stderr}`];
}

/** Imports every module in one Node, and looks whether one of them had to make itself a DOM. */
function importProblems({ app, modules }: PackedPackage): string[] {
  const script = `
    const problems = [];
    for (const name of ${JSON.stringify(modules)}) {
      const error = await import(name).then((all) => Object.keys(all).length ? '' : 'exports nothing', String);
      if (error) problems.push(name + ': ' + error);
    }
    for (const name of ['window', 'document'])
      if (name in globalThis) problems.push(name + ' has come into being');
    console.log(JSON.stringify(problems));`;
  const file = join(app, 'import-all.mjs');
  writeFileSync(file, script);
  return JSON.parse(execFileSync(process.execPath, [file], { encoding: 'utf8' })) as string[];
}

/** Compiles an app that imports every module, our declarations included, as bundlers and as Node resolve them. */
function typeProblems({ app, modules }: PackedPackage): string[] {
  const file = join(app, 'import-all.mts');
  writeFileSync(file, modules.map((name) => `export type {} from '${name}';\nimport '${name}';`).join('\n'));
  return [
    { module: ts.ModuleKind.ESNext, moduleResolution: ts.ModuleResolutionKind.Bundler },
    { module: ts.ModuleKind.NodeNext, moduleResolution: ts.ModuleResolutionKind.NodeNext },
  ].flatMap((options) => {
    const target = ts.ScriptTarget.ES2022;
    const lib = ['lib.es2022.d.ts', 'lib.dom.d.ts', 'lib.dom.iterable.d.ts'];
    const program = ts.createProgram([file], {
      ...options,
      ...{
        target,
        lib,
        strict: true,
        noEmit: true,
        skipDefaultLibCheck: true,
        types: [],
        noUncheckedSideEffectImports: true,
      },
    });
    return ts
      .getPreEmitDiagnostics(program)
      .map(({ file: where, messageText }) =>
        [where?.fileName.replace(app, '') ?? '', ts.flattenDiagnosticMessageText(messageText, '\n')].join(
          ': ',
        ),
      );
  });
}
