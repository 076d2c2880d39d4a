import { connect } from 'node:tls';
import { constants } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { findNginx, findOpenssl } from '../../../scripts/programs.mjs';
import { nginxStarter } from '../../support/front/nginx.js';
import { SDK } from '../support/client-bench.js';
import { FROM_DEVICE } from '../support/own-headers.js';
import { ask } from './ask.js';
import { startFrontBench } from './front-bench.js';
import { readFile } from './read-doc.js';

const nginx = findNginx();
const openssl = findOpenssl();

describe.skipIf(!nginx || !openssl)('deploy/nginx.conf and TLS', async () => {
  const { another } = await startFrontBench(nginxStarter(nginx ?? ''), openssl ?? '');

  it('keeps sessions, for those who hold no ticket', async () => {
    const { origin } = await another({ listen: 'ssl' });
    const port = Number(new URL(origin).port);
    const shake = async (session?: Buffer) => {
      const socket = connect({
        ...{ port, host: '127.0.0.1', rejectUnauthorized: false, maxVersion: 'TLSv1.2' },
        ...{ secureOptions: constants.SSL_OP_NO_TICKET, ...(session && { session }) },
      });
      await new Promise((resolve, reject) => socket.once('secureConnect', resolve).once('error', reject));
      return socket;
    };
    const first = await shake();
    const second = await shake(first.getSession());
    expect(second.isSessionReused()).toBe(true);
    first.destroy();
    second.destroy();
  });

  it('starts without a certificate as docs/deployment.md says, behind something that ends TLS', async () => {
    const [, pattern = ''] = /`sed -i '\/(.*)\/d'/.exec(readFile('docs/deployment.md')) ?? [];
    const lines = new RegExp(`${pattern}.*\n`, 'gm');
    const change = (conf: string) =>
      conf.replace(/(ssl_certificate\w* ).*;/, '$1/nowhere.pem;').replace(lines, '');
    const { origin } = await another({ change });
    expect((await ask(origin, `${SDK}/country-codes`, { headers: FROM_DEVICE })).status).toBe(200);
  });
});
