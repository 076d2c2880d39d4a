import { html, type TemplateResult } from 'lit';

/** One of a few, as radio buttons that look like one piece, or like `chips` where they take several lines. */
export function choice<T extends string>(
  name: string,
  label: string,
  options: readonly (readonly [value: T, text: string])[],
  chosen: T,
  onChoose: (value: T) => void,
  look: 'choice' | 'chips' = 'choice',
): TemplateResult {
  return html`<div class=${look} role="radiogroup" aria-label=${label}>
    ${options.map(
      ([value, text]) =>
        html`<label
          ><input
            type="radio"
            name=${name}
            value=${value}
            .checked=${value === chosen}
            @change=${() => onChoose(value)}
          />${text}</label
        >`,
    )}
  </div>`;
}

/** One of many. */
export function dropDown<T extends string>(
  name: string,
  label: string,
  options: readonly (readonly [value: T, text: string])[],
  chosen: T,
  onChoose: (value: T) => void,
): TemplateResult {
  return html`<select
    class="button"
    name=${name}
    aria-label=${label}
    @change=${(event: Event) => onChoose((event.target as HTMLSelectElement).value as T)}
  >
    ${options.map(
      ([value, text]) => html`<option value=${value} .selected=${value === chosen}>${text}</option>`,
    )}
  </select>`;
}

/** Any of a few. */
export function chips<T extends string>(
  name: string,
  label: string,
  options: readonly (readonly [value: T, text: string])[],
  chosen: readonly T[],
  onToggle: (value: T) => void,
): TemplateResult {
  return html`<div class="chips" role="group" aria-label=${label}>
    ${options.map(
      ([value, text]) =>
        html`<label
          ><input
            type="checkbox"
            name=${name}
            value=${value}
            .checked=${chosen.includes(value)}
            @change=${() => onToggle(value)}
          />${text}</label
        >`,
    )}
  </div>`;
}

/** On or off, with a line that says what it means. */
export function toggle(
  name: string,
  label: string,
  hint: string,
  on: boolean,
  onToggle: (on: boolean) => void,
): TemplateResult {
  return html`<div class="switch-row">
    <label class="switch">
      <span>${label}</span>
      <input
        type="checkbox"
        name=${name}
        aria-describedby=${`${name}-hint`}
        .checked=${on}
        @change=${(event: Event) => onToggle((event.target as HTMLInputElement).checked)}
      />
    </label>
    <p class="hint" id=${`${name}-hint`}>${hint}</p>
  </div>`;
}
