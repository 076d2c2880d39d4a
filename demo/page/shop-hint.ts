import { html, render } from 'lit';
import type { Scene } from './scene.js';
import type { Store } from './store.js';
import { textsOf } from './texts.js';
import type { Widget } from './widget.js';

/** The line below the widget: what to type before a login, who it was after it, as far as the id_token tells. */
export function startShopHint(place: HTMLElement, widget: Widget, scene: Store<Scene>): void {
  let signedIn = false;
  let name: string | undefined;

  const draw = (): void => {
    const texts = textsOf(scene.get().lang);
    render(
      signedIn
        ? html`<p>${texts.signedIn(name)}</p>
            <button type="button" class="button" @click=${again}>${texts.signInAgain}</button>`
        : html`<p>${texts.brandHint}</p>`,
      place,
    );
  };
  const again = (): void => {
    signedIn = false;
    widget.reset?.();
    draw();
    widget.focus();
  };

  widget.addEventListener('ciam-login-success', (event) => {
    signedIn = true;
    name = readName((event as CustomEvent<unknown>).detail);
    draw();
  });
  // Back at the start by another way than this button.
  widget.addEventListener('ciam-login-step', (event) => {
    if ((event as CustomEvent<{ step: string }>).detail.step === 'done') return;
    signedIn = false;
    draw();
  });
  scene.watch(draw);
}

/** The name in the id_token's `api`, if there is such a thing. */
function readName(detail: unknown): string | undefined {
  const { claims } = detail as { claims: { api?: { name?: unknown } } | null };
  const name = claims?.api?.name;
  return typeof name === 'string' ? name : undefined;
}
