import { minify } from 'terser';
import type { Plugin, Rolldown } from 'vite';

/** `inline: 1`: only what is one expression is put where it is called; the rest packs better where it is. */
const COMPRESS = { passes: 3, inline: 1, keep_fargs: false };

/**
 * Has terser shorten each built file before the bundler's own minifier does: it puts a function that is called from one
 * place where that place is, which the other leaves alone. It is held to what changes nothing for whoever runs the code:
 * none of its `unsafe` options, and no property gets another name.
 */
export function inlineOnce(): Plugin {
  return {
    name: 'inline-once',
    renderChunk: {
      order: 'post',
      async handler(code, _chunk, { format }) {
        const { code: short = code, map } = await minify(code, {
          ecma: 2020,
          module: format === 'es',
          compress: COMPRESS,
          // The bundler's own names are alike in more places, and so pack better.
          mangle: false,
          sourceMap: { asObject: true },
        });
        return { code: short, map: map as Rolldown.SourceMapInput };
      },
    },
  };
}
