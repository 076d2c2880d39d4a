import { expect } from '@open-wc/testing';
import { SCHEMES, complaintsEverywhere, smallTargets } from '../support/axe.ts';
import { otherRings, ringFault, stopsOf } from '../support/focus-ring.ts';
import { focused } from '../support/hands.ts';
import type { LoginBox } from '../support/login-box.ts';
import { press } from '../support/steps.ts';

/** Looks at a box as it stands, and fails where somebody would be shut out. */
export async function look(box: LoginBox, state: string): Promise<void> {
  expect(await complaintsEverywhere(box), `axe, ${state}`).to.deep.equal([]);
  expect(smallTargets(box), `targets, ${state}`).to.deep.equal([]);
  expect(await faultsOnTheWay(box), `where the focus is, ${state}`).to.deep.equal([]);
}

/**
 * Goes through a box with the Tab key, and tells at each stop, in both colour schemes, what is wrong with the way in which
 * it shows. A stop that the key does not come to is a fault, too.
 */
export async function faultsOnTheWay({
  element,
  root,
}: Pick<LoginBox, 'root'> & { readonly element: HTMLElement }): Promise<string[]> {
  const stops = stopsOf(root);
  const faults: string[] = [];
  const [before, after] = [document.createElement('button'), document.createElement('button')];
  // Out of the page's last stop Firefox goes on to its own toolbar, and the keys with it.
  element.before(before);
  element.after(after);
  const inDialog = root.querySelector('dialog') !== null;
  if (inDialog) stops[0]?.focus();
  else before.focus();
  for (const [index, stop] of stops.entries()) {
    if (!inDialog || index > 0) await press('Tab');
    const name = stop.id || (stop.getAttribute('aria-label') ?? stop.textContent.trim());
    if (focused() !== stop) faults.push(`${name}: the key does not come there`);
    stop.focus();
    for (const scheme of SCHEMES) {
      Object.assign(document.documentElement.style, scheme);
      const fault = ringFault();
      if (fault) faults.push(`${name}, ${scheme.colorScheme}: ${fault}`);
    }
    document.documentElement.removeAttribute('style');
    faults.push(...otherRings(root).map((other) => `${name}: a ring around ${other}, too`));
  }
  before.remove();
  after.remove();
  return faults;
}
