import { aTimeout, expect } from '@open-wc/testing';
import { type Ciam, startCiam } from '../../support/ciam.ts';
import { focused } from '../support/hands.ts';
import { listen } from '../support/live-regions.ts';
import type { LoginBox } from '../support/login-box.ts';
import { endings } from '../support/phases.ts';
import { isUsable, shownErrors, soon } from '../support/steps.ts';
import { TAB_NAMES, openTab, openTabName, openTabs } from '../support/tabs.ts';

const [SMS, , ONE_TAP] = TAB_NAMES.en;
const FAILED = 'This phone’s number could not be confirmed. Please use a text message.';

/** What providers may do instead of giving a token, and the code of the error that it leads to. */
const failures: Record<string, [getToken: () => unknown, code: string, sentence: string]> = {
  'throws at once': [
    () => {
      throw new Error('no SDK');
    },
    'one-click-failed',
    FAILED,
  ],
  rejects: [() => Promise.reject(new Error('600011')), 'one-click-failed', FAILED],
  'rejects with a word': [
    async () => {
      await Promise.resolve();
      throw '600011' as unknown as Error;
    },
    'one-click-failed',
    FAILED,
  ],
  'gives an empty token': [() => Promise.resolve(' '), 'one-click-failed', FAILED],
  'gives something else': [() => Promise.resolve({ token: 't' }), 'one-click-failed', FAILED],
  'gives nothing': [() => undefined, 'one-click-failed', FAILED],
  'never answers': [
    () => new Promise(() => undefined),
    'timeout',
    'The login service took too long to answer. Please try again.',
  ],
  'gives a token that the server refuses': [
    () => Promise.resolve('stale'),
    'refused',
    '', // the server's own
  ],
};

describe('one tap', function () {
  this.timeout(60_000);
  let ciam: Ciam;
  let heard: string[];

  before(async () => {
    ciam = await startCiam();
  });
  afterEach(() => ciam.reset());

  async function tap(
    getToken: (options: { signal: AbortSignal }) => unknown,
    attributes: Readonly<Record<string, string>> = {},
  ): Promise<LoginBox> {
    const provider = { getToken } as never;
    const box = await openTabs(ciam, { methods: 'one-click,sms', ...attributes }, provider);
    await openTab(box, ONE_TAP);
    heard = listen(box);
    await box.click(box.submitButton);
    return box;
  }

  async function expectSmsForm(box: LoginBox): Promise<void> {
    await soon(() => openTabName(box) === SMS, 'the SMS form is open');
    await soon(() => focused() === box.mobile, 'the focus is in it');
    expect([box.element.method, isUsable(box)]).to.deep.equal(['sms', true]);
  }

  it('a token logs in', async () => {
    const token = await ciam.oneClickToken();
    const box = await tap(() => Promise.resolve(token));
    const { method, session } = await box.event('success');
    expect(method).to.equal('one-click');
    expect((session as { sessionToken: string }).sessionToken).to.be.a('string');
    const [call, ...others] = (await ciam.journal()).filter((each) => each.method === 'POST');
    expect([call?.path, call?.body, others]).to.deep.equal([
      '/api/v2/sdk/login/aliyun-mobile-auth',
      { access_token: token },
      [],
    ]);
    expect(endings(box)).to.deep.equal(['success']);
  });

  for (const [what, [getToken, code, sentence]] of Object.entries(failures)) {
    it(`a provider that ${what}: the SMS form is open, and says so`, async () => {
      const box = await tap(getToken, code === 'timeout' ? { timeout: '100' } : {});
      const error = await box.event('error');
      expect([error['method'], error['step'], error['code']]).to.deep.equal(['one-click', 'start', code]);
      if (sentence) expect(error['message']).to.equal(sentence);
      await expectSmsForm(box);
      expect(shownErrors(box)).to.deep.equal([error['message']]);
      await soon(() => heard.includes(`assertive: ${String(error['message'])}`), 'it is announced');
      expect(endings(box)).to.deep.equal(['error']);
      expect(box.seen('step').map(({ detail }) => detail)).to.deep.equal([{ method: 'sms', step: 'start' }]);
    });
  }

  it('somebody who changes their mind is told nothing, and has the SMS form', async () => {
    const box = await tap(() => Promise.reject(new DOMException('closed', 'AbortError')));
    await expectSmsForm(box);
    expect([endings(box), shownErrors(box)]).to.deep.equal([[], []]);
  });

  it('consent comes first: nobody is asked, and the tab stays', async () => {
    let asked = 0;
    const token = await ciam.oneClickToken();
    const provider = () => {
      asked++;
      return Promise.resolve(token);
    };
    const box = await tap(provider, { 'terms-url': '/t' });
    expect((await box.event('error'))['code']).to.equal('consent-required');
    await soon(() => focused()?.id === 'consent', 'the focus is at the box to tick');
    await aTimeout(50);
    expect([openTabName(box), asked]).to.deep.equal([ONE_TAP, 0]);
    await box.click(box.find('#consent'));
    await box.click(box.submitButton);
    await box.event('success');
    expect(asked).to.equal(1);
  });

  it('may lead to another step, as any login may', async () => {
    const token = await ciam.oneClickToken({ status: 'MFA_AUTH' });
    const box = await tap(() => Promise.resolve(token));
    await soon(
      () => focused()?.textContent === 'One more step',
      'the step shows, with the focus on its name',
    );
    expect(openTabName(box)).to.equal('');
    expect(endings(box)).to.deep.equal([]);
  });

  for (const [what, giveUp] of Object.entries({
    'reset()': (box: LoginBox) => {
      box.element.reset();
    },
    'removal and return': async ({ element }: LoginBox) => {
      const { parentElement } = element;
      element.remove();
      await aTimeout(0);
      parentElement!.append(element);
    },
    'a stay in the back/forward cache': () => {
      window.dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true }));
      window.dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
    },
  })) {
    it(`${what} is no failure: the tab stays, and it can be tapped again`, async () => {
      const signals: AbortSignal[] = [];
      let answer: Promise<string> = new Promise(() => undefined);
      const box = await tap(({ signal }) => (signals.push(signal), answer));
      await soon(() => signals.length, 'the carrier is asked');
      await giveUp(box);
      await aTimeout(50);
      expect([openTabName(box), endings(box), isBusy(box)]).to.deep.equal([ONE_TAP, [], false]);
      expect(signals.map(({ aborted }) => aborted)).to.deep.equal([true]);
      answer = ciam.oneClickToken();
      await box.click(box.submitButton);
      await box.event('success');
    });
  }
});

function isBusy(box: LoginBox): boolean {
  return box.submitButton.hasAttribute('data-busy');
}
