import { describe, expect, it } from 'vitest';
import { entered, startFlowBench } from './visit.js';

const { server, visit, wire } = await startFlowBench();
const bodies = () => server.journal.list({ method: 'POST' }).map(({ body }) => body);

describe('promise O4: the number that stands in the form', () => {
  it('promise O4: of another country goes out as the API wants it, to the code and with it', async () => {
    server.settings.areaCodes = ['86', '852'];
    const visitor = await visit();
    const { flow } = visitor;
    const values = { mobile: '9123 4567', areaCode: '852' };
    await flow.sendCode(values);
    await flow.submit({ ...values, code: server.inbox.latestCode('+852-91234567') ?? 'none' });
    expect(visitor.events).toEqual(['sent login', 'success']);
    const [, order, login] = bodies();
    expect(order).toMatchObject({ mobile: '+852-91234567' });
    expect(login).toMatchObject({ mobile: '+852-91234567' });
  });

  it('promise O4: is one of China where nobody says which', async () => {
    const { flow } = await visit();
    await flow.sendCode({ mobile: '+86 139 1234 5678' });
    expect(bodies().at(-1)).toMatchObject({ mobile: '13912345678' });
  });

  it('promise O4: is looked at once more when the code is there', async () => {
    const visitor = await visit();
    await visitor.flow.submit(entered('1391234567', '123456'));
    expect([visitor.told, wire()]).toEqual([['failure mobile-invalid start'], []]);
  });
});
