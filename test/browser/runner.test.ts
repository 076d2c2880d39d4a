import { emulateMedia, resetMouse, sendKeys, sendMouse, setViewport } from '@web/test-runner-commands';
import { expect, fixture, html } from '@open-wc/testing';
import { startCiam } from '../support/ciam.ts';
import { startSecondOrigin } from '../support/second-origin.ts';
import { touchDrag } from '../support/touch.ts';

/** A canary: when one of these fails, it is the test runner that is broken, not the project. */
describe('the test runner', () => {
  afterEach(() => resetMouse());

  it('types with real keys, in any script', async () => {
    const input = await fixture<HTMLInputElement>(html`<input aria-label="text" />`);
    input.focus();
    await sendKeys({ type: 'pässwörd 手机 138' });
    expect(input.value).to.equal('pässwörd 手机 138');
    await sendKeys({ press: 'Backspace' });
    expect(input.value).to.equal('pässwörd 手机 13');
  });

  it('moves focus with Tab, and back', async () => {
    await fixture(html`<div><button id="first">1</button><button id="second">2</button></div>`);
    document.getElementById('first')?.focus();
    await sendKeys({ press: 'Tab' });
    expect(document.activeElement?.id).to.equal('second');
    await sendKeys({ down: 'Shift' });
    await sendKeys({ press: 'Tab' });
    await sendKeys({ up: 'Shift' });
    expect(document.activeElement?.id).to.equal('first');
  });

  it('drags with the mouse', async () => {
    const seen = await recordPointer();
    await sendMouse({ type: 'move', position: [20, 20] });
    await sendMouse({ type: 'down' });
    await sendMouse({ type: 'move', position: [80, 25] });
    await sendMouse({ type: 'up' });
    expect(seen).to.deep.equal(['mouse pointerdown 20', 'mouse pointermove 80', 'mouse pointerup 80']);
  });

  it('drags with a finger, where the engine has a touch screen', async function () {
    const seen = await recordPointer();
    if (!(await touchDrag([[20, 20], [50, 22], [80, 25]]))) this.skip(); // prettier-ignore
    expect(seen[0]).to.equal('touch pointerdown 20');
    expect(seen.at(-1)).to.equal('touch pointerup 80');
  });

  it('has a phone-sized viewport', async () => {
    await setViewport({ width: 320, height: 568 });
    expect([innerWidth, innerHeight]).to.deep.equal([320, 568]);
    await setViewport({ width: 800, height: 600 });
    expect([innerWidth, innerHeight]).to.deep.equal([800, 600]);
  });

  it('emulates dark mode and reduced motion', async () => {
    await emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' });
    expect(matchMedia('(prefers-color-scheme: dark)').matches).to.equal(true);
    expect(matchMedia('(prefers-reduced-motion: reduce)').matches).to.equal(true);
    await emulateMedia({ colorScheme: 'light', reducedMotion: 'no-preference' });
    expect(matchMedia('(prefers-color-scheme: dark)').matches).to.equal(false);
  });

  it('serves files from a second origin', async () => {
    const origin = await startSecondOrigin({ '/a.txt': { type: 'text/plain', body: 'hello' } });
    expect(origin).not.to.equal(location.origin);
    expect(await (await fetch(`${origin}/a.txt`)).text()).to.equal('hello');
  });

  it('calls a CIAM server across origins, and sees what it saw', async () => {
    const ciam = await startCiam();
    expect(new URL(ciam.origin).origin).not.to.equal(location.origin);
    await (await fetch(`${ciam.origin}/country-codes`)).text();
    expect(JSON.stringify(await ciam.journal())).to.contain('country-codes');
    await ciam.stop();
  });

  it('finds a fresh animation frame', () => new Promise((resolve) => requestAnimationFrame(resolve)));
});

/** Puts a box under the pointer and notes what it feels while a button or finger is down. */
async function recordPointer(): Promise<string[]> {
  const box = await fixture<HTMLElement>(html`<div></div>`);
  box.style.cssText = 'position: fixed; inset: 0; touch-action: none';
  const seen: string[] = [];
  for (const type of ['pointerdown', 'pointermove', 'pointerup'] as const) {
    box.addEventListener(type, (event) => {
      if (event.buttons > 0 || type === 'pointerup') {
        seen.push(`${event.pointerType} ${type} ${String(Math.round(event.clientX))}`);
      }
    });
  }
  return seen;
}
