import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readlinkSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll } from 'vitest';
import { type FrontOptions, type Front, type StartFront } from '../../support/front/front.js';
import { type KeyPair, makeCertificate, startTenant, type Tenant } from '../../support/front/tenant.js';
import { type ClientBench, startClientBench } from '../support/client-bench.js';
import { ask, type Question, type Reply } from './ask.js';

/** The one other origin whose pages may call. */
export const NEIGHBOUR = 'https://www.shop.example';

/** A page's files, by their addresses. */
const PAGES = {
  'index.html': `<!doctype html><title>Shop</title>${'<p>Tea, and more of it.'.repeat(40)}`,
  'assets/index-a1B2c3D4.js': `console.log('${'tea '.repeat(200)}');`,
  'login/0.1.0/ciam-login.js': `export {}; // ${'tea '.repeat(200)}`,
  'login/ciam-login.js': 'export {};',
  'login/chunks/login-a1B2c3D4.js': 'export {};',
  'large.bin': 'tea '.repeat(2_000_000),
  '.env': 'SECRET=1',
};

/** What a tenant's answers may have that is nothing to the page. */
export const LEFT_BEHIND = {
  'Set-Cookie': 'tenant=1',
  'X-Powered-By': 'Tea',
  'Content-Security-Policy-Report-Only': "default-src 'none'",
  'Clear-Site-Data': '"storage"',
  NEL: '{"report_to":"tea","max_age":60}',
  'Report-To': '{"group":"tea","max_age":60,"endpoints":[{"url":"https://tea.example"}]}',
  'Reporting-Endpoints': 'tea="https://tea.example"',
  'Alt-Svc': 'h3=":443"',
  Link: '</tea.css>; rel=preload',
  Refresh: '60',
  Expires: '0',
  Pragma: 'no-cache',
  'WWW-Authenticate': 'Basic',
  'X-Accel-Redirect': '/',
  'X-Accel-Limit-Rate': '1000',
};

/** A server in front of a tenant with TLS, both real. */
export interface FrontBench extends ClientBench {
  readonly tenant: () => Tenant;
  readonly front: () => Front;
  /** Asks the front. */
  asked(path: string, question?: Question): Promise<Reply>;
  /** How often the server in front has one of the page's files open. */
  opened(name: string): number;
  /** A certificate that the tenant does not have. */
  foreignCertificate(): KeyPair;
  /** Another one, in front of something else; it is stopped with the first. */
  another(options: Partial<FrontOptions>): Promise<Front>;
}

/** Starts them for a test file, and stops them after its last test. */
export async function startFrontBench(start: StartFront, openssl: string): Promise<FrontBench> {
  const bench = await startClientBench();
  const folder = mkdtempSync(join(tmpdir(), 'ciam-front-'));
  let tenant: Tenant;
  let front: Front;
  const others: Front[] = [];
  const options = (): FrontOptions => ({
    tenantPort: tenant.port,
    certificate: tenant.certificate,
    key: tenant.key,
    pages: `${folder}/pages`,
    allowedOrigin: NEIGHBOUR,
    work: mkdtempSync(`${folder}/work-`),
  });
  beforeAll(async () => {
    for (const [name, text] of Object.entries(PAGES)) {
      mkdirSync(join(folder, 'pages', name, '..'), { recursive: true });
      writeFileSync(join(folder, 'pages', name), text);
    }
    symlinkSync(fileURLToPath(import.meta.url), `${folder}/pages/link.ts`);
    tenant = await startTenant(openssl, folder, (request, response) => {
      for (const [name, value] of Object.entries(LEFT_BEHIND)) response.setHeader(name, value);
      bench.server.handler(request, response);
    });
    front = await start(options());
  });
  afterAll(async () => {
    await Promise.all([front, tenant, ...others].map((running) => running.stop()));
    rmSync(folder, { recursive: true });
  });
  return {
    ...bench,
    tenant: () => tenant,
    front: () => front,
    asked: (path, question) => ask(front.origin, path, question),
    opened: (name) => {
      const descriptors = `/proc/${front.pid}/fd`;
      const targets = readdirSync(descriptors).map((descriptor) => {
        try {
          return readlinkSync(`${descriptors}/${descriptor}`);
        } catch {
          return ''; // closed in between
        }
      });
      return targets.filter((target) => target === realpathSync(`${folder}/pages/${name}`)).length;
    },
    foreignCertificate: () => makeCertificate(openssl, mkdtempSync(`${folder}/foreign-`)),
    another: async (changes) => {
      const other = await start({ ...options(), ...changes });
      others.push(other);
      return other;
    },
  };
}
