import { type TemplateResult, html, nothing } from 'lit';
import { type FormView, fieldError } from '../form-state.js';

/**
 * A mobile number with its calling code: a plain sign where there is only one, a choice where there are more.
 * It cannot be edited while a code is on its way to it: the code would not fit the number that is shown.
 */
export function mobileField(view: FormView): TemplateResult {
  const error = fieldError(view, 'mobile');
  return html`<div class="field" part="field">
    <label for="mobile" part="label">${view.messages.mobile}</label>
    <div class="control" part="control" dir="ltr">
      ${areaCode(view)}
      <input
        id="mobile"
        name="mobile"
        part="input"
        type="tel"
        inputmode="tel"
        autocomplete="tel"
        required
        ?readonly=${view.phase === 'sending'}
        aria-invalid=${error !== nothing}
        aria-describedby=${view.areaCodes.length < 2 ? 'area-code mobile-error' : 'mobile-error'}
      />
    </div>
    <p class="error" part="error" id="mobile-error">${error}</p>
  </div>`;
}

function areaCode({ areaCodes, messages }: FormView): TemplateResult {
  const [only] = areaCodes;
  if (areaCodes.length < 2) {
    return html`<span class="area" id="area-code" part="area-code">+${only?.areaCode ?? '86'}</span
      ><input type="hidden" name="areaCode" .value=${only?.areaCode ?? '86'} />`;
  }
  return html`<select
    class="area"
    id="area-code"
    part="area-code"
    name="areaCode"
    aria-label=${messages.areaCode}
    autocomplete="tel-country-code"
  >
    ${areaCodes.map(
      (option) => html`<option value=${option.areaCode}>+${option.areaCode} ${option.name}</option>`,
    )}
  </select>`;
}
