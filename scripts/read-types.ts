import ts from 'typescript';
import { readFileSync } from 'node:fs';
import { ROOT } from './files.js';

/** A name of the sources with the comment above it. */
export interface Documented {
  readonly name: string;
  /** As TypeScript writes it; empty for a member of a union. */
  readonly type: string;
  readonly comment: string;
}

/** The members of a union of words, each with its comment. Throws where one has none. */
export function readUnion(path: string, name: string): Documented[] {
  const source = parse(path);
  const found = statementsOf(source).find(
    (node): node is ts.TypeAliasDeclaration => ts.isTypeAliasDeclaration(node) && node.name.text === name,
  );
  if (!found || !ts.isUnionTypeNode(found.type)) throw new Error(`${path} has no union ${name}`);
  return found.type.types.map((node, index, all) => {
    const word = node.getText(source).slice(1, -1);
    // The bar stands between the comment and its word.
    const gap = source.text.slice(all[index - 1]?.end ?? found.name.end, node.getStart(source));
    return { name: word, type: '', comment: needed(lastComment(gap), `${name} ${word}`) };
  });
}

/** The members of an interface, each with its comment, which may be empty. */
export function readInterface(path: string, name: string): Documented[] {
  const source = parse(path);
  const found = statementsOf(source).find(
    (node): node is ts.InterfaceDeclaration => ts.isInterfaceDeclaration(node) && node.name.text === name,
  );
  if (!found) throw new Error(`${path} has no interface ${name}`);
  return found.members.filter(ts.isPropertySignature).map((member) => ({
    name: member.name.getText(source),
    type: member.type?.getText(source) ?? 'unknown',
    comment: commentBefore(source, member),
  }));
}

/** The first comment of a file that stands before everything else; `''` without one. */
export function readHead(path: string): string {
  const source = parse(path);
  const first = source.statements[0];
  return first ? commentBefore(source, first) : '';
}

/** What a file exports by name from others, types left out, with where each comes from. */
export function readReexports(path: string): { readonly name: string; readonly from: string }[] {
  const source = parse(path);
  return statementsOf(source)
    .filter(ts.isExportDeclaration)
    .filter(({ isTypeOnly, exportClause }) => !isTypeOnly && exportClause && ts.isNamedExports(exportClause))
    .flatMap(({ exportClause, moduleSpecifier }) =>
      (exportClause as ts.NamedExports).elements
        .filter(({ isTypeOnly }) => !isTypeOnly)
        .map(({ name }) => ({ name: name.text, from: (moduleSpecifier as ts.StringLiteral).text })),
    );
}

/** A function of a file: its parameters as written, and its comment. `undefined` where it has none of this name. */
export function readFunction(path: string, name: string): Documented | undefined {
  const source = parse(path);
  const found = statementsOf(source).find(
    (node): node is ts.FunctionDeclaration => ts.isFunctionDeclaration(node) && node.name?.text === name,
  );
  if (!found) return undefined;
  const parameters = found.parameters.map((parameter) => parameter.name.getText(source)).join(', ');
  return { name, type: `${name}(${parameters})`, comment: needed(commentBefore(source, found), name) };
}

function parse(path: string): ts.SourceFile {
  return ts.createSourceFile(path, readFileSync(ROOT + path, 'utf8'), ts.ScriptTarget.ES2022, true);
}

function statementsOf(source: ts.SourceFile): readonly ts.Statement[] {
  return source.statements;
}

function commentBefore(source: ts.SourceFile, node: ts.Node): string {
  return lastComment(source.text.slice(node.getFullStart(), node.getStart(source)));
}

/** The words of the last doc comment in a text, its tags left out. */
function lastComment(text: string): string {
  const inside = text.match(/(?<=\/\*\*).*?(?=\*\/)/gs)?.at(-1) ?? '';
  const [words = ''] = inside.replace(/^\s*\* ?/gm, '').split(/(?<!\{)@[a-z]/);
  return words
    .replaceAll(/\{@link ([^}]+)\}/g, '`$1`')
    .replaceAll(/\s+/g, ' ')
    .trim();
}

function needed(comment: string, what: string): string {
  if (!comment) throw new Error(`${what} has no comment`);
  return comment;
}
