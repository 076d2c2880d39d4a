import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { setTimeout as wait } from 'node:timers/promises';
import type { WebKitPaths } from '../../scripts/browsers.mjs';
import { focusWindow } from './x-focus.js';

const MAX_TRIES = 40;

/** Without these lines MiniBrowser's toolbar keeps the window at least 447 px wide; phones are narrower. */
const NARROW_TOOLBAR = `window * { min-width: 0; min-height: 0; padding: 0; margin: 0; border-width: 0; font-size: 1px }
window image { -gtk-icon-source: none; -gtk-icon-transform: scale(0.01) }
`;

/** How the desktop around the browser looks; WebKitGTK derives its media features from it. */
export interface Desktop {
  dark: boolean;
  reducedMotion: boolean;
}

/**
 * One WebKitGTK browser with all that it needs: an X server without a screen, a settings daemon, the WebDriver.
 * It speaks classic WebDriver (WebKitGTK has no BiDi) and knows nothing of the test runner.
 */
export class WebKitDriver {
  readonly #children: ChildProcess[] = [];
  readonly #folder = mkdtempSync(join(tmpdir(), 'ciam-login-webkit-'));
  #settingsDaemon: ChildProcess | undefined;
  #session = '';

  /** Starts everything, once. Rejects when one of the programs does not come up; `kill` is due then too. */
  async start({ driver, browser, xvfb, xsettingsd }: WebKitPaths): Promise<void> {
    mkdirSync(join(this.#folder, 'gtk-3.0'));
    writeFileSync(join(this.#folder, 'gtk-3.0', 'gtk.css'), NARROW_TOOLBAR);
    const display = await this.#startDisplay(xvfb);
    const env = {
      ...process.env,
      DISPLAY: display,
      WAYLAND_DISPLAY: undefined,
      XDG_CONFIG_HOME: this.#folder,
      XDG_CACHE_HOME: this.#folder,
      XDG_DATA_HOME: this.#folder,
      LANG: 'C.UTF-8',
      GDK_BACKEND: 'x11',
      NO_AT_BRIDGE: '1',
      LIBGL_ALWAYS_SOFTWARE: '1',
      WEBKIT_DISABLE_COMPOSITING_MODE: '1',
    };
    this.setDesktop({ dark: false, reducedMotion: false });
    this.#settingsDaemon = this.#spawn(xsettingsd, ['-c', this.#settingsFile], env);
    const port = await freePort();
    this.#spawn(driver, [`--port=${String(port)}`, '--host=local'], env);
    await this.#openSession(`http://127.0.0.1:${String(port)}`, browser);
    await focusWindow(display);
  }

  async #startDisplay(xvfb: string): Promise<string> {
    const args = ['-displayfd', '3', '-screen', '0', '1600x1400x24', '-nolisten', 'tcp', '-noreset'];
    const server = spawn(xvfb, args, { stdio: ['ignore', 'ignore', 'ignore', 'pipe'], detached: true });
    this.#children.push(server);
    return new Promise((resolve, reject) => {
      (server.stdio[3] as Readable).on('data', (number: Buffer) => {
        resolve(`:${String(number).trim()}`);
      });
      server.on('error', reject);
      server.on('exit', (code) => {
        reject(new Error(`Xvfb ended with ${String(code)}`));
      });
    });
  }

  async #openSession(origin: string, binary: string): Promise<void> {
    for (let tries = 0; ; tries++) {
      const up = await fetch(`${origin}/status`).catch((error: unknown) => {
        if (tries > 100) throw error;
      });
      if (up) break;
      await wait(50);
    }
    this.#session = `${origin}/session`;
    const alwaysMatch = {
      pageLoadStrategy: 'none',
      timeouts: { script: 10_000, pageLoad: 30_000, implicit: 0 },
      'webkitgtk:browserOptions': { binary, args: ['--automation'] },
    };
    const { sessionId } = (await this.call('POST', '', { capabilities: { alwaysMatch } })) as {
      sessionId: string;
    };
    this.#session = `${origin}/session/${sessionId}`;
  }

  /** One WebDriver command, `path` being relative to the session. Gives its value, or rejects with its message. */
  async call(
    method: 'GET' | 'POST' | 'DELETE',
    path: string,
    body: object = {},
    limitMs = 15_000,
  ): Promise<unknown> {
    const response = await fetch(this.#session + path, {
      method,
      signal: AbortSignal.timeout(limitMs),
      ...(method === 'POST' && {
        body: JSON.stringify(body),
        headers: { 'content-type': 'application/json' },
      }),
    });
    const { value } = (await response.json()) as { value: unknown };
    if (!response.ok) throw new Error(`WebKitWebDriver ${method} ${path}: ${JSON.stringify(value)}`);
    return value;
  }

  /**
   * Runs the body of a function in the page. Between two test files the page before may just be going away, and takes
   * the call with it; the page that comes is then asked again.
   */
  async evaluate(script: string, ...args: unknown[]): Promise<unknown> {
    for (let tries = 1; ; tries++) {
      try {
        return await this.call('POST', '/execute/sync', { script, args });
      } catch (error) {
        if (tries === MAX_TRIES || !String(error).includes('no such frame')) throw error;
        await wait(50);
      }
    }
  }

  /** Tells the browser, through the settings daemon, that the desktop looks different now. */
  setDesktop({ dark, reducedMotion }: Desktop): void {
    const theme = dark ? 'Adwaita-dark' : 'Adwaita';
    writeFileSync(
      this.#settingsFile,
      `Net/ThemeName "${theme}"\nGtk/EnableAnimations ${reducedMotion ? '0' : '1'}\n`,
    );
    this.#settingsDaemon?.kill('SIGHUP');
  }

  /** Ends all processes and removes the profile. Synchronous, so that it also works while Node is exiting. */
  kill(): void {
    for (const child of this.#children.reverse()) killGroup(child);
    this.#children.length = 0;
    rmSync(this.#folder, { recursive: true, force: true, maxRetries: 3 });
  }

  get #settingsFile(): string {
    return join(this.#folder, 'xsettingsd.conf');
  }

  #spawn(program: string, args: string[], env: NodeJS.ProcessEnv): ChildProcess {
    // In a process group of its own, so that `kill` also reaches what it starts: the browser and its web processes.
    const child = spawn(program, args, { stdio: 'ignore', detached: true, env });
    child.on('error', (error) => {
      console.error(`${program}: ${error.message}`);
    });
    this.#children.push(child);
    return child;
  }
}

function killGroup({ pid }: ChildProcess): void {
  if (pid === undefined) return; // it never started
  try {
    process.kill(-pid, 'SIGKILL');
  } catch {
    // it has ended by itself
  }
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (address === null || typeof address === 'string') throw new Error('no free port');
  return address.port;
}
