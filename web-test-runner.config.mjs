import { fileURLToPath } from 'node:url';
import { esbuildPlugin } from '@web/dev-server-esbuild';
import { defaultReporter } from '@web/test-runner';
import { ENGINES, findBrowsers } from './scripts/browsers.mjs';
import { chromium } from './test/support/chromium.ts';
import { ciamPlugin } from './test/support/ciam-plugin.ts';
import { commonJsPlugin } from './test/support/commonjs-plugin.ts';
import { firefox } from './test/support/firefox.ts';
import { noEmptyRuns } from './test/support/no-empty-runs.ts';
import { oneFilePlugin } from './test/support/one-file-plugin.ts';
import { secondOriginPlugin } from './test/support/second-origin-plugin.ts';
import { touchPlugin } from './test/support/touch-plugin.ts';
import { webkit } from './test/support/webkit.ts';

/**
 * Browser tests, run by `npm run test:browser` in every engine that is installed.
 * `BROWSERS=chromium,webkit` asks for just these, and then it is an error if one is missing.
 */
const asked = process.env.BROWSERS?.split(',');
const found = findBrowsers();
const missing = (asked ?? []).filter((engine) => !(engine in found));
if (missing.length > 0) throw new Error(`BROWSERS asks for ${missing.join(', ')}: not found on this machine`);
const wanted = ENGINES.filter((engine) => asked?.includes(engine) ?? true);

/** Files whose subject is no engine's affair: one engine shows them, and the others have the time for the rest. */
const ONCE = [
  'access/meanwhile',
  'faults/{fault-table-*,hostile-texts,login-answers,puzzle-refusals,retry-after}',
  'login/{after-success,area-codes,solve-captcha,properties,texts,wire}',
  'continued/{e-mail,id-token,secrets}',
  'frameworks/react',
  'methods/{alipay-continued,alipay-referrer,alipay-refused,alipay-return,one-click-available,own-choice,slow-tabs,tabs-under-way}',
  'languages/pseudo',
].map((files) => `test/browser/${files}.test.ts`);

/** @type {import('@web/test-runner').BrowserLauncher[]} */
const launchers = [];
if (wanted.includes('chromium') && found.chromium) launchers.push(chromium(found.chromium));
if (wanted.includes('firefox') && found.firefox) launchers.push(firefox(found.firefox));
if (wanted.includes('webkit') && found.webkit) launchers.push(webkit(found.webkit));

/** `--files` asks for files by name: then they run in every engine. */
const isWhole = !asked && !process.argv.includes('--files');

// Ctrl-C is the runner's own affair; this lets the launchers' `exit` handlers run when something else ends the run.
for (const signal of ['SIGTERM', 'SIGHUP']) process.on(signal, () => process.exit(1));

export default /** @type {import('@web/test-runner').TestRunnerConfig} */ ({
  files: ['test/browser/**/*.test.ts', ...(isWhole ? ONCE.map((files) => `!${files}`) : [])],
  groups: isWhole ? [{ name: 'once', files: ONCE, browsers: launchers.slice(0, 1) }] : [],
  nodeResolve: { exportConditions: ['development'] }, // Lit's development build warns of mistakes
  concurrentBrowsers: ENGINES.length,
  testsFinishTimeout: 240_000, // one file, on a machine that has other things to do
  // See CONTRIBUTING, "Tests that fail now and then".
  testFramework: {
    config: { timeout: '5000', forbidOnly: Boolean(process.env.CI), retries: process.env.CI ? 1 : 0 },
  },
  filterBrowserLogs: ({ args }) => !String(args[0]).startsWith('Lit is in dev mode'),
  plugins: [
    oneFilePlugin('jose'),
    oneFilePlugin('react', 'react-dom/client'),
    commonJsPlugin('ua-parser-js/src/ua-parser.js'),
    esbuildPlugin({
      ts: true,
      target: 'es2022',
      tsconfig: fileURLToPath(new URL('tsconfig.json', import.meta.url)),
    }),
    ciamPlugin(),
    touchPlugin(),
    secondOriginPlugin(),
  ],
  reporters: [noEmptyRuns(), defaultReporter()],
  browsers: launchers,
});
