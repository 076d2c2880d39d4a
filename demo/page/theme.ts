import type { Scene } from './scene.js';
import type { Store } from './store.js';
import { textsOf } from './texts.js';
import type { Widget } from './widget.js';

/** What stands in the element's slots, in the looks of whoever it is that shows it. */
export interface Dress {
  readonly header: HTMLElement;
  readonly footer: HTMLElement;
  readonly name: HTMLElement;
  readonly tagline: HTMLElement;
}

/** Puts the page's brand around the form, and changes it with the theme: `styles/themes` has the rest. */
export function startTheme(widget: Widget, scene: Store<Scene>, dress: Dress): void {
  const { header, footer, name, tagline } = dress;
  header.slot = 'header';
  footer.slot = 'footer';
  widget.append(header, footer);
  scene.watch(({ lang, theme }) => {
    document.documentElement.dataset['theme'] = theme;
    const brand = textsOf(lang).brands[theme];
    name.textContent = brand.name;
    tagline.textContent = brand.tagline;
  });
}
