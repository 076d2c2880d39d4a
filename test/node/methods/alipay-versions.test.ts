import { describe, expect, it } from 'vitest';
import { type FakeDevice, fakeDevice } from '../support/fake-device.js';
import { type Shop, type ShopOptions, startAlipayBench, success } from './alipay-shop.js';

const { server, goAndReturn, posts } = await startAlipayBench();
const V2 = '/api/v2/sdk/login/alipay';
const V3 = '/api/v3/sdk/login/alipay';

/** One login from its beginning to its end, and the calls that it made. */
async function logIn(options: ShopOptions = {}, grant = {}): Promise<{ shop: Shop; calls: string[] }> {
  server.journal.clear();
  const shop = await goAndReturn({ answer: success(server.issueAlipayCode(grant)), ...options }, options);
  await shop.resume();
  return { shop, calls: posts() };
}

/** What a browser has found out about its tenants. */
function found({ stored }: FakeDevice): [string, string][] {
  return [...stored].filter(([key]) => key.startsWith('ciam-login:alipay-api:'));
}

function tenantHas(versions: ('v2' | 'v3')[], missing: 404 | 405 = 404): void {
  Object.assign(server.settings, { alipayVersions: versions, alipayMissingStatus: missing });
}

describe('the two versions of the call', () => {
  it('promise N1: v3 is called, once, where there is one', async () => {
    const { shop, calls } = await logIn();
    expect([shop.events, calls, found(shop.device)]).toEqual([['success'], [V3], []]);
  });

  it.each([404, 405] as const)(
    'promise N1: v2 is called after a %i, with the same code, exactly once',
    async (status) => {
      tenantHas(['v2'], status);
      const { shop, calls } = await logIn();
      expect([shop.events, calls]).toEqual([['success'], [V3, V2]]);
      const [first, second] = server.journal.list();
      expect([first!.status, second!.body]).toEqual([status, first!.body]);
    },
  );

  it('promise N1: and is remembered for this tenant, as long as the browser keeps it', async () => {
    tenantHas(['v2']);
    const device = fakeDevice();
    await logIn({ device });
    expect(found(device)).toEqual([[`ciam-login:alipay-api:${server.origin}`, 'v2']]);
    // Another page of the same browser, with a client of its own.
    for (let i = 0; i < 2; i += 1) {
      const { shop, calls } = await logIn({ device: fakeDevice(device.stored) });
      expect([shop.events, calls]).toEqual([['success'], [V2]]);
    }
    // Another tenant has to show for itself what it has.
    const config = { baseUrl: `${server.origin}/other` };
    expect((await logIn({ device: fakeDevice(device.stored), config })).calls).toEqual([
      `/other${V3}`,
      `/other${V2}`,
    ]);
  });

  it('promise N1: one that was remembered and is gone gives way to the other, once', async () => {
    tenantHas(['v2']);
    const device = fakeDevice();
    await logIn({ device });
    tenantHas(['v3']);
    expect((await logIn({ device })).calls).toEqual([V2, V3]);
    const { shop, calls } = await logIn({ device });
    expect([shop.events, calls]).toEqual([['success'], [V3]]);
  });

  it.each(['v3', '', 'v4', '__proto__', '{"v2":1}'])('takes %j in the storage for v3', async (text) => {
    const device = fakeDevice(new Map([[`ciam-login:alipay-api:${server.origin}`, text]]));
    expect((await logIn({ device })).calls).toEqual([V3]);
  });

  it('promise N1: nothing is remembered of a tenant that has neither', async () => {
    tenantHas([]);
    const { shop, calls } = await logIn();
    expect([shop.events, calls, found(shop.device)]).toEqual([['failure bad-response start'], [V3, V2], []]);
    expect(shop.errors[0]!.httpStatus).toBe(404);
  });

  it('promise N1: a refusal by v2 is none of v3, and shows that v2 is there', async () => {
    tenantHas(['v2']);
    const { shop, calls } = await logIn({}, { error: 'USER.0039' });
    expect([shop.events, calls]).toEqual([['failure user-disabled start'], [V3, V2]]);
    expect(found(shop.device)).toEqual([[`ciam-login:alipay-api:${server.origin}`, 'v2']]);
    expect((await logIn({ device: shop.device })).calls).toEqual([V2]);
  });

  it('promise N1: a lost answer of v2 shows nothing', async () => {
    tenantHas(['v2']);
    server.faults.set(V2, { kind: 'reset' });
    const { shop, calls } = await logIn();
    expect([shop.events, calls, found(shop.device)]).toEqual([['failure network start'], [V3, V2], []]);
  });

  it('promise N1: v2 is called after what Huawei’s gateway says of an address that it does not know', async () => {
    const body = { error_code: 'APIG.0101', error_msg: 'The API does not exist' };
    server.faults.set(V3, { kind: 'status', status: 404, body });
    const { shop, calls } = await logIn();
    expect([shop.events, calls]).toEqual([['success'], [V3, V2]]);
  });

  it('promise N3: giving up after the first ends it', async () => {
    tenantHas(['v2']);
    const answer = success(server.issueAlipayCode());
    const shop = await goAndReturn({ answer });
    const { fetch } = shop.device;
    shop.device.fetch = async (url, { signal, ...init }) => {
      expect(signal).toBeDefined();
      // A browser that knows nothing of signals: the answer comes all the same.
      const response = await fetch(url, init);
      shop.flow.cancel();
      return response;
    };
    await shop.resume();
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect([shop.events, posts()]).toEqual([[], [V3]]);
  });
});

