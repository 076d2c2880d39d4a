import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createCaptchaStore } from './captcha-store.js';
import { mergeSettings } from './check-settings.js';
import { createClock } from './clock.js';
import { createCodeStore } from './code-store.js';
import { createCors } from './cors.js';
import { createFaults, type Faults } from './faults.js';
import { createGrantStore, type GrantOptions } from './grant-store.js';
import { createGallery } from './puzzle/gallery.js';
import { createIdTokens } from './id-tokens.js';
import { createInbox, type Inbox } from './inbox.js';
import { createJournal, type Journal } from './journal.js';
import { createPasswordTries } from './password-tries.js';
import { createRequestHandler } from './request-handler.js';
import { createSessionStore } from './session-store.js';
import { defaultSettings, type Settings } from './settings.js';
import { createSignatures } from './signatures.js';
import { createStateTokens } from './state-tokens.js';
import { createStock, type Stock } from './stock.js';

/** How to start a server. */
export interface CiamServerOptions {
  /** 0 or absent = any free port. */
  port?: number;
  /** Host name in `origin`: `127.0.0.1` unless given. `localhost` listens on 127.0.0.1 too. */
  host?: string;
  /** Origins that may call from a browser; none unless given. */
  allowedOrigins?: readonly string[] | (() => readonly string[]);
  /** Known client ids; `demo-client` unless given. */
  clients?: readonly string[];
  settings?: Partial<Settings>;
  /** Of its own unless given. */
  stock?: Stock;
}

/** A stand-in for a OneAccess / BambooCloud tenant, for the demo and for tests. */
export interface CiamServer {
  readonly origin: string;
  /** To mount behind a page's own origin. */
  readonly handler: (req: IncomingMessage, res: ServerResponse) => void;
  /** Live and mutable. */
  readonly settings: Settings;
  readonly faults: Faults;
  readonly inbox: Inbox;
  readonly journal: Journal;
  /** The solution of a puzzle, for tests only. */
  puzzleX(token: string): number | null;
  /** Moves this server's own clock. */
  advance(ms: number): void;
  /** What Alipay would send back as `auth_code`. */
  issueAlipayCode(options?: GrantOptions): string;
  /** What WeChat would send back as `code`. */
  issueWechatCode(options?: GrantOptions): string;
  /** What the carrier's SDK would hand to the page. */
  issueOneClickToken(options?: GrantOptions): string;
  /** From now on another key signs id_tokens; the key set keeps the old one too. */
  rotateSigningKey(): void;
  /** State, inbox, journal, faults, clock and settings as at the start. */
  reset(): void;
  /** Ends every connection and listens no more. */
  stop(): Promise<void>;
}

/** Starts a server of its own state; many may run side by side. */
export async function startCiamServer(options: CiamServerOptions = {}): Promise<CiamServer> {
  const { port = 0, host = '127.0.0.1', allowedOrigins = [], clients = ['demo-client'] } = options;
  const { stock = createStock() } = options;
  const settings = defaultSettings();
  mergeSettings(settings, options.settings ?? {});
  const initialSettings = structuredClone(settings);
  let origin = '';

  const clock = createClock();
  const faults = createFaults();
  const journal = createJournal();
  const inbox = createInbox();
  const captchas = createCaptchaStore(settings, clock);
  const codes = createCodeStore(settings, clock);
  const grants = createGrantStore(clock);
  const states = createStateTokens(settings, clock);
  const sessions = createSessionStore(settings, clock);
  const signatures = createSignatures(clock);
  const passwordTries = createPasswordTries(clock);
  const idTokens = createIdTokens(settings, clock, () => origin, stock.firstKey);
  const cors = createCors(
    () => (typeof allowedOrigins === 'function' ? allowedOrigins() : allowedOrigins),
    settings,
  );
  const tenant = {
    ...{ settings, clock, captchas, codes, grants, inbox, states, sessions, idTokens, signatures },
    ...{ gallery: createGallery(settings, stock.painted), passwordTries },
  };
  const { handle, stop } = createRequestHandler({ tenant, clients, cors, faults, journal });

  // Much longer than a client keeps a connection: one that both end at the same moment loses a call.
  const server = createServer({ keepAliveTimeout: 60_000 }, handle);
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host === 'localhost' ? '127.0.0.1' : host, resolve);
  });
  origin = `http://${host}:${(server.address() as AddressInfo).port}`;

  return {
    origin,
    handler: handle,
    settings,
    faults,
    inbox,
    journal,
    puzzleX: captchas.solution,
    advance: clock.advance,
    issueAlipayCode: (grant) => grants.issue('alipay', grant),
    issueWechatCode: (grant) => grants.issue('wechat', grant),
    issueOneClickToken: (grant) => grants.issue('one-click', grant),
    rotateSigningKey: idTokens.rotate,
    reset: () => {
      Object.assign(settings, structuredClone(initialSettings));
      for (const part of [captchas, codes, grants, states, sessions, signatures, passwordTries]) part.clear();
      for (const part of [inbox, journal]) part.clear();
      faults.clear();
      clock.reset();
    },
    stop: () =>
      new Promise((resolve) => {
        stop();
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
