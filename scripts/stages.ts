import { type ChildProcess, spawn } from 'node:child_process';
import './end-with-npm.mjs';
import { ROOT } from './files.js';

/** One step of a run: a command that must end by itself, well, and in time. */
export interface Stage {
  name: string;
  command: [program: string, ...args: string[]];
  limitSeconds: number;
}

const GRACE_MS = 8000;
let current: ChildProcess | undefined;
let interrupted = false;

/** Runs the stages one after another, the later ones even if an earlier one fails. Prints a summary, sets the exit code. */
export async function runStages(stages: Stage[]): Promise<void> {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () => {
      interrupted = true;
      end(current);
    });
  }
  const summary: string[] = [];
  for (const stage of stages) {
    console.log(`\n── ${stage.name}: ${stage.command.join(' ')}`);
    const begin = Date.now();
    const failure = await run(stage);
    if (interrupted) process.exit(130);
    const seconds = ((Date.now() - begin) / 1000).toFixed(1);
    summary.push(
      `${failure ? '✗' : '✓'} ${stage.name.padEnd(16)} ${seconds.padStart(6)} s  ${failure ?? ''}`,
    );
    if (failure) process.exitCode = 1;
  }
  console.log(`\n${summary.join('\n')}`);
}

/** Resolves to what went wrong, or to undefined. */
function run({ command: [program, ...args], limitSeconds }: Stage): Promise<string | undefined> {
  return new Promise((resolve) => {
    // A process group of its own, so that ending it also ends what it started; and nobody to answer its questions.
    const child = spawn(program, args, {
      cwd: ROOT,
      stdio: ['ignore', 'inherit', 'inherit'],
      detached: true,
    });
    current = child;
    let late = false;
    const timer = setTimeout(() => {
      late = true;
      end(child);
    }, limitSeconds * 1000);
    const done = (failure?: string): void => {
      clearTimeout(timer);
      resolve(late ? `did not end within ${limitSeconds} s` : failure);
    };
    child.on('error', (error) => {
      done(error.message);
    });
    child.on('exit', (code, signal) => {
      kill(child, 'SIGKILL'); // whatever it left behind
      done(code === 0 ? undefined : `ended with ${code ?? signal ?? 'nothing'}`);
    });
  });
}

/** Asks a stage to end, and a little later no longer asks. */
function end(child: ChildProcess | undefined): void {
  kill(child, 'SIGTERM');
  setTimeout(() => {
    kill(child, 'SIGKILL');
  }, GRACE_MS).unref();
}

function kill(child: ChildProcess | undefined, signal: NodeJS.Signals): void {
  if (child?.pid === undefined) return;
  try {
    process.kill(-child.pid, signal);
  } catch {
    // nothing of it is left
  }
}
