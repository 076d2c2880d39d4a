import { sendKeys } from '@web/test-runner-commands';
import { fixture, html } from '@open-wc/testing';

describe('probe', function () {
  this.timeout(20_000);
  it('clipboard', async () => {
    const div = await fixture(html`<div><input id="a" value="您的验证码是 123-456，5 分钟" /><input id="b" /></div>`);
    const [a, b] = div.querySelectorAll('input');
    const log: string[] = [];
    b!.addEventListener('paste', (e) => log.push('paste:' + e.clipboardData?.getData('text')));
    b!.addEventListener('input', (e) => log.push('input:' + (e as InputEvent).inputType));
    a!.focus();
    a!.select();
    await sendKeys({ down: 'Control' });
    await sendKeys({ press: 'c' });
    await sendKeys({ up: 'Control' });
    b!.focus();
    await sendKeys({ down: 'Control' });
    await sendKeys({ press: 'v' });
    await sendKeys({ up: 'Control' });
    console.log('CLIP', JSON.stringify([b!.value, log]));
    b!.value = '';
    a!.focus(); a!.select();
    await sendKeys({ press: 'Control+c' }).catch((e) => console.log('E', String(e)));
    b!.focus();
    await sendKeys({ press: 'Control+v' }).catch((e) => console.log('E', String(e)));
    console.log('CLIP2', JSON.stringify([b!.value, log]));
    b!.value = '';
    b!.focus();
    console.log('EXEC', document.execCommand('insertText', false, 'abc'), b!.value, JSON.stringify(log));
  });
  it('held', async () => {
    const div = await fixture(html`<div><input id="a" /></div>`);
    const a = div.querySelector('input')!;
    const log: string[] = [];
    for (const t of ['keydown', 'keyup'] as const) a.addEventListener(t, (e) => log.push(t + ':' + e.key + e.repeat));
    a.focus();
    for (let i = 0; i < 3; i++) await sendKeys({ down: 'Enter' }).catch((e) => console.log('E', String(e)));
    await sendKeys({ up: 'Enter' });
    console.log('HELD', JSON.stringify(log), navigator.userAgent, location.href);
    const t = performance.now();
    for (let i = 0; i < 20; i++) await sendKeys({ press: 'ArrowRight' });
    console.log('20 keys', performance.now() - t);
  });
});