/** A refusal in the server's own words: the call is there, and may have spent the code. */
const ownWords = (status: number) =>
  ({ kind: 'status', status, body: { error_code: 'IDAAS.SDK.USER.0001', error_msg: 'no' } }) as const;

describe('only a call that is missing leads to the other', () => {
  it.each([
    [
      { kind: 'status', status: 400, body: { error_code: 'IDAAS.SDK.SOCIAL.0001', error_msg: 'no' } },
      'refused',
    ],
    [{ kind: 'empty', status: 400 }, 'bad-response'],
    [{ kind: 'empty', status: 401 }, 'bad-response'],
    [{ kind: 'empty', status: 403 }, 'bad-response'],
    [ownWords(404), 'user-not-found'],
    [ownWords(405), 'user-not-found'],
    [{ kind: 'empty', status: 408 }, 'timeout'],
    [{ kind: 'empty', status: 410 }, 'bad-response'],
    [{ kind: 'empty', status: 415 }, 'bad-response'],
    [{ kind: 'empty', status: 429 }, 'rate-limited'],
    [{ kind: 'empty', status: 500 }, 'busy'],
    [{ kind: 'empty', status: 501 }, 'busy'],
    [{ kind: 'empty', status: 502 }, 'busy'],
    [{ kind: 'empty', status: 200 }, 'bad-response'],
    [{ kind: 'html', status: 200 }, 'bad-response'],
    [{ kind: 'redirect', location: '/api/v2/sdk/login/alipay' }, 'network'],
    [{ kind: 'reset' }, 'network'],
    [{ kind: 'cut' }, 'network'],
    [{ kind: 'hang' }, 'timeout'],
  ] as const)('promise N1: not %j', async (fault, code) => {
    server.faults.set(V3, fault);
    // A busy machine must not pass for a server that hangs.
    const { shop, calls } = await logIn({ config: fault.kind === 'hang' ? { timeout: 150 } : {} });
    expect([shop.events, calls, found(shop.device)]).toEqual([[`failure ${code} start`], [V3], []]);
  });
});

describe('a page that knows the version', () => {
  it.each([
    ['v2', V2],
    ['v3', V3],
    [' v2 ', V2],
  ])('promise N1: %j is called and no other', async (alipayApi, path) => {
    const device = fakeDevice(
      new Map([[`ciam-login:alipay-api:${server.origin}`, path === V2 ? 'v3' : 'v2']]),
    );
    const { shop, calls } = await logIn({ device, settings: { alipayApi } });
    expect([shop.events, calls]).toEqual([['success'], [path]]);
  });

  it.each([
    ['v2', ['v3'], V2],
    ['v3', ['v2'], V3],
  ] as const)('promise N1: %s alone, also where it is missing', async (alipayApi, versions, path) => {
    tenantHas([...versions]);
    const { shop, calls } = await logIn({ settings: { alipayApi } });
    expect([shop.events, calls, found(shop.device)]).toEqual([['failure bad-response start'], [path], []]);
  });
});
