import { minify } from 'terser';
import type { Plugin, Rolldown } from 'vite';

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
          compress: { passes: 3 },
          sourceMap: { asObject: true },
        });
        return { code: short, map: map as Rolldown.SourceMapInput };
      },
    },
  };
}
