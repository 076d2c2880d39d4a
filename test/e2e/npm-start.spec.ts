import { expect, test } from '@playwright/test';
import { Person } from './support/person.js';
import { startNewcomer } from './support/newcomer.js';

test.describe.configure({ timeout: 120_000 });

test('npm start in a fresh copy shows a demo that logs in, and Ctrl-C leaves nothing behind', async ({
  page,
}) => {
  const newcomer = startNewcomer();
  try {
    const address = await newcomer.address();
    const person = new Person(page, address);
    await person.open('en');
    const tenant = await person.box.getAttribute('base-url');
    await person.getCode();
    await person.logIn();
    await person.expectLoggedIn();

    expect(await newcomer.pressCtrlC(), 'exit code').toBe(0);
    for (const gone of [address, String(tenant)]) {
      await expect(fetch(gone), `${gone} after Ctrl-C`).rejects.toThrow('fetch failed');
    }
    expect(newcomer.processes(), 'processes that are left').toEqual([]);
  } finally {
    newcomer.cleanUp();
  }
});
