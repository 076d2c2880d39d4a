import { expect } from '@open-wc/testing';
import { type Ciam, startCiam } from '../../support/ciam.ts';
import { fill } from '../support/hands.ts';
import { openLogin } from '../support/login-box.ts';
import { listenToConsole, patch, unpatch } from '../support/patch.ts';
import { quickCode, quickLogin, solverOf } from '../support/quick-code.ts';
import { PATHS, soon } from '../support/steps.ts';

/** A wait for a text message that the widget has asked the browser for. */
interface Wait {
  readonly options: CredentialRequestOptions & { otp?: unknown };
  readonly signal: AbortSignal;
  arrive(credential: unknown): void;
  refuse(reason: unknown): void;
}

/** Gives the page WebOTP, as Chrome on Android has it. */
function supportWebOtp(): Wait[] {
  const waits: Wait[] = [];
  const get = (options: Wait['options']) =>
    new Promise((arrive, refuse) => {
      waits.push({ options, signal: options.signal!, arrive, refuse });
    });
  patch(window, 'OTPCredential', { value: Object });
  patch(navigator, 'credentials', { value: { get } });
  return waits;
}

describe('promise O3: WebOTP', function () {
  this.timeout(60_000);
  let ciam: Ciam;
  let waits: Wait[];

  before(async () => {
    ciam = await startCiam();
  });
  beforeEach(() => {
    waits = supportWebOtp();
  });
  afterEach(async () => {
    unpatch();
    await ciam.reset();
  });

  it('waits once a code was sent, and not before; what arrives is filled in', async () => {
    const box = await openLogin(ciam);
    await ciam.fault(PATHS.send, { kind: 'status', status: 500 });
    box.element.solveCaptcha = solverOf(ciam);
    fill(box.mobile, '12345678901');
    await box.click(box.sendButton);
    await box.event('error');
    expect(waits).to.deep.equal([]);
    await ciam.clearFaults();
    await quickCode(box, '12345678901');
    expect(waits.map(({ options: { otp } }) => otp)).to.deep.equal([{ transport: ['sms'] }]);
    expect(Object.keys(waits[0]!.options).sort()).to.deep.equal(['otp', 'signal']);
    waits[0]!.arrive({ code: ' 232 326 ', type: 'otp' });
    await soon(() => box.code.value === '232326', 'the code is filled in');
    expect(box.seen('success'), 'sending it is up to the person').to.deep.equal([]);
    await box.click(box.submitButton);
    await box.event('success');
  });

  it('a second code ends the first wait', async () => {
    const box = await openLogin(ciam);
    await quickCode(box, '13800138000');
    await quickCode(box, '12345678901');
    expect(waits.map(({ signal }) => signal.aborted)).to.deep.equal([true, false]);
  });

  const ends: Record<string, (box: Awaited<ReturnType<typeof openLogin>>) => unknown> = {
    'typing a code': (box) => box.type(box.code, '2'),
    'a code that is filled in': (box) => {
      fill(box.code, '232326');
    },
    'a submit': (box) => {
      box.code.value = '232326';
      return box.click(box.submitButton);
    },
    'reset()': ({ element }) => {
      element.reset();
    },
    removal: ({ element }) => {
      element.remove();
    },
    'leaving the page': () => window.dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true })),
  };
  for (const [name, act] of Object.entries(ends)) {
    it(`ends with ${name}; what comes late is dropped`, async () => {
      const box = await openLogin(ciam);
      await quickCode(box, '12345678901');
      expect(waits.map(({ signal }) => signal.aborted)).to.deep.equal([false]);
      const code = box.code;
      await act(box);
      await soon(() => waits[0]!.signal.aborted, 'it waits no longer');
      const before = code.value;
      waits[0]!.arrive({ code: '999999' });
      await new Promise((resolve) => setTimeout(resolve));
      expect(code.value).to.equal(before);
    });
  }

  it('typing into the number does not end it', async () => {
    const box = await openLogin(ciam);
    await quickCode(box, '12345678901');
    fill(box.mobile, '12345678902');
    expect(waits[0]!.signal.aborted).to.equal(false);
  });

  it('a refusal is silent, and the code is typed', async () => {
    const heard = listenToConsole();
    const rejections: unknown[] = [];
    const note = (event: PromiseRejectionEvent) => rejections.push(event.reason);
    window.addEventListener('unhandledrejection', note);
    const box = await openLogin(ciam);
    await quickCode(box, '13800138000');
    waits[0]!.refuse(new DOMException('no', 'NotAllowedError'));
    await quickLogin(box, '12345678901');
    window.removeEventListener('unhandledrejection', note);
    expect(rejections).to.deep.equal([]);
    expect(heard.filter((line) => !line.includes('Lit is in dev mode'))).to.deep.equal([]);
    expect(box.seen('error')).to.deep.equal([]);
  });
});
