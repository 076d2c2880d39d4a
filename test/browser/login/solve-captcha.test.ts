import { expect } from '@open-wc/testing';
import type { CaptchaRequest, CaptchaSolver } from '../../../src/entries/element.ts';
import { type Ciam, startCiam } from '../../support/ciam.ts';
import { fill, focused, has } from '../support/hands.ts';
import { type LoginBox, openLogin } from '../support/login-box.ts';
import { solverOf } from '../support/quick-code.ts';
import { PATHS, isUsable, requests, shownErrors, soon } from '../support/steps.ts';

describe('promise A6: solveCaptcha, in place of the puzzle', function () {
  this.timeout(60_000);
  let ciam: Ciam;

  before(async () => {
    ciam = await startCiam();
  });
  afterEach(() => ciam.reset());

  async function boxWith(solver: unknown): Promise<LoginBox> {
    const box = await openLogin(ciam);
    box.element.solveCaptcha = solver as CaptchaSolver;
    return box;
  }

  async function askForCode(box: LoginBox): Promise<void> {
    fill(box.mobile, '138 0013 8000');
    await box.click(box.sendButton);
  }

  it('gets what it needs, and its token is sent untouched', async () => {
    let given: CaptchaRequest | undefined;
    const box = await boxWith((request: CaptchaRequest) => {
      given = request;
      expect(request.signal.aborted).to.equal(false);
      return solverOf(ciam)(request);
    });
    await askForCode(box);
    await box.event('code-sent');
    expect([given?.mobile, given?.lang]).to.deep.equal(['13800138000', 'en']);
    expect(
      Object.keys(given ?? {})
        .sort()
        .join(),
    ).to.equal('fetchChallenge,lang,mobile,signal,verify');
    expect(has(box, 'dialog')).to.equal(false);
    const [sent] = await requests(box, 'send');
    expect((sent!.body as { captcha_token: string }).captcha_token).to.match(
      /^\w+---\{"x":\d+\.0,"y":5\.0\}$/,
    );
    const steps = box.seen('step').map(({ detail }) => detail['step']);
    expect(steps).to.deep.equal(['captcha', 'start']);
  });

  it('gets a challenge as the API has it', async () => {
    await ciam.settings({ secretKey: null });
    const box = await boxWith(async (request: CaptchaRequest) => {
      const { picture, piece, token, secretKey } = await request.fetchChallenge();
      expect([picture, piece].every((each) => each.startsWith('data:image/png;base64,'))).to.equal(true);
      expect([typeof token, secretKey]).to.deep.equal(['string', null]);
    });
    await askForCode(box);
    expect((await box.event('error'))['code']).to.equal('captcha-cancelled');
  });

  it('a wrong try is told, once, and it may try again', async () => {
    const codes: unknown[] = [];
    const box = await boxWith(async (request: CaptchaRequest) => {
      const wrong = await request.fetchChallenge();
      await request.verify(wrong, 0).catch((error: unknown) => codes.push((error as { code: string }).code));
      return solverOf(ciam)(request);
    });
    await askForCode(box);
    await box.event('code-sent');
    expect(codes).to.deep.equal(['captcha-failed']);
    const told = box.seen('error').map(({ detail }) => [detail['code'], detail['step']]);
    expect(told).to.deep.equal([['captcha-failed', 'captcha']]);
  });

  it('a wrong try that it gives up on is told once, too', async () => {
    const box = await boxWith(async (request: CaptchaRequest) =>
      request.verify(await request.fetchChallenge(), 0),
    );
    await askForCode(box);
    await soon(() => box.events.length === 3, 'the attempt is over');
    expect(box.events.map(({ type, detail }) => [type, detail['step']])).to.deep.equal([
      ['step', 'captcha'],
      ['error', 'captcha'],
      ['step', 'start'],
    ]);
    await soon(() => shownErrors(box).length === 1, 'it shows');
    expect(isUsable(box)).to.equal(true);
  });

  const failures: [string, unknown, string][] = [
    ['rejects', () => Promise.reject(new Error('mine')), 'captcha-failed'],
    ['throws', () => { throw new Error('mine'); }, 'captcha-failed'], // prettier-ignore
    ['rejects with nothing', () => Promise.reject(undefined), 'captcha-failed'], // eslint-disable-line @typescript-eslint/prefer-promise-reject-errors
    ['gives something that is no text', () => Promise.resolve({ token: 'x' }), 'captcha-failed'],
    ['is no function', 'a string', 'captcha-failed'],
    ['gives an empty text', () => Promise.resolve(''), 'captcha-cancelled'],
    ['gives null', () => Promise.resolve(null), 'captcha-cancelled'],
    ['gives undefined, and no promise', () => undefined, 'captcha-cancelled'],
  ];
  for (const [name, solver, code] of failures) {
    it(`${code} when it ${name}; nothing is sent, and the form works`, async () => {
      const box = await boxWith(solver);
      await askForCode(box);
      expect((await box.event('error'))['code']).to.equal(code);
      await soon(() => focused() === box.sendButton, 'the focus is on the button');
      expect(isUsable(box)).to.equal(true);
      expect(await ciam.journal()).to.deep.equal([]);
      box.element.solveCaptcha = solverOf(ciam);
      await askForCode(box);
      await box.event('code-sent');
      expect(box.seen('error').length).to.equal(1);
    });
  }

  it('a token of its own that the server refuses is an error like any other', async () => {
    const box = await boxWith(() => Promise.resolve('made up'));
    await askForCode(box);
    const { code, serverCode } = await box.event('error');
    expect([code, serverCode]).to.deep.equal(['captcha-expired', 'IDAAS.SDK.CAPTCHA.0004']);
  });

  it('a call that fails within it is told as what it is', async () => {
    await ciam.fault(PATHS.captcha, { kind: 'status', status: 503 });
    const box = await boxWith(solverOf(ciam));
    await askForCode(box);
    const { code, httpStatus } = await box.event('error');
    expect([code, httpStatus]).to.deep.equal(['busy', 503]);
  });

  it('is told by its signal when the login is given up, and its late token changes nothing', async () => {
    let signal: AbortSignal | undefined;
    let finish: (token: string) => void = () => undefined;
    const box = await boxWith((request: CaptchaRequest) => {
      ({ signal } = request);
      return new Promise<string>((resolve) => (finish = resolve));
    });
    await askForCode(box);
    await soon(() => signal, 'it was asked');
    box.element.reset();
    expect(signal?.aborted).to.equal(true);
    finish('late');
    box.element.solveCaptcha = solverOf(ciam);
    await askForCode(box);
    await box.event('code-sent');
    expect(await requests(box, 'send')).to.have.length(1);
    expect(box.seen('error')).to.deep.equal([]);
  });

  it('its signal ends with it, so that nothing goes on behind the login’s back', async () => {
    let signal: AbortSignal | undefined;
    const box = await boxWith(async (request: CaptchaRequest) => {
      ({ signal } = request);
      return solverOf(ciam)(request);
    });
    await askForCode(box);
    await box.event('code-sent');
    expect(signal?.aborted).to.equal(true);
  });
});
