/**
 * Writes `docs/api-report.md`: every name that the package exports, and the types of all of them as `dist` declares
 * them, so that a change of what people build on is seen in a diff: `npm run api` after `npm run build`. With `--check`
 * it writes nothing, and fails when the report is not what it would have written.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { format, resolveConfig } from 'prettier';
import ts from 'typescript';
import { listFiles, report, ROOT } from './files.js';
import { packageEntries } from './package-entries.js';

const FILE = `${ROOT}docs/api-report.md`;
const DIST = `${ROOT}dist/`;

const entries = packageEntries(listFiles('dist', '.js'));
const program = ts.createProgram(
  entries.map(({ types }) => ROOT + types),
  {
    target: ts.ScriptTarget.ES2022,
    module: ts.ModuleKind.ESNext,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    types: [],
  },
);
const checker = program.getTypeChecker();
const printer = ts.createPrinter({ removeComments: true });

/** Each declaration's text, once, by where it is. */
const declared = new Map<ts.Declaration, string>();
const names = entries.map(({ name: entry, types }) => {
  const source = program.getSourceFile(ROOT + types);
  const exported = source && checker.getSymbolAtLocation(source);
  const symbols = exported ? checker.getExportsOfModule(exported) : [];
  symbols.forEach(declare);
  return `## ${entry}\n\n${symbols
    .map(({ name }) => name)
    .sort()
    .map((name) => `\`${name}\``)
    .join(', ')}\n`;
});
const declarations = [...declared.values()].sort().join('\n\n');
const markdown = `# What the package exports

Written by \`npm run api\`; \`npm run check\` fails when the types say something else. A line that changes here changes
something that people build on: an addition is a minor version, anything else a major one, and a line in the CHANGELOG. What
no entry names is below because something that is exported needs it.

${names.join('\n')}
## Declarations

\`\`\`ts
${declarations}
\`\`\`
`;
const text = await format(markdown, { ...(await resolveConfig(FILE)), parser: 'markdown' });

if (process.argv.includes('--check')) {
  const isTrue = existsSync(FILE) && readFileSync(FILE, 'utf8') === text;
  report(
    isTrue ? [] : ['docs/api-report.md is not what dist declares: npm run build && npm run api'],
    `${entries.length} entries export what docs/api-report.md says`,
  );
} else writeFileSync(FILE, text);

/** Prints what a name stands for, and whatever of ours that is made of. */
function declare(symbol: ts.Symbol): void {
  const target = symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol;
  for (const declaration of target.declarations ?? []) {
    const statement = statementOf(declaration);
    const file = statement.getSourceFile();
    if (!file.fileName.startsWith(DIST) || declared.has(statement) || ts.isSourceFile(statement)) continue;
    const printed = printer.printNode(ts.EmitHint.Unspecified, statement, file);
    declared.set(statement, printed.replace(/^export /, ''));
    mentioned(statement).forEach(declare);
  }
}

/** A variable's declaration has a statement around it; the others are one. */
function statementOf(declaration: ts.Declaration): ts.Declaration {
  const { parent } = declaration as { parent?: ts.Node };
  return ts.isVariableDeclaration(declaration) && parent
    ? (parent.parent as unknown as ts.Declaration)
    : declaration;
}

/** The names of top-level things that occur in a declaration. */
function mentioned(node: ts.Node): ts.Symbol[] {
  const own = ts.isIdentifier(node) ? checker.getSymbolAtLocation(node) : undefined;
  const isTopLevel = own?.declarations?.some(
    (declaration) => ts.isImportSpecifier(declaration) || ts.isSourceFile(statementOf(declaration).parent),
  );
  const below: ts.Symbol[] = [];
  ts.forEachChild(node, (child) => {
    below.push(...mentioned(child));
  });
  return own && isTopLevel ? [own, ...below] : below;
}
