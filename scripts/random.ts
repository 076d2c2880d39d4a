/**
 * `npm run test:random`: random sessions in a real browser, against the real server. `-- --seed 123` plays just that one
 * again and, where it fails, leaves out all that it does not need to fail; `-- --sessions 2000` plays many, from a seed
 * that it prints, or from `--seed` on; `--times 20` plays each so often, for how it meets the network differs;
 * `--browsers firefox,webkit` in others than Chromium.
 */
import { spawnSync } from 'node:child_process';
import { parseArgs } from 'node:util';
import { ROOT } from './files.js';

const { values } = parseArgs({
  options: {
    seed: { type: 'string' },
    sessions: { type: 'string' },
    times: { type: 'string', default: '1' },
    browsers: { type: 'string', default: 'chromium' },
  },
});
const wholeNumber = (text: string, name: string): number => {
  const number = Number(text);
  if (!Number.isInteger(number) || number < 1) throw new Error(`--${name} has to be a whole number from 1`);
  return number;
};
// Fresh ones each second, and small enough to be typed.
const seed = wholeNumber(values.seed ?? String(Math.floor(Date.now() / 1000) % 1e9), 'seed');
const sessions = wholeNumber(values.sessions ?? (values.seed === undefined ? '500' : '1'), 'sessions');
const times = wholeNumber(values.times, 'times');

console.log(`${sessions} random sessions from seed ${seed} on, in ${values.browsers}`);
const { status } = spawnSync(
  process.execPath,
  [
    ...['--import', 'tsx', 'node_modules/@web/test-runner/dist/bin.js'],
    ...['--files', 'test/browser/random/random.test.ts'],
  ],
  {
    cwd: ROOT,
    stdio: 'inherit',
    env: {
      ...process.env,
      BROWSERS: values.browsers,
      RANDOM_SEED: String(seed),
      RANDOM_SESSIONS: String(sessions),
      RANDOM_TIMES: String(times),
    },
  },
);
process.exitCode = status ?? 1;
