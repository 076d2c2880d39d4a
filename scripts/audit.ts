/**
 * `npm run audit`: asks the registry whether anything known is wrong with what is installed. Any fault in what users get
 * with ciam-login fails, and a grave one in what builds and tests it. A registry that cannot say leaves it open.
 */
import { spawnSync } from 'node:child_process';
import { report, ROOT } from './files.js';

interface Fault {
  severity: string;
  range: string;
}

/** What npm says, or why it cannot. */
interface Answer {
  vulnerabilities?: Record<string, Fault>;
  message?: string;
}

const PARTS = [
  { name: 'what users get', flags: ['--omit=dev'], severities: /./ },
  { name: 'what builds and tests it', flags: [], severities: /^(high|critical)$/ },
];

for (const { name, flags, severities } of PARTS) {
  const { vulnerabilities, message } = ask(flags);
  if (!vulnerabilities)
    console.log(`– ${name}: not audited, the registry cannot say (${message ?? 'no answer'})`);
  else
    report(
      Object.entries(vulnerabilities)
        .filter(([, { severity }]) => severities.test(severity))
        .map(([each, { severity, range }]) => `${each} ${range}: ${severity}; npm audit tells more`),
      `${name}: nothing known`,
    );
}

function ask(flags: readonly string[]): Answer {
  const { stdout } = spawnSync('npm', ['audit', '--json', ...flags], {
    cwd: ROOT,
    encoding: 'utf8',
    shell: process.platform === 'win32',
    timeout: 120_000,
  });
  try {
    return JSON.parse(stdout) as Answer;
  } catch {
    return {};
  }
}
