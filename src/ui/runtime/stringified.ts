/** Names in one warning what a framework has written into attributes of the element instead of setting it as a property. */
export function warnOfStringified(element: Element): void {
  const names = [...element.attributes]
    .filter(({ value }) => value.startsWith('[object '))
    .map(({ name }) => `${name}="[object …]"`);
  if (names.length > 0)
    console.warn(
      `<${element.localName} ${names.join(' ')}>: set it as a property, by a script; attributes are texts.`,
    );
}
