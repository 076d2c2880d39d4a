import type { TemplateResult, html as litHtml } from 'lit';

/** A calling code that may be chosen. */
export interface AreaCodeOption {
  /** Without a plus sign. */
  readonly areaCode: string;
  /** The country's name in the widget's language; empty where nobody told it. */
  readonly name: string;
}

/** Calling codes to choose from: one at least. */
export type AreaCodeOptions = readonly [AreaCodeOption, ...AreaCodeOption[]];

/**
 * Draws a choice of calling codes, in place of the sign that says the only one.
 *
 * @param isLocked While a code is on its way: see `mobileField`. Not `disabled`: the choice would be missing from the values.
 */
export function areaCodeChoice(
  html: typeof litHtml,
  options: AreaCodeOptions,
  label: string,
  isLocked: boolean,
): TemplateResult {
  return html`<select
    class="area"
    id="area-code"
    part="area-code"
    name="areaCode"
    aria-label=${label}
    autocomplete="tel-country-code"
    ?inert=${isLocked}
  >
    ${options.map(({ areaCode, name }) => html`<option value=${areaCode}>+${areaCode} ${name}</option>`)}
  </select>`;
}
