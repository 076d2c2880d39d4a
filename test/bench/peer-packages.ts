import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { ROOT } from '../../scripts/files.js';
import { run } from '../apps/command.js';

/** What is measured beside us, in fixed versions. The project does not depend on it. */
export const PEERS = {
  '@authhero/widget': '0.19.1',
  '@stytch/vanilla-js': '6.3.0',
  '@teamhanko/hanko-elements': '2.7.0',
} as const;

/** Where they are installed: outside of what is committed, and of what npm looks after. */
export const FOLDER = `${ROOT}node_modules/.cache/ciam-login/bench-peers/`;

/** Installs them, if they are not there. None of them runs code at that. */
export async function installPeers(): Promise<void> {
  const manifest = JSON.stringify({ private: true, dependencies: PEERS });
  mkdirSync(FOLDER, { recursive: true });
  if (readPeerFile('installed') === manifest) return;
  writeFileSync(`${FOLDER}package.json`, manifest);
  const { ok, output } = await run(
    FOLDER,
    'npm install --ignore-scripts --no-package-lock --no-audit --no-fund --prefer-offline',
  );
  if (!ok)
    throw new Error(
      `The peers could not be installed: this takes a registry that has them. Without them: npm run bench -- --no-peers\n${output}`,
    );
  writeFileSync(`${FOLDER}installed`, manifest);
}

/** A file of what is installed; empty where there is none. */
export function readPeerFile(path: string): string {
  try {
    return readFileSync(FOLDER + path, 'utf8');
  } catch {
    return '';
  }
}
