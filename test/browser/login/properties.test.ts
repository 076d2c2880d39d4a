import { expect } from '@open-wc/testing';
import { CiamLogin, defineCiamLogin } from '../../../src/entries/element.ts';
import { type Ciam, startCiam } from '../../support/ciam.ts';
import { fill, has } from '../support/hands.ts';
import { type LoginBox, openLogin } from '../support/login-box.ts';
import { listenToConsole, unpatch } from '../support/patch.ts';
import { quickLogin } from '../support/quick-code.ts';

const ATTRIBUTES = {
  'base-url': 'baseUrl',
  'client-id': 'clientId',
  'tenant-id': 'tenantId',
  'device-ip': 'deviceIp',
  methods: 'methods',
  method: 'method',
  lang: 'lang',
  'area-codes': 'areaCodes',
  'terms-url': 'termsUrl',
  'privacy-url': 'privacyUrl',
  issuer: 'issuer',
  audience: 'audience',
  timeout: 'timeout',
} as const;
const NAMES = Object.values(ATTRIBUTES);

describe('properties', function () {
  this.timeout(60_000);
  let ciam: Ciam;

  before(async () => {
    ciam = await startCiam();
  });
  afterEach(() => ciam.reset());

  async function configError(box: LoginBox): Promise<unknown> {
    const before = box.seen('error').length;
    fill(box.mobile, '12345678901');
    fill(box.code, '232326');
    await box.click(box.submitButton);
    const { code, message } = await box.event('error', before + 1);
    return `${String(code)} ${/\(([\w-]+)\)/.exec(String(message))?.[1] ?? ''}`;
  }

  it('promise F1: every attribute has its property', () => {
    const element = document.createElement('ciam-login');
    for (const [attribute, property] of Object.entries(ATTRIBUTES)) {
      element.setAttribute(attribute, `x-${property}`);
      expect(element[property], attribute).to.equal(`x-${property}`);
    }
  });

  it('the defaults are those of the documents', () => {
    const element = document.createElement('ciam-login');
    const { areaCodes, timeout, ...rest } = Object.fromEntries(NAMES.map((name) => [name, element[name]]));
    expect([areaCodes, Number(timeout)]).to.deep.equal(['86', 15_000]);
    expect(Object.values(rest).filter(Boolean)).to.deep.equal([]);
  });

  it('an element that is made and filled by a script writes no attribute, but for lang', async () => {
    const element = document.createElement('ciam-login');
    Object.assign(element, {
      baseUrl: ciam.origin,
      clientId: 'demo-client',
      lang: 'zh-CN',
      deviceIp: '1.2.3.4',
    });
    document.body.append(element);
    await element.updateComplete;
    expect(element.getAttributeNames()).to.deep.equal(['lang']);
    element.remove();
  });

  it('promise F1: what was set before the element is defined is kept', async () => {
    const element = document.createElement('late-login');
    const properties = {
      baseUrl: ciam.origin,
      clientId: 'demo-client',
      deviceIp: '1.2.3.4',
      areaCodes: '852',
    };
    Object.assign(element, properties, { messages: { mobile: 'Phone' } });
    element.setAttribute('client-id', 'an attribute');
    document.body.append(element);
    expect(element.matches(':defined')).to.equal(false);
    defineCiamLogin('late-login');
    if (!(element instanceof CiamLogin)) throw new Error('it is not upgraded');
    await element.updateComplete;
    expect(NAMES.filter((name) => name in properties).map((name) => element[name])).to.deep.equal(
      Object.values(properties),
    );
    expect(
      Object.keys(element).filter((key) => key in properties),
      'they do not hide the accessors',
    ).to.deep.equal([]);
    expect(element.shadowRoot?.querySelector('label')?.textContent).to.equal('Phone');
    expect(element.shadowRoot?.querySelector('#area-code')?.textContent).to.equal('+852');
    element.remove();
  });

  it('promise F1: objects that were made attributes are named in one warning', async () => {
    const heard = listenToConsole();
    const box = await openLogin(ciam, {
      messages: '[object Object]',
      'one-click': '[object Object]',
      languages: '[object Object],[object Object]',
      'tenant-id': 'object',
    });
    await quickLogin(box, '12345678901');
    await quickLogin(await openLogin(ciam), '12345678901');
    unpatch();
    expect(heard).to.have.length(1);
    expect(heard[0]).to.match(/^warn: ciam-login: .*\[object Object\].*property/);
    const [, names = ''] = /ciam-login: (\S+) is/.exec(heard[0]!) ?? [];
    expect(names.split(',')).to.have.members(['messages', 'one-click', 'languages']);
  });

  for (const nothing of [null, undefined]) {
    it(`every one may be set to ${String(nothing)}, as frameworks do`, async () => {
      const box = await openLogin(ciam);
      await quickLogin(box, '12345678901');
      box.element.reset();
      for (const name of NAMES) {
        if (name !== 'baseUrl' && name !== 'clientId') Object.assign(box.element, { [name]: nothing });
      }
      box.element.messages = nothing;
      await box.element.updateComplete;
      expect(box.find('#area-code').textContent).to.equal('+86');
      await quickLogin(box, '13800138000');
      expect(box.seen('error')).to.deep.equal([]);
    });
  }

  it('every attribute may be taken away', async () => {
    const all = { 'area-codes': '65,1', timeout: '9', 'terms-url': '/t', 'tenant-id': 't', lang: 'zh' };
    const box = await openLogin(ciam, all);
    for (const name of Object.keys(all)) box.element.removeAttribute(name);
    box.element.lang = 'en';
    await quickLogin(box, '12345678901');
    const { headers } = (await ciam.journal()).at(-1)!;
    expect(headers).not.to.have.property('x-tenant-id');
    expect(box.seen('error')).to.deep.equal([]);
  });

  it('an application without an id is told so, and nothing is sent', async () => {
    const box = await openLogin(ciam);
    for (const clientId of ['', '  ', null, undefined]) {
      Object.assign(box.element, { clientId });
      expect(await configError(box), String(clientId)).to.equal('config client-id');
    }
    expect(await ciam.journal()).to.deep.equal([]);
  });

  it('values that cannot be meant are told, and nothing is sent', async () => {
    const box = await openLogin(ciam);
    for (const [name, value] of [
      ['base-url', 'http://shop.example'],
      ['base-url', 'nonsense'],
      ['timeout', 'soon'],
      ['timeout', '-1'],
    ] as const) {
      const before = box.element.getAttribute(name);
      box.element.setAttribute(name, value);
      expect(await configError(box), `${name}=${value}`).to.equal(`config ${name}`);
      if (before === null) box.element.removeAttribute(name);
      else box.element.setAttribute(name, before);
    }
    expect(await ciam.journal()).to.deep.equal([]);
  });

  it('numbers do where a string is meant', async () => {
    const box = await openLogin(ciam);
    Object.assign(box.element, { areaCodes: 86, timeout: '9000', tenantId: 7, deviceIp: 8 });
    await quickLogin(box, '12345678901');
    const { headers } = (await ciam.journal()).at(-1)!;
    expect(headers).to.include({ 'x-tenant-id': '7', 'x-device-ip': '8' });
  });

  it('a method that does not exist leaves the first one open', async () => {
    const box = await openLogin(ciam);
    for (const [methods, method] of [
      ['sms', 'fax'],
      ['fax, sms', ''],
      ['fax', 'fax'],
      [',', '__proto__'],
      ['SMS', ''],
    ] as const) {
      // prettier-ignore
      Object.assign(box.element, { methods, method });
      await box.element.updateComplete;
      expect(box.element.openMethod.id).to.equal('sms');
      expect(has(box, '[role=tablist]'), 'no tabs for one method').to.equal(false);
    }
    await quickLogin(box, '12345678901');
    expect(box.seen('success')[0]!.detail['method']).to.equal('sms');
  });
});
