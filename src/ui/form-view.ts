import { type TemplateResult, html, nothing } from 'lit';
import type { FieldName } from '../flow/step.js';
import { codeField } from './fields/code-field.js';
import { consentField } from './fields/consent-field.js';
import { mobileField } from './fields/mobile-field.js';
import { type FormView, fieldError, isSubmitWaiting, submitText } from './form-state.js';

/** Draws the step that the flow is at: any step, since it only has to name its fields. */
export function formView(view: FormView): TemplateResult {
  const { phase, screen } = view;
  const error = fieldError(view, null);
  return html`<form
    part="form"
    novalidate
    @submit=${view.onSubmit}
    @input=${view.onInput}
    @keydown=${view.onKeydown}
  >
    ${screen.fields.map((name) => fieldView(name, view))} ${view.consent && consentField(view, view.consent)}
    <p class="error" part="error" id="form-error">${error}</p>
    <button
      class="main"
      part="button submit-button"
      type="submit"
      aria-describedby=${error === nothing ? nothing : 'form-error'}
      aria-disabled=${isSubmitWaiting(view) ? 'true' : nothing}
      ?data-busy=${phase === 'submitting'}
    >
      <span>${submitText(view)}</span>
    </button>
  </form>`;
}

function fieldView(name: FieldName, view: FormView) {
  switch (name) {
    case 'mobile':
      return mobileField(view);
    case 'code':
      return codeField(view);
    case 'consent':
      return nothing;
  }
}
