import { afterAll, beforeEach } from 'vitest';
import type { CiamServer, CiamServerOptions } from '../../../demo/server/ciam-server.js';
import { fetchCaptcha, verifyCaptcha } from '../../../src/client/captcha.js';
import { type CiamClient, type ClientConfig, createClient } from '../../../src/client/client.js';
import { sendSmsCode } from '../../../src/client/send-code.js';
import { startQuickServer } from '../../support/quick-server.js';
import { type FakeDevice, fakeDevice } from './fake-device.js';

export const SDK = '/api/v2/sdk';

/** A valid number without a part to play. */
export const MOBILE = '13912345678';

/** A real server on loopback, and clients of it that run in plain Node. */
export interface ClientBench {
  readonly server: CiamServer;
  connect(config?: Partial<ClientConfig>, device?: FakeDevice): CiamClient;
  /** A captcha token, as a person who solves the puzzle gets it. */
  solve(client: CiamClient, mobile?: string): Promise<string>;
  /** A code that was really sent. */
  code(client: CiamClient, mobile?: string): Promise<string>;
  /** How often a path was really asked for. */
  count(path: string): number;
}

/** Starts a server for a test file; it is reset before each test and stopped after the last. */
export async function startClientBench(options: CiamServerOptions = {}): Promise<ClientBench> {
  const server = await startQuickServer(options);
  beforeEach(() => server.reset());
  afterAll(() => server.stop());

  const bench: ClientBench = {
    server,
    connect: (config = {}, device = fakeDevice()) =>
      createClient({ baseUrl: server.origin, clientId: 'demo-client', ...config }, device),

    async solve(client, mobile = MOBILE) {
      const challenge = await fetchCaptcha(client);
      return verifyCaptcha(client, { challenge, x: server.puzzleX(challenge.token)!, mobile });
    },

    async code(client, mobile = MOBILE) {
      const captchaToken = await bench.solve(client, mobile);
      await sendSmsCode(client, { mobile, type: 'LOGIN_SMS', captchaToken });
      return server.inbox.latestCode(mobile)!;
    },

    count: (path) => server.journal.list(path).length,
  };
  return bench;
}
