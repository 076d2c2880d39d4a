import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../../../', import.meta.url));
const NOT_IN_A_CLONE = ['.git', 'node_modules', 'dist', 'artifacts', 'coverage'];
const ADDRESS = /http:\/\/localhost:\d+\//;

/** Somebody who has just cloned the project, and types `npm start`. */
export interface Newcomer {
  /** The address that is printed. */
  address(): Promise<string>;
  /** Presses Ctrl-C: as a terminal does, to all that was started. Returns npm's exit code. */
  pressCtrlC(): Promise<number | null>;
  /** Command lines of what was started and still runs. */
  processes(): string[];
  /** Ends what is left, and throws the copy away. */
  cleanUp(): void;
}

/** Copies the project without anything that is built, lends it our `node_modules`, and starts it. */
export function startNewcomer(): Newcomer {
  const folder = mkdtempSync(join(tmpdir(), 'ciam-login-newcomer-'));
  cpSync(ROOT, folder, { recursive: true, filter: (path) => !NOT_IN_A_CLONE.includes(basename(path)) });
  symlinkSync(join(ROOT, 'node_modules'), join(folder, 'node_modules'));
  const npm = spawn('npm', ['start'], { cwd: folder, detached: true, stdio: ['ignore', 'pipe', 'pipe'] });
  const exit = once(npm, 'exit') as Promise<[code: number | null, signal: NodeJS.Signals | null]>;
  const group = npm.pid!;
  return {
    address: () => printedAddress(npm),
    async pressCtrlC() {
      process.kill(-group, 'SIGINT');
      const [code] = await exit;
      return code;
    },
    processes: () => processesOf(group),
    cleanUp() {
      if (processesOf(group).length) process.kill(-group, 'SIGKILL');
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function printedAddress(npm: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let printed = '';
    for (const stream of [npm.stdout, npm.stderr]) {
      stream?.on('data', (part: Buffer) => {
        printed += part.toString();
        const [address] = ADDRESS.exec(printed) ?? [];
        if (address) resolve(address);
      });
    }
    npm.once('exit', (code) => reject(new Error(`npm start ended with ${String(code)}:\n${printed}`)));
  });
}

/** The command lines of a process group; a detached child leads one of its own. */
function processesOf(group: number): string[] {
  const { stdout } = spawnSync('ps', ['-eo', 'pgid=,stat=,args='], { encoding: 'utf8' });
  return stdout
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line.startsWith(`${group} `) && !/^\d+ Z/.test(line));
}
