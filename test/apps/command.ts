import { spawn } from 'node:child_process';
import { stripVTControlCharacters } from 'node:util';

/** What came of a program. */
export interface Outcome {
  readonly ok: boolean;
  /** What it printed, both streams. */
  readonly output: string;
  readonly seconds: number;
}

const LIMIT_MS = 240_000;

/** Runs a program to its end; in a process group of its own, so that nothing of it is left when it takes too long. */
export async function run(cwd: string, command: string, env: NodeJS.ProcessEnv = {}): Promise<Outcome> {
  const begin = Date.now();
  const [program = '', ...args] = command.split(' ');
  const child = spawn(program, args, {
    cwd,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (data: Buffer) => (output += data.toString()));
  const timer = setTimeout(() => {
    output += `\nIt did not end within ${LIMIT_MS / 1000} s.`;
    endGroup(child.pid);
  }, LIMIT_MS);
  const giveUp = () => endGroup(child.pid);
  process.once('exit', giveUp);
  const ok = await new Promise<boolean>((resolve) => {
    child.once('error', (error) => {
      output += error.message;
      resolve(false);
    });
    child.once('close', (code) => resolve(code === 0));
  });
  clearTimeout(timer);
  process.off('exit', giveUp);
  return { ok, output: stripVTControlCharacters(output), seconds: (Date.now() - begin) / 1000 };
}

/** Ends a program that was started `detached`, with everything that it has started. */
export function endGroup(pid: number | undefined): void {
  try {
    if (pid !== undefined) process.kill(-pid, 'SIGKILL');
  } catch {
    // It had ended by itself.
  }
}
