import { html, type TemplateResult } from 'lit';

interface Tab<Id extends string> {
  readonly id: Id;
  readonly label: string;
  readonly count: number;
}

/** A tab list after the ARIA Authoring Practices: one tab stop, arrows move and open. Its panel is `#<name>-panel`. */
export function tabs<Id extends string>(
  name: string,
  label: string,
  list: readonly Tab<Id>[],
  open: Id,
  onOpen: (id: Id) => void,
): TemplateResult {
  const onKey = (event: KeyboardEvent): void => {
    const at = list.findIndex(({ id }) => id === open);
    const to = { ArrowLeft: at - 1, ArrowRight: at + 1, Home: 0, End: -1 }[event.key];
    const next = to === undefined ? undefined : list.at(to % list.length);
    if (!next) return;
    event.preventDefault();
    onOpen(next.id);
    document.getElementById(`${name}-tab-${next.id}`)?.focus();
  };
  return html`<div class="tabs" role="tablist" aria-label=${label} @keydown=${onKey}>
    ${list.map(
      ({ id, label: text, count }) =>
        html`<button
          type="button"
          role="tab"
          id=${`${name}-tab-${id}`}
          aria-controls=${`${name}-panel`}
          aria-selected=${id === open}
          tabindex=${id === open ? 0 : -1}
          @click=${() => onOpen(id)}
        >
          ${text}${count ? html`<span class="tab-count">${count}</span>` : ''}
        </button>`,
    )}
  </div>`;
}
