import { describe, expect, it } from 'vitest';
import type { CaptchaRequest, CaptchaSolver } from '../../../src/flow/captcha-request.js';
import { entered, startFlowBench } from './visit.js';

const { server, visit, wire, solve } = await startFlowBench();
const MOBILE = '13912345678';
const TRY = ['GET /captcha', 'POST /captcha/verify'];

const tryWrong = async (request: CaptchaRequest) => {
  const challenge = await request.fetchChallenge();
  await request.verify(challenge, server.puzzleX(challenge.token)! + 30);
};
const wrongThenRight: CaptchaSolver = async (request) => {
  await tryWrong(request).catch(() => undefined);
  return solve(request);
};

describe('the puzzle of an attempt', () => {
  it('goes on after a wrong place, which is told at once', async () => {
    const visitor = await visit({ solver: wrongThenRight });
    await visitor.flow.sendCode(entered(MOBILE));
    expect(visitor.trace).toEqual([
      ...[
        '= sending',
        'step captcha',
        'failure captcha-failed captcha',
        'step start',
        '= ready',
        'sent login',
      ],
    ]);
    expect(visitor.errors[0]).toMatchObject({ serverCode: 'IDAAS.SDK.CAPTCHA.0002', httpStatus: 400 });
    expect(visitor.flow.state.failure).toBeNull();
    expect(wire()).toEqual([...TRY, ...TRY, 'POST /sms/send']);
  });

  it('goes on after it has expired', async () => {
    const late: CaptchaSolver = async (request) => {
      const challenge = await request.fetchChallenge();
      server.advance(121_000);
      await request.verify(challenge, server.puzzleX(challenge.token)!).catch(() => undefined);
      return solve(request);
    };
    const visitor = await visit({ solver: late });
    await visitor.flow.sendCode(entered(MOBILE));
    expect(visitor.told.slice(1)).toEqual(['failure captcha-expired captcha', 'step start', 'sent login']);
  });

  it('may be given up after a wrong place: told as what it is', async () => {
    const visitor = await visit({ solver: (request) => tryWrong(request).then(String, () => '') });
    await visitor.flow.sendCode(entered(MOBILE));
    expect(visitor.told).toEqual([
      ...[
        'step captcha',
        'failure captcha-failed captcha',
        'failure captcha-cancelled captcha',
        'step start',
      ],
    ]);
  });

  it.each([
    ['captcha', 'busy', ['GET /captcha']],
    ['captcha/verify', 'busy', TRY],
    ['sms/send', 'busy', [...TRY, 'POST /sms/send']],
  ])('ends the attempt when %s is answered with 503', async (path, code, calls) => {
    const visitor = await visit();
    server.faults.set(`/api/v2/sdk/${path}`, { kind: 'empty', status: 503 });
    await visitor.flow.sendCode(entered(MOBILE));
    const failures = visitor.told.filter((line) => line.startsWith('failure'));
    expect(failures).toEqual([`failure ${code} ${path === 'sms/send' ? 'start' : 'captcha'}`]);
    expect(visitor.told.at(path === 'sms/send' ? -2 : -1)).toBe('step start');
    expect(visitor.flow.state.failure).toMatchObject({ field: null, phase: 'sending' });
    expect(wire()).toEqual(calls);
  });

  it('is for the number as the server wants it, and so is the message', async () => {
    const visitor = await visit();
    await visitor.flow.sendCode(entered('+86 139-1234-5678'));
    const bodies = server.journal.list().map(({ body }) => body as Record<string, string> | null);
    expect([bodies[1]!['sender'], bodies[2]!['mobile']]).toEqual([MOBILE, MOBILE]);
  });
});
