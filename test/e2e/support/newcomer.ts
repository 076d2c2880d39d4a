import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../../../', import.meta.url));
const NOT_IN_A_CLONE = ['.git', 'node_modules', 'dist', 'artifacts', 'coverage'];
const PATIENCE_MS = 15_000;
const ADDRESS = /http:\/\/localhost:\d+\//;

/** Somebody who has just cloned the project, and typed `npm start`. */
export interface Newcomer {
  /** The address that is printed. Rejects when it ends without. */
  address(): Promise<string>;
  /** All that was printed until now. */
  printed(): string;
  /** As a terminal does it: to all that was started. */
  pressCtrlC(): void;
  /** As another program does it: to npm, and nobody else. */
  endNpmAlone(): void;
  /** How npm ended: its exit code, or the signal; or that it did not in due time. */
  end(): Promise<number | string | null>;
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
  let printed = '';
  const address = new Promise<string>((resolve, reject) => {
    for (const stream of [npm.stdout, npm.stderr]) {
      stream.on('data', (part: Buffer) => {
        printed += part.toString();
        const [found] = ADDRESS.exec(printed) ?? [];
        if (found) resolve(found);
      });
    }
    void exit.then(() => reject(new Error(`npm start printed no address:\n${printed}`)));
  });
  address.catch(() => undefined); // it matters only to whoever asks
  return {
    address: () => address,
    printed: () => printed,
    pressCtrlC: () => void process.kill(-group, 'SIGINT'),
    endNpmAlone: () => void npm.kill('SIGTERM'),
    end: async () => {
      const ended = await Promise.race([exit, setTimeout(PATIENCE_MS, null, { ref: false })]);
      return ended ? (ended[0] ?? ended[1]) : 'still running';
    },
    processes: () => processesOf(group),
    cleanUp() {
      if (processesOf(group).length) process.kill(-group, 'SIGKILL');
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** The command lines of a process group; a detached child leads one of its own. */
function processesOf(group: number): string[] {
  const { stdout } = spawnSync('ps', ['-eo', 'pgid=,stat=,args='], { encoding: 'utf8' });
  return stdout
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line.startsWith(`${group} `) && !/^\d+ Z/.test(line));
}
