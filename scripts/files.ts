import { existsSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** The project's folder, with a slash at the end. */
export const ROOT = fileURLToPath(new URL('../', import.meta.url));

/** Every file in a folder of the project and below whose name ends so: paths from the project's folder, sorted. */
export function listFiles(folder: string, ending: string): string[] {
  if (!existsSync(ROOT + folder)) return [];
  return readdirSync(ROOT + folder, { recursive: true, encoding: 'utf8' })
    .map((name) => `${folder}/${name.replaceAll('\\', '/')}`)
    .filter((path) => path.endsWith(ending))
    .sort();
}

/** Ends a check: prints what is wrong and sets the exit code, or says in one line that all is well. */
export function report(problems: string[], allWell: string): void {
  for (const problem of problems) console.error(`✗ ${problem}`);
  if (problems.length > 0) process.exitCode = 1;
  else console.log(`✓ ${allWell}`);
}
