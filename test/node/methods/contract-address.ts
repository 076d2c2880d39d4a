import { expect, it } from 'vitest';
import { createClient } from '../../../src/client/client.js';
import { createRedirectState } from '../../../src/flow/redirect-state.js';
import { Abandoned } from '../../../src/protocol/errors.js';
import { rejection } from '../support/caught.js';
import { fakeDevice } from '../support/fake-device.js';
import { type Contract, runOf } from './contract.js';

const PAGE = 'https://shop.example/login';

/** Addresses of pages that have nothing to do with a login, or with another's. */
const FOREIGN = [
  '',
  '?',
  '#',
  '?a=1',
  '?code=1',
  '?code=1&state=2',
  '?state=2&code=1#top',
  '?auth_code=1&state=2&app_id=3',
  '?error=access_denied&state=x',
  '?state',
  '?state=',
  '?state=1&state=2',
  '?%E8=%&state=%',
  '?__proto__=1&constructor=2',
  `?code=1&state=${'0'.repeat(64)}`,
  `?code=1&state=${createRedirectState('other:1')}`,
  '#code=1&state=2',
];

/** What the page's address is to a method: nothing, unless it is an answer to the method's own redirect. */
export function describeAddress({ method, configured, browser }: Contract): void {
  const client = () => createClient({ baseUrl: 'https://ciam.example', clientId: 'a' }, fakeDevice());
  const configuredRun = () => runOf(client, (property) => configured[property]);

  it.each(FOREIGN)('promise S4: is left alone when it is not an answer to this: %j', async (address) => {
    browser().open(PAGE + address);
    const step = await method.begin();
    for (const each of [configuredRun(), runOf(client)]) expect(step.resume?.(each) ?? null).toBeNull();
    expect(browser().replaced).toEqual([]);
  });

  it('promise S4: is known again by a method that leaves the page, and by no other', async () => {
    const step = await method.begin();
    expect(step.resume !== undefined).toBe(method.leavesPage === true);
    if (!step.resume) return;

    const controller = new AbortController();
    const leaving = step.submit({}, { ...configuredRun(), signal: controller.signal });
    controller.abort();
    expect(await rejection(() => leaving)).toBeInstanceOf(Abandoned);
    const state = new URL(browser().left[0]!).searchParams.get('state')!;
    // The form looks for this before it loads any code.
    expect(state).toMatch(/^[\da-f]{64}$/);

    browser().open(`${PAGE}?a=1&state=${state}#top`);
    expect(step.resume(runOf(client))).toBeNull();
    expect(step.resume(configuredRun())).not.toBeNull();
    expect(browser().replaced).toEqual([`${PAGE}?a=1#top`]);
    expect(step.resume(configuredRun())).toBeNull();
  });
}
