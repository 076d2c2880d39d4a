import type { LoginBox } from './login-box.ts';

/** Every string that can be reached from an object through properties of its own, those of Lit's included. */
function stringsIn(start: object): string[] {
  const strings: string[] = [];
  const seen = new Set<unknown>([window, document]);
  const queue: unknown[] = [start];
  for (const value of queue) {
    if (typeof value === 'string') strings.push(value);
    if ((typeof value !== 'object' && typeof value !== 'function') || value === null || seen.has(value))
      continue;
    seen.add(value);
    if (value instanceof Map) queue.push(...value.keys(), ...value.values());
    if (value instanceof Set) queue.push(...value);
    if (value instanceof HTMLInputElement) queue.push(value.value);
    if (value instanceof Node) queue.push(...value.childNodes, value.textContent);
    if (value instanceof Element) queue.push(value.shadowRoot, value.outerHTML);
    for (const { value: inner } of Object.values(Object.getOwnPropertyDescriptors(value))) queue.push(inner);
  }
  return strings;
}

/** Everywhere that something may have been left behind. */
export function traces(box: LoginBox, heard: readonly string[]): string[] {
  const { localStorage, sessionStorage, location, history } = window;
  const stores = [localStorage, sessionStorage].map((store) => JSON.stringify(Object.entries(store)));
  const page = [location.href, JSON.stringify(history.state), document.cookie, document.title];
  return [...stringsIn(box.element), ...stores, ...page, ...heard];
}
