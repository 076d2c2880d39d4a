/** Names in one warning what a framework has written into attributes of the element instead of setting it as a property. */
export function warnOfStringified({ attributes }: Element): void {
  const names = [...attributes].flatMap(({ name, value }) => (value.startsWith('[object ') ? name : []));
  if (names[0])
    console.warn(`ciam-login: ${names.join()} is "[object Object]": set the property, not the attribute.`);
}
