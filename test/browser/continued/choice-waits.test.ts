import { expect } from '@open-wc/testing';
import { type Ciam, startCiam } from '../../support/ciam.ts';
import { fill } from '../support/hands.ts';
import type { LoginBox } from '../support/login-box.ts';
import { PATHS, soon } from '../support/steps.ts';
import { atStep } from './continuations.ts';
import { sms } from './ways-in.ts';

const EXHAUSTED = { kind: 'status', status: 429, headers: { 'Retry-After': '2' }, times: 1 } as const;

describe('the other way that a step offers says that it has to wait, too', function () {
  this.timeout(30_000);
  let ciam: Ciam;

  before(async () => {
    ciam = await startCiam();
  });
  afterEach(() => ciam.reset());

  const waits = (button: Element) => button.getAttribute('aria-disabled') === 'true';
  const choices = (box: LoginBox) => [...box.root.querySelectorAll<HTMLButtonElement>('.plain')];

  it('promise N5: “Skip”, while a new password may not be sent again; “Back” does not wait', async () => {
    const box = await sms.enter(ciam, 'passwordWarn');
    await atStep(box, 'password-warn');
    await box.element.updateComplete;
    expect(choices(box).map(waits)).to.deep.equal([false, false]);
    fill(box.find('#oldPassword'), 'Test-1234');
    fill(box.find('#newPassword'), 'Newer-1234');
    await ciam.fault('/api/v2/sdk/pwd/update', EXHAUSTED);
    await box.click(box.submitButton);
    await soon(() => waits(box.submitButton) && !box.submitButton.hasAttribute('data-busy'), 'it waits');
    expect(choices(box).map(waits)).to.deep.equal([true, false]);
    await soon(() => !choices(box).some(waits), 'and is over', 5000);
    await box.click(choices(box)[0]!);
    await box.event('success');
  });

  it('“Use e-mail”, while a message is on its way', async () => {
    const box = await sms.enter(ciam, 'socialBind');
    await atStep(box, 'bind');
    await box.element.updateComplete;
    await ciam.fault(PATHS.send, { kind: 'hang' });
    fill(box.mobile, '13911112222');
    await box.click(box.sendButton);
    await soon(() => box.sendButton.hasAttribute('data-busy'), 'it is on its way');
    expect(choices(box).map(waits)).to.deep.equal([true, false]);
  });
});
