import { describe, expect, it, vi } from 'vitest';
import { aliyunNumberAuth } from '../../../src/entries/aliyun-number-auth.js';
import { oneClick } from '../../../src/methods/one-click.js';
import { oneClickStep } from '../../../src/methods/one-click-step.js';
import { type Visit, type VisitOptions, startFlowBench } from '../flow/visit.js';
import { FakePhoneNumberServer, FINE } from '../support/fake-phone-number-server.js';

const { server, visit, wire } = await startFlowBench();

/** Somebody has pressed "log in with this phone's number": the SDK's page is open. */
async function pressed(sdk: FakePhoneNumberServer, options: VisitOptions = {}) {
  const getAuthToken = () => Promise.resolve({ accessToken: 'access', jwtToken: 'jwt' });
  const provider = aliyunNumberAuth(sdk, { getAuthToken, authPageOption: { manualClose: true } });
  const available = Promise.resolve(provider.isAvailable!());
  await vi.waitFor(() => expect(sdk.checks).toHaveLength(1));
  sdk.answerCheck({ code: FINE, msg: '获取成功' });
  expect(await available).toBe(true);

  const visitor = await visit({
    ...options,
    step: oneClickStep(oneClick.screen),
    settings: { oneClick: provider },
  });
  const attempt = visitor.flow.submit({});
  expect(sdk.isPageOpen, 'within the click').toBe(true);
  return { visitor, attempt };
}

function expectForm({ flow }: Visit, sdk: FakePhoneNumberServer): void {
  expect(flow.state.phase).toBe('ready');
  expect(sdk.isPageOpen, 'nothing covers the form').toBe(false);
}

describe('one-click login with Alibaba’s SDK', () => {
  it('logs in with the token that the SDK gave', async () => {
    const sdk = new FakePhoneNumberServer();
    const { visitor, attempt } = await pressed(sdk);
    const spToken = server.issueOneClickToken();
    sdk.answerToken({ code: FINE, msg: '获取成功', spToken });
    await attempt;
    expect(visitor.told).toEqual(['success', 'step done']);
    expect(sdk.isPageOpen).toBe(false);
    expect(wire()).toEqual(['POST /login/aliyun-mobile-auth']);
    expect(server.journal.list()[0]!.body).toEqual({ access_token: spToken });
  });

  it('promise N3: going back is silent', async () => {
    const sdk = new FakePhoneNumberServer();
    const { visitor, attempt } = await pressed(sdk);
    sdk.pressBack();
    await attempt;
    expectForm(visitor, sdk);
    expect([visitor.told, wire()]).toEqual([[], []]);
  });

  it('a failure of the SDK’s is one error, however often it is told', async () => {
    const sdk = new FakePhoneNumberServer();
    const { visitor, attempt } = await pressed(sdk);
    sdk.failToken({ code: 600015, msg: '接口超时' });
    await attempt;
    expectForm(visitor, sdk);
    expect([visitor.told, wire()]).toEqual([['failure one-click-failed start'], []]);
    expect(visitor.errors[0]!.cause).toMatchObject({ message: '600015 接口超时' });
  });

  it('promise N1: a token that the server refuses is refused once, and asked for no second time', async () => {
    const sdk = new FakePhoneNumberServer();
    const { visitor, attempt } = await pressed(sdk);
    sdk.answerToken({ code: FINE, spToken: 'spent' });
    await attempt;
    expectForm(visitor, sdk);
    expect(visitor.told).toEqual(['failure refused start']);
    expect(visitor.errors[0]!.serverCode).toBe('IDAAS.SDK.SOCIAL.0002');
    expect([sdk.asked.length, wire().length]).toEqual([1, 1]);
  });

  it('an SDK that says nothing more is given up after a while', async () => {
    const sdk = new FakePhoneNumberServer();
    const { visitor, attempt } = await pressed(sdk, { config: { timeout: 20 } });
    await attempt;
    expectForm(visitor, sdk);
    expect(visitor.told).toEqual(['failure timeout start']);
  });

  it('promise N3: giving up takes the SDK’s page away, without a word', async () => {
    const sdk = new FakePhoneNumberServer();
    const { visitor, attempt } = await pressed(sdk);
    visitor.flow.cancel();
    await attempt;
    expectForm(visitor, sdk);
    sdk.answerToken({ code: FINE, spToken: server.issueOneClickToken() });
    expect([visitor.told, wire()]).toEqual([[], []]);
  });
});
