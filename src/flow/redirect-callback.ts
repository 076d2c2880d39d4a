/** A parameter of an address, as it is written there and as it is read. */
interface Parameter {
  readonly raw: string;
  readonly name: string;
  readonly value: string;
}

/** The parameters of an address's query, in their order, the same ones twice if they are there twice. */
export function parametersOf(address: string): readonly Parameter[] {
  const query = /^[^?#]*\?([^#]*)/.exec(address)?.slice(1) ?? [];
  return query
    .flatMap((text) => text.split('&'))
    .map((raw) => {
      // The `&`, since a question mark in front would be taken for that of the query.
      const read = new URLSearchParams(`&${raw}`);
      return { raw, name: [...read.keys()].join(), value: [...read.values()].join() };
    });
}

/** The values of a parameter; more than one where somebody has doubled it. */
export function valuesOf(parameters: readonly Parameter[], name: string | undefined): readonly string[] {
  return parameters.filter((parameter) => parameter.name === name).map(({ value }) => value);
}

/**
 * Takes the parameters of a callback out of an address. Everything else stays, to the letter: the page's own query,
 * also where it has a parameter of the same name, and its hash.
 *
 * @param names The parameters that a callback brings.
 * @param returnTo The address that the callback was asked to come to; what its own query says is the page's.
 */
export function withoutCallback(
  address: string,
  names: readonly (string | undefined)[],
  returnTo: string,
): string {
  const own = [...parametersOf(returnTo)];
  const kept = parametersOf(address).filter(({ name, value }) => {
    if (!names.includes(name)) return true;
    // Not as they are written: a browser encodes more than a page does.
    const index = own.findIndex((parameter) => parameter.name === name && parameter.value === value);
    // One for one: what is there twice, and was asked for once, came once from elsewhere.
    if (index >= 0) own.splice(index, 1);
    return index >= 0;
  });
  const query = (kept.length ? '?' : '') + kept.map(({ raw }) => raw).join('&');
  return address.replace(/^([^?#]*)\?[^#]*/, (_, before: string) => before + query);
}
