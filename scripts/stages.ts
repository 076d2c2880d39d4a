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
const running = new Set<ChildProcess>();
let interrupted = false;

/**
 * Runs the stages in their order, the later ones even if an earlier one fails. Prints a summary, sets the exit code.
 *
 * @param atOnce how many may run side by side; more than one, and what a stage says is shown when it has ended
 */
export async function runStages(stages: readonly Stage[], atOnce = 1): Promise<void> {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () => {
      interrupted = true;
      for (const child of running) end(child);
    });
  }
  const summary: string[] = [];
  const waiting = [...stages];
  const worker = async () => {
    for (let stage = waiting.shift(); stage; stage = waiting.shift())
      summary[stages.indexOf(stage)] = await runAndTell(stage, atOnce > 1);
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
  console.log(`\n${summary.join('\n')}`);
}

/** Gives the stage's line in the summary. */
async function runAndTell(stage: Stage, isQuiet: boolean): Promise<string> {
  const title = `\n── ${stage.name}: ${stage.command.join(' ')}`;
  const said: Buffer[] = [];
  const begin = Date.now();
  if (!isQuiet) console.log(title);
  const failure = await run(stage, isQuiet ? said : undefined);
  if (isQuiet) console.log(`${title}\n${Buffer.concat(said).toString().trimEnd()}`);
  if (interrupted) process.exit(130);
  if (failure) process.exitCode = 1;
  const seconds = ((Date.now() - begin) / 1000).toFixed(1);
  return `${failure ? '✗' : '✓'} ${stage.name.padEnd(16)} ${seconds.padStart(6)} s  ${failure ?? ''}`;
}

/** Resolves to what went wrong, or to undefined. With `said`, its words are kept there instead of being shown. */
function run(
  { command: [program, ...args], limitSeconds }: Stage,
  said?: Buffer[],
): Promise<string | undefined> {
  return new Promise((resolve) => {
    // A process group of its own, so that ending it also ends what it started; and nobody to answer its questions.
    const child = spawn(program, args, {
      cwd: ROOT,
      stdio: said ? ['ignore', 'pipe', 'pipe'] : ['ignore', 'inherit', 'inherit'],
      detached: true,
    });
    for (const stream of [child.stdout, child.stderr])
      stream?.on('data', (words: Buffer) => said?.push(words));
    running.add(child);
    let late = false;
    const timer = setTimeout(() => {
      late = true;
      end(child);
    }, limitSeconds * 1000);
    const done = (failure?: string): void => {
      running.delete(child);
      clearTimeout(timer);
      resolve(late ? `did not end within ${limitSeconds} s` : failure);
    };
    child.on('error', (error) => {
      done(error.message);
    });
    child.on('exit', () => {
      kill(child, 'SIGKILL'); // whatever it left behind
    });
    // After `exit`: by now all that it said has come.
    child.on('close', (code, signal) => {
      done(code === 0 ? undefined : `ended with ${code ?? signal ?? 'nothing'}`);
    });
  });
}

/** Asks a stage to end, and a little later no longer asks. */
function end(child: ChildProcess): void {
  kill(child, 'SIGTERM');
  setTimeout(() => {
    kill(child, 'SIGKILL');
  }, GRACE_MS).unref();
}

function kill(child: ChildProcess, signal: NodeJS.Signals): void {
  if (child.pid === undefined) return;
  try {
    process.kill(-child.pid, signal);
  } catch {
    // nothing of it is left
  }
}
