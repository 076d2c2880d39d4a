/** The headers of the block in docs/cors.md, by their names in lower case; each line of it is one, or goes on with one. */
export function readCorsList(markdown: string): Record<string, string> {
  const [, block = ''] = /^```\n(Access-Control-[^`]*)^```$/m.exec(markdown) ?? [];
  const lines = block.trim().replace(/\n\s+/g, ' ').split('\n');
  return Object.fromEntries(
    lines.map((line) => {
      const [name = '', value = ''] = line.split(/:\s*(.*)/s);
      return [name.toLowerCase(), value];
    }),
  );
}
