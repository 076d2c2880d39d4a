import { html, render } from 'lit';
import { choice } from './choices.js';
import { copyFrom } from './copy.js';
import type { Scene } from './scene.js';
import type { Store } from './store.js';
import { textsOf } from './texts.js';

/** Language and colour scheme: they are the page's as much as the widget's, so they stand at its top. */
export function startPageSettings(place: HTMLElement, scene: Store<Scene>): void {
  scene.watch((now) => {
    const texts = textsOf(now.lang);
    const langs = [
      ['zh-CN', '中文'],
      ['en', 'English'],
    ] as const;
    const schemes = [
      ['system', texts.schemeSystem],
      ['light', texts.schemeLight],
      ['dark', texts.schemeDark],
    ] as const;
    render(
      html`${choice('lang', texts.language, langs, now.lang, (lang) => scene.set({ ...scene.get(), lang }))}
      ${choice('scheme', texts.scheme, schemes, now.scheme, (scheme) => scene.set({ ...scene.get(), scheme }))}`,
      place,
    );
  });
}

/** What can be done with the panel as a whole: send it on as a link, or start afresh. */
export function startActions(place: HTMLElement, scene: Store<Scene>, reset: () => Promise<void>): void {
  scene.watch(({ lang }) => {
    const texts = textsOf(lang);
    const share = (event: Event): Promise<void> =>
      copyFrom(event.currentTarget as HTMLElement, location.href, { ...texts, copied: texts.shared });
    render(
      html`<button type="button" class="button" @click=${share}>${texts.share}</button>
        <button type="button" class="button" @click=${reset}>${texts.resetAll}</button>`,
      place,
    );
  });
}
