import { createServer, request } from 'node:http';
import { describe, expect, it } from 'vitest';
import { startAlipay } from '../../../demo/alipay/alipay-server.js';
import { closeServer, listen } from '../../../demo/listen.js';
import { linksOf, REQUEST, SHOPS, startAlipayBench } from './support.js';

const codes: string[] = [];
const { url, ask, askFor } = await startAlipayBench(() => {
  codes.push('code');
  return 'code';
});

describe('the authorize page', () => {
  it('is where the real one is', () => {
    expect(url).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/oauth2\/publicAppAuthorize\.htm$/);
  });

  it.each([
    [{}],
    [{ scope: 'auth_base' }],
    [{ state: 'a' }],
    [{ state: '+/=Az09'.repeat(14) + 'aa' }],
    [{ redirect_uri: `${SHOPS[1]}/deep/page?a=b%2Cc` }],
    [{ something: 'else' }],
  ])('serves %o', async (change) => {
    const response = await ask(change);
    expect(response.status).toBe(200);
    const html = await response.text();
    for (const [name, value] of Object.entries({ ...REQUEST, ...change })) {
      const shown = html.includes(`data-parameter="${name}">${value.replaceAll('&', '&#38;')}<`);
      expect(shown).toBe(name in REQUEST);
    }
    expect(codes, 'codes issued before anybody has agreed').toEqual([]);
  });

  it('has a link for each way, and no other', async () => {
    expect([...linksOf(await (await ask()).text()).keys()]).toEqual([
      ...['agree', 'cancel', 'agree-bind', 'agree-register', 'agree-mfa'],
      ...['slow', 'never', 'forged-state', 'doubled-state', 'foreign-app'],
    ]);
  });

  it('tells what the shop wants to know', async () => {
    expect(await (await ask()).text()).toContain('Your name, your picture');
    expect(await (await ask({ scope: 'auth_base' })).text()).toContain('Your member id, nothing else');
  });

  it('works without a script, under a strict policy, and is kept nowhere', async () => {
    for (const response of [await ask(), await ask({ scope: 'x' })]) {
      const policy = response.headers.get('content-security-policy') ?? '';
      const [, nonce] = /style-src 'nonce-([\w+/=]{24})'/.exec(policy) ?? [];
      expect(policy.split('; ').sort()).toEqual([
        "base-uri 'none'",
        "default-src 'none'",
        "form-action 'none'",
        "frame-ancestors 'none'",
        'img-src data:',
        `style-src 'nonce-${nonce}'`,
      ]);
      const html = await response.text();
      expect(html).toContain(`<style nonce="${nonce}">`);
      expect(html).not.toMatch(/<script|\sstyle=|\son\w+=/);
      expect(response.headers.get('cache-control')).toBe('no-store');
      expect(response.headers.get('referrer-policy')).toBe('no-referrer');
      expect(response.headers.get('x-content-type-options')).toBe('nosniff');
    }
    const nonces = [await ask(), await ask()].map(({ headers }) => headers.get('content-security-policy'));
    expect(nonces[0]).not.toBe(nonces[1]);
  });
});

describe('a redirect_uri', () => {
  it('need not be encoded as far as its own question mark goes', async () => {
    const { redirect_uri: address, ...rest } = REQUEST;
    const query = `${String(new URLSearchParams(rest))}&redirect_uri=${address.replace('&', '%26')}`;
    const html = await (await askFor(query)).text();
    expect(html).toContain(`data-parameter="redirect_uri">${address.replace('&', '&#38;')}<`);
  });
});

describe('startAlipay', () => {
  it('asks for the registered origins each time', async () => {
    const origins: string[] = [];
    const alipay = await startAlipay({ issueCode: () => '', registeredOrigins: () => origins });
    const status = async (): Promise<number> =>
      (await fetch(`${alipay.authorizeUrl}?${String(new URLSearchParams(REQUEST))}`)).status;
    try {
      expect(await status()).toBe(400);
      origins.push(SHOPS[0]);
      expect(await status()).toBe(200);
    } finally {
      await alipay.stop();
    }
    await expect(status()).rejects.toThrow('fetch failed');
  });

  it('says when its port is taken', async () => {
    const other = createServer();
    const port = await listen(other, 0, '127.0.0.1');
    const options = { issueCode: () => '', registeredOrigins: () => [], port };
    await expect(startAlipay(options)).rejects.toThrow('EADDRINUSE');
    await closeServer(other);
  });

  it('reads a path that is no address', async () => {
    const { port } = new URL(url);
    const status = await new Promise<number | undefined>((resolve, reject) => {
      request({ port, host: '127.0.0.1', path: '//?//' }, (res) => {
        res.resume();
        resolve(res.statusCode);
      })
        .on('error', reject)
        .end();
    });
    expect(status).toBe(404);
  });
});
