import { describe, expect, it } from 'vitest';
import { entered, startFlowBench } from './visit.js';

const { visit, wire } = await startFlowBench();
const MOBILE = '12345678901';
const CODE = '232326';

describe('promise O6: consent comes before anything is sent', () => {
  it.each(['sendCode', 'submit'] as const)('promise O6: %s sends nothing without it', async (action) => {
    const visitor = await visit({ consentNeeded: true });
    let solved = 0;
    visitor.solver = () => Promise.resolve(String(++solved));
    for (const consent of [undefined, '']) await visitor.flow[action](entered(MOBILE, CODE, { consent }));
    expect(visitor.told).toEqual(['failure consent-required start', 'failure consent-required start']);
    expect(visitor.flow.state).toMatchObject({ phase: 'ready', failure: { field: 'consent' } });
    expect([wire(), solved, visitor.device.stored.size]).toEqual([[], 0, 0]);
  });

  it('promise O6: what was typed is looked at first', async () => {
    const visitor = await visit({ consentNeeded: true });
    await visitor.flow.sendCode(entered('139'));
    await visitor.flow.submit(entered(MOBILE));
    expect(visitor.told).toEqual(['failure mobile-invalid start', 'failure code-missing start']);
  });

  it('promise O6: with it the login goes its way', async () => {
    const visitor = await visit({ consentNeeded: true });
    await visitor.flow.sendCode(entered(MOBILE, '', { consent: 'on' }));
    await visitor.flow.submit(entered(MOBILE, CODE, { consent: 'on' }));
    expect(visitor.events.slice(-1)).toEqual(['success']);
    expect(wire()).toHaveLength(4);
  });

  it('promise O6: where none is configured nobody is asked', async () => {
    const visitor = await visit();
    await visitor.flow.submit(entered(MOBILE, CODE));
    expect(visitor.events).toEqual(['success']);
  });
});

describe('a configuration that is wrong', () => {
  it.each([
    [{ clientId: ' ' }, 'client-id'],
    [{ baseUrl: 'http://tenant.example' }, 'base-url'],
    [{ timeout: 0 }, 'timeout'],
  ])('promise S8: sends nothing and says what is wrong: %j', async (config, subject) => {
    const visitor = await visit({ config });
    await visitor.flow.sendCode(entered(MOBILE));
    await visitor.flow.submit(entered(MOBILE, CODE));
    expect(visitor.told).toEqual(['failure config start', 'failure config start']);
    expect(visitor.errors[0]).toMatchObject({ subject });
    expect(wire()).toEqual([]);
  });
});
