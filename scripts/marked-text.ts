import { readFileSync, writeFileSync } from 'node:fs';
import { format, resolveConfig } from 'prettier';
import { ROOT } from './files.js';

/** The part of a Markdown file that a script writes: `<!-- sri -->` … `<!-- /sri -->`. */
export class MarkedText {
  readonly #file: string;
  readonly #begin: string;
  readonly #end: string;

  constructor(file: string, mark: string) {
    this.#file = file;
    this.#begin = `<!-- ${mark} -->`;
    this.#end = `<!-- /${mark} -->`;
  }

  /** What stands there. */
  get text(): string {
    return this.#parts.between;
  }

  /** What would stand there after `write`. */
  async formatted(markdown: string): Promise<string> {
    const config = await resolveConfig(ROOT + this.#file);
    return `\n\n${(await format(markdown, { ...config, parser: 'markdown' })).trim()}\n\n`;
  }

  async write(markdown: string): Promise<void> {
    const { before, after } = this.#parts;
    writeFileSync(ROOT + this.#file, before + (await this.formatted(markdown)) + after);
  }

  get #parts(): { before: string; between: string; after: string } {
    const text = readFileSync(ROOT + this.#file, 'utf8');
    const begin = text.indexOf(this.#begin) + this.#begin.length;
    const end = text.indexOf(this.#end);
    if (begin < this.#begin.length || end < begin)
      throw new Error(`${this.#file} lacks ${this.#begin} … ${this.#end}`);
    return { before: text.slice(0, begin), between: text.slice(begin, end), after: text.slice(end) };
  }
}
