import { expect, test } from '@playwright/test';
import { startNewcomer, type Newcomer } from './support/newcomer.js';
import { Person } from './support/person.js';

// One after the other: a demo takes the port that another has just left.
test.describe.configure({ timeout: 120_000, mode: 'default' });

let newcomer: Newcomer;
test.beforeEach(() => {
  newcomer = startNewcomer();
});
test.afterEach(() => newcomer.cleanUp());

test('npm start in a fresh copy shows a demo that logs in, and Ctrl-C leaves nothing behind', async ({
  page,
}) => {
  const address = await newcomer.address();
  const person = new Person(page, address);
  await person.open('en');
  const tenant = await person.box.getAttribute('base-url');
  await person.getCode();
  await person.logIn();
  await person.expectLoggedIn();

  newcomer.pressCtrlC();
  // npm 10 and 11 tell that they were interrupted, where the program below them has ended well.
  expect([0, 'SIGINT']).toContain(await newcomer.end());
  expect(newcomer.printed(), 'what Ctrl-C made it say').not.toMatch(/error/i);
  await expectNothingLeft([address, String(tenant)]);
});

test('an npm that is told to end takes its demo along', async () => {
  const address = await newcomer.address();
  newcomer.endNpmAlone();
  await newcomer.end();
  await expectNothingLeft([address]);
});

async function expectNothingLeft(addresses: readonly string[]): Promise<void> {
  await expect.poll(() => newcomer.processes(), { message: 'processes that are left' }).toEqual([]);
  for (const gone of addresses) {
    await expect(fetch(gone), `${gone} answers`).rejects.toThrow('fetch failed');
  }
}
