import { type TemplateResult, html, nothing } from 'lit';

/** One tab: a way of logging in. */
export interface Tab {
  readonly id: string;
  readonly text: string;
}

/** The tabs, and what a person does with them. */
export interface TabsView {
  readonly tabs: readonly Tab[];
  /** The id of the one that is open. */
  readonly open: string;
  /** Names the row of tabs. */
  readonly label: string;
  readonly onOpen: (id: string) => void;
}

/**
 * Draws tabs as the ARIA Authoring Practices describe them: one of them is in the order of Tab, the arrow keys go
 * from one to the next and open it.
 */
function tabsView({ tabs, open, label, onOpen }: TabsView): TemplateResult {
  const onKeydown = (event: KeyboardEvent) => {
    if (event.altKey || event.ctrlKey || event.metaKey) return; // the browser's own: Alt+Left goes back
    const list = event.currentTarget as HTMLElement;
    const from = tabs.findIndex(({ id }) => id === open);
    const to = placeAfterKey(event.key, from, getComputedStyle(list).direction);
    if (to === null) return;
    event.preventDefault();
    // The place after the last is the first again, and the one before the first the last.
    onOpen(tabs.at(to % tabs.length)?.id ?? open);
    ([...list.children].at(to % tabs.length) as HTMLElement).focus();
  };
  return html`<div class="tabs" part="tabs" role="tablist" aria-label=${label} @keydown=${onKeydown}>
    ${tabs.map(
      ({ id, text }) =>
        html`<button
          type="button"
          role="tab"
          part="tab"
          id="tab-${id}"
          aria-controls="panel"
          aria-selected=${id === open}
          tabindex=${id === open ? '0' : '-1'}
          @click=${() => {
            onOpen(id);
          }}
        >
          ${text}
        </button>`,
    )}
  </div>`;
}

/** Puts a form below its tabs, where there are any. */
export function tabbed(tabs: TabsView | null, form: TemplateResult): TemplateResult {
  return html`${tabs && tabsView(tabs)}
    <div
      id="panel"
      role=${tabs ? 'tabpanel' : nothing}
      aria-labelledby=${tabs ? `tab-${tabs.open}` : nothing}
    >
      ${form}
    </div>`;
}

function placeAfterKey(key: string, from: number, direction: string): number | null {
  const right = direction === 'rtl' ? -1 : 1;
  switch (key) {
    case 'ArrowLeft':
      return from - right;
    case 'ArrowRight':
      return from + right;
    case 'Home':
      return 0;
    case 'End':
      return -1;
    default:
      return null;
  }
}
