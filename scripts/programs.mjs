/** Finds programs, and starts none of them. Plain JavaScript without dependencies: `setup.mjs` needs it before `npm ci`. */
import { accessSync, constants } from 'node:fs';
import { delimiter, isAbsolute, join } from 'node:path';

/**
 * The first of these that is installed.
 * @param {(string | undefined)[]} names names to look up on the PATH, or absolute paths
 * @param {NodeJS.ProcessEnv} env
 */
export function firstOf(names, env) {
  const folders = (env.PATH ?? '').split(delimiter);
  return names
    .flatMap((name) => {
      if (!name) return [];
      return isAbsolute(name) ? [name] : folders.map((folder) => join(folder, name));
    })
    .find(isExecutable);
}

/**
 * The web server that `deploy/nginx.conf` is tested with. Debian's folder for it is on the PATH of root only.
 * @param {NodeJS.ProcessEnv} [env]
 */
export function findNginx(env = process.env) {
  return firstOf(['nginx', '/usr/sbin/nginx'], env);
}

/**
 * Makes the certificate for its tests.
 * @param {NodeJS.ProcessEnv} [env]
 */
export function findOpenssl(env = process.env) {
  return firstOf(['openssl'], env);
}

/** @param {string} path */
function isExecutable(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
