import { expect } from '@open-wc/testing';
import { receiveCode } from '../../../src/device/web-otp.js';

type Get = (options: unknown) => Promise<unknown>;

describe('promise O3: codes from text messages', () => {
  const undo: (() => void)[] = [];
  const set = (target: object, name: string, descriptor: PropertyDescriptor) => {
    const before = Object.getOwnPropertyDescriptor(target, name);
    Object.defineProperty(target, name, { configurable: true, ...descriptor });
    undo.push(() => {
      if (before) Object.defineProperty(target, name, before);
      else Reflect.deleteProperty(target, name);
    });
  };
  const support = (get: Get) => {
    set(window, 'OTPCredential', { value: Object });
    set(navigator, 'credentials', { value: { get } });
  };
  afterEach(() => {
    for (const step of undo.splice(0).reverse()) step();
  });

  const { signal } = new AbortController();

  it('gives the code, and passes on the signal', async () => {
    const asked: unknown[] = [];
    support((options) => {
      asked.push(options);
      return Promise.resolve({ code: '123456', type: 'otp' });
    });
    expect(await receiveCode(signal)).to.equal('123456');
    expect(asked).to.deep.equal([{ otp: { transport: ['sms'] }, signal }]);
  });

  it('waits for one at a time: a later one ends the one before first, and each is ended once', async () => {
    const heard: string[] = [];
    support((options) => {
      const name = String(heard.length);
      heard.push(`begin ${name}`);
      const { signal: given } = options as CredentialRequestOptions;
      return new Promise((_, reject) => {
        given!.addEventListener('abort', () => {
          heard.push(`end ${name}`);
          reject(new DOMException('', 'AbortError'));
        });
      });
    });
    const [first, second] = [new AbortController(), new AbortController()];
    const codes = [receiveCode(first.signal), receiveCode(second.signal)];
    first.abort();
    expect(heard).to.deep.equal(['begin 0', 'end 0', 'begin 2']);
    second.abort();
    expect(heard.slice(3)).to.deep.equal(['end 2']);
    expect(await Promise.all(codes)).to.deep.equal([null, null]);
    expect(await receiveCode(second.signal)).to.equal(null);
    expect(heard).to.have.length(4);
  });

  it('is null, and asks nothing, where the browser has no WebOTP', async () => {
    let asked = 0;
    set(navigator, 'credentials', { value: { get: () => Promise.resolve(++asked) } });
    Reflect.deleteProperty(window, 'OTPCredential');
    expect(await receiveCode(signal)).to.equal(null);
    expect(asked).to.equal(0);
  });

  const refusals: [string, Get][] = [
    ['a rejection', () => Promise.reject(new DOMException('', 'NotAllowedError'))],
    ['an abort', () => Promise.reject(new DOMException('', 'AbortError'))],
    ['no credential', () => Promise.resolve(null)],
    ['an empty code', () => Promise.resolve({ code: '' })],
    ['a code that is no string', () => Promise.resolve({ code: 123456 })],
    ['something that throws', () => { throw new Error('patched'); }], // prettier-ignore
    ['a credential that throws', () => Promise.resolve({ get code(): string { throw new Error('patched'); } })], // prettier-ignore
  ];
  for (const [name, get] of refusals) {
    it(`is null for ${name}`, async () => {
      support(get);
      expect(await receiveCode(signal)).to.equal(null);
    });
  }

  it('is null when navigator.credentials throws or is missing', async () => {
    set(window, 'OTPCredential', { value: Object });
    set(navigator, 'credentials', { get() { throw new Error('patched'); } }); // prettier-ignore
    expect(await receiveCode(signal)).to.equal(null);
    set(navigator, 'credentials', { value: undefined });
    expect(await receiveCode(signal)).to.equal(null);
  });
});
