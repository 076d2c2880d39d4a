/**
 * Makes a fresh clone ready to run: `node scripts/setup.mjs [--browsers]`.
 *
 * It is the first thing in `npm start` and `npm test`, so it must work before `npm ci` has: Node alone, no packages.
 * What is already there is left alone; on a machine that is ready it takes a few milliseconds.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { ENGINES, findBrowsers } from './browsers.mjs';
import { findNginx, findOpenssl } from './programs.mjs';

const OLDEST_NODE = [20, 19];
const ROOT = new URL('../', import.meta.url);

/** Debian's and Ubuntu's packages for each engine. */
const PACKAGES = {
  chromium: ['chromium'],
  firefox: ['firefox-esr'],
  webkit: ['webkit2gtk-driver', 'xvfb', 'xsettingsd'],
};
/** The smallest package that draws Chinese well; without one, screenshots of the Chinese texts show empty boxes. */
const CHINESE_FONT = 'fonts-wqy-microhei';
/** Where services start by themselves, installing nginx would put a server on port 80 of somebody's machine. */
const STARTS_SERVICES = existsSync('/run/systemd/system');

checkNode();
installPackages();
if (process.argv.includes('--browsers')) installForTests();

function checkNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  const [oldestMajor = 0, oldestMinor = 0] = OLDEST_NODE;
  if (major > oldestMajor || (major === oldestMajor && minor >= oldestMinor)) return;
  stop(`ciam-login needs Node ${OLDEST_NODE.join('.')} or newer; this is ${process.versions.node}.`);
}

function installPackages() {
  if (matchesLockfile()) return;
  console.log('setup: node_modules is missing or does not match package-lock.json: npm ci');
  // Inside `npm start` this is the very npm that was called; by itself, the one on the PATH.
  const npm = process.env.npm_execpath;
  const ok = npm ? run(process.execPath, [npm, 'ci']) : run('npm', ['ci']);
  if (!ok) stop('npm ci failed; its own message is above.');
}

/** Compares the lockfile with the one npm leaves in node_modules after each install, so an `npm ci` by hand counts too. */
function matchesLockfile() {
  const wanted = readLock('package-lock.json');
  const present = readLock('node_modules/.package-lock.json');
  if (!wanted || !present) return false;
  const same = Object.entries(wanted).every(([path, entry]) => {
    const installed = present[path];
    if (path === '') return true;
    return installed
      ? installed.version === entry.version && installed.integrity === entry.integrity
      : entry.optional;
  });
  return same && Object.keys(present).every((path) => path in wanted);
}

/**
 * @typedef {Record<string, { version?: string, integrity?: string, optional?: boolean }>} Packages
 * @param {string} path
 */
function readLock(path) {
  const url = new URL(path, ROOT);
  if (!existsSync(url)) return undefined;
  const lock = /** @type {{ packages: Packages }} */ (JSON.parse(readFileSync(url, 'utf8')));
  return lock.packages;
}

function installForTests() {
  const packages = missingPackages();
  if (packages.length === 0) return;
  if (!canInstall()) {
    console.log(
      `setup: not installed here, so left out: ${packages.join(' ')} (Debian's names). The rest goes on.`,
    );
    return;
  }
  console.log(`setup: apt-get install ${packages.join(' ')}`);
  // A fresh machine has no package lists yet; another apt that is still running is waited for.
  const wait = ['-qq', '-o', 'DPkg::Lock::Timeout=300'];
  run('apt-get', ['update', ...wait]);
  const install = (/** @type {string[]} */ names) =>
    run('apt-get', ['install', '-y', ...wait, '--no-install-recommends', ...names]);
  // One name that a distribution does not have (Ubuntu: firefox-esr) makes apt refuse them all.
  if (!install(packages)) packages.forEach((name) => install([name]));
  const left = missingPackages();
  if (left.length > 0) console.log(`setup: could not be installed: ${left.join(' ')}. The rest goes on.`);
}

/** @returns {string[]} */
function missingPackages() {
  const found = findBrowsers();
  const browsers = ENGINES.filter((engine) => !found[engine]).flatMap((engine) => PACKAGES[engine]);
  if (process.platform !== 'linux') return browsers;
  return [
    ...browsers,
    ...(hasChineseFont() ? [] : [CHINESE_FONT]),
    ...(findNginx() || STARTS_SERVICES ? [] : ['nginx']),
    ...(findOpenssl() ? [] : ['openssl']),
  ];
}

function hasChineseFont() {
  const { stdout } = spawnSync('fc-list', [':lang=zh-cn', 'family'], { encoding: 'utf8' });
  return Boolean(stdout);
}

function canInstall() {
  return process.getuid?.() === 0 && existsSync('/usr/bin/apt-get');
}

/**
 * Runs a program with its output shown and nothing to answer its questions.
 * @param {string} program
 * @param {string[]} args
 */
function run(program, args) {
  const { status } = spawnSync(program, args, {
    cwd: ROOT,
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    shell: process.platform === 'win32' && program === 'npm', // npm is a .cmd file there
  });
  return status === 0;
}

/** @param {string} message */
function stop(message) {
  console.error(`setup: ${message}`);
  process.exit(1);
}
