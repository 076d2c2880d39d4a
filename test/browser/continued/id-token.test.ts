import { expect } from '@open-wc/testing';
import { enLogin } from '../../../src/locales/en-login.ts';
import type { Claims } from '../../../src/protocol/id-token.ts';
import { type Ciam, startCiam } from '../../support/ciam.ts';
import { fill, has } from '../support/hands.ts';
import { type LoginBox, openLogin } from '../support/login-box.ts';
import { PATHS, shownErrors, soon } from '../support/steps.ts';
import { isFree, told } from './continuations.ts';

const KEYS = '/api/v1/oauth2/keys';
const FROM_BC = '/api/v2/sdk/sso/session-token/id-token';
const FROM_HW = '/api/v2/sdk/session-token/refresh-id-token';

describe('promise S5: an id_token', function () {
  this.timeout(30_000);
  let ciam: Ciam;

  before(async () => {
    ciam = await startCiam();
  });
  afterEach(() => ciam.reset());

  /** A login up to its end, good or bad. */
  async function logIn(attributes: Readonly<Record<string, string>>): Promise<LoginBox> {
    const box = await openLogin(ciam, attributes);
    await submit(box);
    await soon(() => told(box).length, 'it ends');
    return box;
  }

  async function submit(box: LoginBox): Promise<void> {
    fill(box.mobile, '12345678901');
    fill(box.code, '232326');
    await box.click(box.submitButton);
  }

  /** How often a call came over the wire. */
  async function count(path: string): Promise<number> {
    const journal = await ciam.journal();
    return journal.filter((entry) => entry.path === path && entry.method !== 'OPTIONS').length;
  }

  const keys = async () => (await fetch(ciam.origin + KEYS)).text();

  it('is verified with the tenant’s own keys, and the event says so', async () => {
    const box = await logIn({ 'jwks-uri': 'auto' });
    const { verified, claims, session } = await box.event('success');
    expect(verified).to.equal(true);
    const { iss, aud, api } = claims as Claims;
    expect([iss, aud]).to.deep.equal([`${ciam.origin}/api/v1/oauth2`, 'demo-client']);
    expect(api).to.include({ mobile: '+86-12345678901' });
    expect((session as { idToken: string }).idToken.split('.')).to.have.length(3);
    const [fetched] = (await ciam.journal()).filter(({ path }) => path === KEYS);
    const own = Object.keys(fetched!.headers).filter((name) => /^x-|cookie|authorization/.test(name));
    expect(own, 'the keys may be anybody’s').to.deep.equal([]);
  });

  it('is not verified unless the page wants it', async () => {
    expect(await (await logIn({})).event('success')).to.include({ verified: false });
    expect(await count(KEYS)).to.equal(0);
  });

  it('is verified with a key that is new since the last login', async () => {
    await logIn({ 'jwks-uri': 'auto' });
    await ciam.rotateSigningKey();
    const box = await logIn({ 'jwks-uri': `${ciam.origin}${KEYS}` });
    expect(await box.event('success')).to.include({ verified: true });
  });

  it('has the keys fetched once more where they do not know its own: once, not for ever', async () => {
    const old = await keys();
    await ciam.rotateSigningKey();
    await ciam.clearJournal();
    await ciam.fault(KEYS, { kind: 'body', body: old, times: 1 });
    expect(await (await logIn({ 'jwks-uri': 'auto' })).event('success')).to.include({ verified: true });
    expect(await count(KEYS)).to.equal(2);

    await ciam.clearJournal();
    await ciam.fault(KEYS, { kind: 'body', body: old });
    expect(await (await logIn({ 'jwks-uri': 'auto' })).event('error')).to.include({
      code: 'id-token-invalid',
    });
    expect(await count(KEYS)).to.equal(2);
  });

  it('that another key has signed lets nobody in', async () => {
    const { keys: own } = JSON.parse(await keys()) as { keys: Record<string, string>[] };
    const pair = await crypto.subtle.generateKey(
      {
        name: 'RSASSA-PKCS1-v1_5',
        modulusLength: 2048,
        publicExponent: new Uint8Array([1, 0, 1]),
        hash: 'SHA-256',
      },
      true,
      ['sign', 'verify'],
    );
    const { n, e } = await crypto.subtle.exportKey('jwk', pair.publicKey);
    await ciam.fault(KEYS, { kind: 'body', body: JSON.stringify({ keys: [{ ...own[0], n, e }] }) });
    const box = await logIn({ 'jwks-uri': 'auto' });
    expect(await box.event('error')).to.include({
      code: 'id-token-invalid',
      step: 'start',
      message: enLogin.errors['id-token-invalid'],
      retryable: false,
    });
    expect(told(box)).to.deep.equal(['error start id-token-invalid']);
    expect(shownErrors(box)).to.deep.equal([enLogin.errors['id-token-invalid']]);
    expect([has(box, '.done'), isFree(box)]).to.deep.equal([false, true]);
  });

  it('lets nobody in when there is no key to be had', async () => {
    await ciam.fault(KEYS, { kind: 'status', status: 403 });
    const box = await logIn({ 'jwks-uri': 'auto' });
    await box.event('error');
    expect(told(box)).to.have.length(1);
    expect(box.seen('success')).to.deep.equal([]);
  });

  for (const [dialect, path] of [
    ['bc', FROM_BC],
    ['hw', FROM_HW],
  ] as const) {
    it(`is fetched after the login where the server sends none (${dialect})`, async () => {
      await ciam.settings({ dialect, idToken: false });
      const plain = await logIn({});
      expect(await plain.event('success')).to.include({ claims: null, verified: false });
      expect(await count(path)).to.equal(0);

      const box = await logIn({ 'fetch-id-token': dialect, 'jwks-uri': 'auto' });
      const { claims, session, verified } = await box.event('success');
      expect((claims as Claims).api).to.include({ mobile: '+86-12345678901' });
      expect((session as { idToken: string }).idToken.split('.')).to.have.length(3);
      expect(verified).to.equal(true);
      expect(await count(path)).to.equal(1);
      expect(told(box)).to.deep.equal(['success', 'step done']);
    });
  }

  it('is not fetched where the server sends one', async () => {
    expect((await (await logIn({ 'fetch-id-token': 'bc' })).event('success'))['claims']).to.include({
      aud: 'demo-client',
    });
    expect(await count(FROM_BC)).to.equal(0);
  });

  it('that cannot be fetched lets nobody in, and nothing is sent twice', async () => {
    await ciam.settings({ idToken: false });
    await ciam.fault(FROM_BC, { kind: 'status', status: 500 });
    const box = await logIn({ 'fetch-id-token': 'bc' });
    expect(await box.event('error')).to.include({ code: 'busy', step: 'start' });
    expect(told(box)).to.have.length(1);
    expect([await count(FROM_BC), await count(PATHS.login)]).to.deep.equal([1, 1]);
    expect(isFree(box)).to.equal(true);
  });

  it('what is no dialect, and no address of keys, is said before anything is sent', async () => {
    for (const [name, value] of [
      ['fetch-id-token', 'huawei'],
      ['jwks-uri', 'http://keys.example/'],
      ['jwks-uri', 'keys'],
    ] as const) {
      const box = await logIn({ [name]: value });
      expect(await box.event('error'), value).to.include({ code: 'config', step: 'start' });
      expect(shownErrors(box).join(), value).to.contain(name);
      expect(await count(PATHS.login), value).to.equal(0);
    }
  });
});
