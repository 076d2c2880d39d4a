import { describe, expect, it } from 'vitest';
import { entered, startFlowBench } from './visit.js';

const { server, visit, wire } = await startFlowBench();
const SEND = '/api/v2/sdk/sms/send';
const MOBILE = '13912345678';

/** Starts sending a code whose message arrives before the server's answer does. */
async function messageBeforeAnswer() {
  const visitor = await visit();
  server.faults.set(SEND, { kind: 'hang-body', after: true });
  const arrived = new Promise((resolve) => server.inbox.subscribe(resolve));
  const sending = visitor.flow.sendCode(entered(MOBILE));
  await arrived;
  return { visitor, sending, code: server.inbox.latestCode(MOBILE)! };
}

describe('a message that is faster than the answer', () => {
  it('can be used: who has the code may log in', async () => {
    const { visitor, sending, code } = await messageBeforeAnswer();
    expect(visitor.flow.state).toMatchObject({ phase: 'sending', isOrdered: true });
    await visitor.flow.submit(entered(MOBILE, code));
    await sending;
    expect(visitor.events).toEqual(['success']);
    expect(visitor.flow.state).toMatchObject({ phase: 'done', isOrdered: false });
    expect(wire().filter((line) => line === 'POST /sms/send')).toHaveLength(1);
  });

  it('promise N8: but nobody logs in while the puzzle is open', async () => {
    const visitor = await visit({ solver: () => new Promise(() => undefined) });
    void visitor.flow.sendCode(entered(MOBILE));
    await visitor.flow.submit(entered('12345678901', '232326'));
    expect([visitor.flow.state.phase, visitor.flow.state.isOrdered, wire()]).toEqual(['sending', false, []]);
    visitor.flow.cancel();
  });

  it('is waited for no more once the answer is there', async () => {
    const visitor = await visit();
    await visitor.flow.sendCode(entered(MOBILE));
    expect(visitor.flow.state).toMatchObject({ phase: 'ready', isOrdered: false });
    server.faults.set(SEND, { kind: 'empty', status: 503 });
    await visitor.flow.sendCode(entered('13912345679'));
    expect(visitor.flow.state).toMatchObject({ phase: 'ready', isOrdered: false });
  });
});
