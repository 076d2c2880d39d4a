/** `npm test`: everything that shows the widget at work, in the order from quick to slow. */
import { findBrowsers } from './browsers.mjs';
import { runStages, type Stage } from './stages.js';

const stage = (name: string, script: string, limitSeconds: number): Stage => ({
  name,
  command: ['npm', 'run', '--silent', script],
  limitSeconds,
});

await runStages([
  stage('node tests', 'test:node', 400),
  stage('build', 'build', 120),
  stage('browser tests', 'test:browser', 1000),
]);

// Side by side: the whole pages of three engines wait more than they work.
const pages = [stage('whole pages', 'test:engines', 400)];
if (findBrowsers().chromium) pages.push(stage('end to end', 'test:e2e', 600));
else console.log('No Chromium here: the end-to-end tests are left out.');
await runStages(pages, 2);
