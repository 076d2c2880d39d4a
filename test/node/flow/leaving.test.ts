import { describe, expect, it } from 'vitest';
import { entered, startFlowBench } from './visit.js';

const { server, visit } = await startFlowBench();
const SDK = '/api/v2/sdk';

describe('promise N7: leaving the page', () => {
  it.each([
    ['while the puzzle is fetched', 'sendCode', `${SDK}/captcha`],
    ['while the puzzle is checked', 'sendCode', `${SDK}/captcha/verify`],
    ['while the code is sent', 'sendCode', `${SDK}/sms/send`],
    ['while somebody is logged in', 'submit', `${SDK}/login/mobile-verify-code`],
  ] as const)('promise N7: shows and fires nothing: %s', async (_, action, path) => {
    const visitor = await visit();
    visitor.device.leaving = true;
    server.faults.set(path, { kind: 'reset' });
    await visitor.flow[action](entered('12345678901', '232326'));
    expect(visitor.told.filter((line) => !line.startsWith('step'))).toEqual([]);
    expect(visitor.flow.state).toMatchObject({ phase: 'ready', failure: null });

    // Back from the back/forward cache: all is as it was.
    visitor.device.leaving = false;
    server.faults.clear();
    await visitor.logIn('12345678901');
    expect(visitor.events.at(-1)).toBe('success');
  });
});
