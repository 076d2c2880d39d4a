import { expect } from '@open-wc/testing';
import type * as Client from '../../../src/entries/client.ts';
import { type Ciam, startCiam } from '../../support/ciam.ts';
import { type FramePage, openFrame } from '../support/frame-page.ts';
import { called } from '../support/phases.ts';
import { soon } from '../support/steps.ts';

const RENEW = '/api/v2/sdk/sso/session-token/id-token';
const RENEW_HW = '/api/v2/sdk/session-token/refresh-id-token';

/** A page of this origin with a session of its own making, as a tab has one. */
interface Tab {
  readonly page: FramePage;
  readonly session: Client.LiveSession;
  /** Why it has ended: codes of errors, `logout` for none. */
  readonly ends: string[];
}

describe('a session in two tabs of one origin', function () {
  this.timeout(30_000);
  let ciam: Ciam;
  let tabs: Tab[] = [];

  before(async () => {
    ciam = await startCiam();
  });
  afterEach(async () => {
    for (const { page } of tabs) page.frame.remove();
    tabs = [];
    localStorage.clear();
    await ciam.reset();
  });

  /** Logs in in a first tab; the second goes on with what it finds. */
  async function openTwo(dialect: Client.Dialect = 'bc'): Promise<readonly [Tab, Tab]> {
    localStorage.clear();
    await ciam.settings({ dialect, idToken: true, idTokenSeconds: 300 });
    tabs = [await openTab(dialect, true), await openTab(dialect, false)];
    return tabs as [Tab, Tab];
  }

  async function openTab(dialect: Client.Dialect, logsIn: boolean): Promise<Tab> {
    const page = await openFrame({
      body: `<script type="module">
        import * as client from '/src/entries/client.ts';
        window.client = client;
      </script>`,
    });
    const find = () => Reflect.get(page.window, 'client') as typeof Client | undefined;
    await soon(find, 'the code of the client');
    const { createClient, createSession, loginWithSmsCode } = find()!;
    const client = createClient({ baseUrl: ciam.origin, clientId: 'demo-client' });
    const answer = logsIn && (await loginWithSmsCode(client, { mobile: '12345678901', code: '232326' }));
    const first = answer && answer.kind === 'session' ? answer.session : null;
    const ends: string[] = [];
    const session = createSession(client, first, {
      dialect,
      storage: page.window.localStorage,
      onEnd: (reason) => ends.push(reason?.code ?? 'logout'),
    });
    return { page, session, ends };
  }

  /** Lets time pass in both tabs. */
  function wait(seconds: number): void {
    for (const { page } of tabs) {
      const { now } = page.window.Date;
      page.window.Date.now = () => now() + seconds * 1000;
    }
  }

  async function renewals(path = RENEW) {
    const journal = await ciam.journal();
    return journal.filter((entry) => entry.path === path && entry.method === 'POST');
  }

  const kept = () => Object.entries(localStorage).filter(([key]) => key.startsWith('ciam-login:session'));

  for (const [dialect, path] of [
    ['bc', RENEW],
    ['hw', RENEW_HW],
  ] as const) {
    it(`is renewed once for both when its id_token is about to end (${dialect})`, async () => {
      const [one, two] = await openTwo(dialect);
      const before = await one.session.idToken();
      expect(await two.session.idToken()).to.equal(before);
      expect(await renewals(path)).to.deep.equal([]);

      wait(250);
      const all = [one, two, one, two].map(({ session }) => session.idToken());
      const tokens = new Set(await Promise.all(all));
      expect([tokens.size, tokens.has(before)]).to.deep.equal([1, false]);
      expect(await renewals(path)).to.have.length(1);
      expect('locks' in one.page.window.navigator, 'locks are what does it').to.equal(true);
    });
  }

  it('goes on in both with the session token that a renewal has brought', async () => {
    const [one, two] = await openTwo();
    const first = one.session.session!.sessionToken;
    wait(250);
    await one.session.idToken();
    const second = one.session.session!.sessionToken;
    expect(second).not.to.equal(first);
    expect(two.session.session!.sessionToken).to.equal(second);
    wait(250);
    const token = await two.session.idToken();
    expect(await one.session.idToken()).to.equal(token);
    const sent = (await renewals()).map(({ headers }) => headers['session-token']);
    expect(sent).to.deep.equal([first, second]);
    expect([one.ends, two.ends]).to.deep.equal([[], []]);
  });

  for (const dialect of ['bc', 'hw'] as const) {
    it(`ends in both with a logout in one, on the next use (${dialect})`, async () => {
      const [one, two] = await openTwo(dialect);
      await one.session.logout();
      expect(kept()).to.deep.equal([]);
      expect([one.ends, two.ends]).to.deep.equal([['logout'], []]);
      expect([one.session.session, two.session.session]).to.deep.equal([null, null]);
      for (const { session } of [one, two])
        expect(await codeOf(session.idToken())).to.equal('session-invalid');
      expect(await codeOf(two.session.idToken())).to.equal('session-invalid');
      expect([one.ends, two.ends]).to.deep.equal([['logout'], ['session-invalid']]);
      expect([...(await renewals()), ...(await renewals(RENEW_HW))]).to.deep.equal([]);
    });
  }

  it('does not come back when one logs out while the other renews', async () => {
    const [one, two] = await openTwo();
    wait(250);
    const release = holdAnswers(two);
    const renewed = codeOf(two.session.idToken());
    await called({ ciam }, RENEW);
    await one.session.logout();
    release();
    expect(await renewed).to.equal('session-invalid');
    expect(kept()).to.deep.equal([]);
    expect([one.ends, two.ends]).to.deep.equal([['logout'], ['session-invalid']]);
  });

  it('ends in both when the server has ended it', async () => {
    const [one, two] = await openTwo();
    wait(250);
    await ciam.fault(RENEW, { kind: 'status', status: 400, body: { error_code: 'IDAAS.SDK.PARAM.0023' } });
    const codes = await Promise.all([one, two].map(({ session }) => codeOf(session.idToken())));
    expect(codes).to.deep.equal(['session-invalid', 'session-invalid']);
    expect(await renewals()).to.have.length(1);
    expect(kept()).to.deep.equal([]);
    expect([one.ends, two.ends]).to.deep.equal([['session-invalid'], ['session-invalid']]);
  });
});

/** Keeps answers from a tab until the function that it gives is called. */
function holdAnswers({ page: { window } }: Tab): () => void {
  let release: () => void = () => undefined;
  const released = new Promise<void>((resolve) => (release = resolve));
  const fetch = window.fetch.bind(window);
  window.fetch = async (...args) => {
    const response = await fetch(...args);
    await released;
    return response;
  };
  return () => {
    release();
  };
}

/** The code of the error that something rejects with. */
async function codeOf(promise: Promise<unknown>): Promise<string> {
  return promise.then(
    () => 'no error',
    (error: unknown) => String((error as { code?: string }).code),
  );
}
