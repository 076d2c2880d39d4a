import { test as base } from '@playwright/test';
import { startDemo, type Demo } from '../../../demo/serve.js';
import { Person } from './person.js';
import { watchComplaints, type Complaints } from './complaints.js';

interface PerTest {
  /** Somebody at the demo's page, not opened yet. */
  person: Person;
  /** What the browser complained about; a test that ends with any left has failed. */
  complaints: Complaints;
}

interface PerWorker {
  /** A demo of this worker's own. */
  demo: Demo;
}

/** Playwright's `test`, with a demo for each worker that is as new for each test. */
export const test = base.extend<PerTest, PerWorker>({
  demo: [
    // eslint-disable-next-line no-empty-pattern -- Playwright reads the names of fixtures here
    async ({}, use) => {
      const demo = await startDemo({ port: 0 });
      await use(demo);
      await demo.stop();
    },
    { scope: 'worker' },
  ],

  complaints: [
    async ({ page }, use) => {
      const complaints = watchComplaints(page);
      await use(complaints);
      complaints.expectNone();
    },
    { auto: true },
  ],

  person: async ({ page, demo }, use) => {
    demo.ciam.reset();
    await use(new Person(page, demo.url));
  },
});
