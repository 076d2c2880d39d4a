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
      ${view.areaCodeChoice ?? onlyAreaCode(view)}
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
        aria-describedby=${view.areaCodeChoice ? 'mobile-error' : 'area-code mobile-error'}
      />
    </div>
    <p class="error" part="error" id="mobile-error">${error}</p>
  </div>`;
}

function onlyAreaCode({ areaCode }: FormView): TemplateResult {
  return html`<span class="area" id="area-code" part="area-code">+${areaCode}</span
    ><input type="hidden" name="areaCode" .value=${areaCode} />`;
}
