import { expect } from '@open-wc/testing';
import { type Ciam, startCiam } from '../../support/ciam.ts';
import { fill } from '../support/hands.ts';
import { soon } from '../support/steps.ts';
import { atStep } from './continuations.ts';
import { sms } from './ways-in.ts';

it('a second factor that is followed by another asks for that with an empty field', async function () {
  this.timeout(30_000);
  const ciam: Ciam = await startCiam();
  const box = await sms.enter(ciam, 'mfa');
  await atStep(box, 'mfa');
  await box.element.updateComplete;
  await box.click(box.sendButton);
  await soon(() => box.seen('code-sent').some(({ detail }) => detail['purpose'] === 'mfa'), 'it is sent');
  fill(box.code, (await ciam.code('13800000006')) ?? '');
  const again = { status: 'MFA_AUTH', state_token: 'another', session_token: { $delete: true } };
  await ciam.fault('/api/v2/sdk/mfa/sms', { kind: 'patch', json: again, times: 1 });
  await ciam.fault('/api/v2/sdk/mobile-by-token', {
    kind: 'body',
    body: '{"mobile":"+86-13900000000"}',
    times: 1,
  });
  await box.click(box.submitButton);
  await soon(() => box.find('.hint').textContent.includes('139'), 'the other is asked for');
  expect(box.code.value).to.equal('');
});
