/** `npm test`: everything that shows the widget at work, in the order from quick to slow. */
import { findBrowsers } from './browsers.mjs';
import { runStages, type Stage } from './stages.js';

const stages: Stage[] = [
  { name: 'node tests', command: ['npm', 'run', '--silent', 'test:node'], limitSeconds: 400 },
  { name: 'build', command: ['npm', 'run', '--silent', 'build'], limitSeconds: 120 },
  { name: 'browser tests', command: ['npm', 'run', '--silent', 'test:browser'], limitSeconds: 1000 },
  { name: 'whole pages', command: ['npm', 'run', '--silent', 'test:engines'], limitSeconds: 240 },
];
if (findBrowsers().chromium) {
  stages.push({ name: 'end to end', command: ['npm', 'run', '--silent', 'test:e2e'], limitSeconds: 400 });
} else {
  console.log('No Chromium here: the end-to-end tests are left out.');
}
await runStages(stages);
