/**
 * The policies of docs/csp.md by their names: the blocks of code that begin with ```` ```csp name ````. Lines are joined, so
 * that each is what a header says.
 */
function readPolicies(markdown: string): Map<string, string> {
  const blocks = markdown.matchAll(/^```csp (.+)\n([^`]*)^```$/gm);
  return new Map([...blocks].map(([, name = '', text = '']) => [name, text.trim().replace(/\s+/g, ' ')]));
}

/** A policy by its name, with the examples in it (addresses, nonces) replaced by what is real. */
export function fillPolicy(
  markdown: string,
  name: string,
  real: Readonly<Record<string, string>> = {},
): string {
  let policy = readPolicies(markdown).get(name);
  if (policy === undefined) throw new Error(`docs/csp.md has no policy "${name}"`);
  for (const [example, value] of Object.entries(real)) {
    if (!policy.includes(example)) throw new Error(`"${name}" in docs/csp.md does not have ${example}`);
    policy = policy.replaceAll(example, value);
  }
  return policy;
}
