import { type TemplateResult, html, nothing } from 'lit';
import type { Field } from '../flow/step.js';
import { codeField } from './fields/code-field.js';
import { consentField } from './fields/consent-field.js';
import { mobileField } from './fields/mobile-field.js';
import { textField } from './fields/text-field.js';
import { type FormView, fieldError } from './form-state.js';

/** Draws the step that the flow is at: any step, since it only has to name its fields. */
export function formView(view: FormView): TemplateResult {
  const { phase, screen, texts, choices } = view;
  const error = fieldError(view, null);
  // It goes nowhere, or whatever submits it past our listener would put the number and the code into the address.
  return html`<form
    method="dialog"
    part="form"
    novalidate
    @submit=${view.onSubmit}
    @focusin=${view.onTouch}
    @pointerdown=${view.onTouch}
    @change=${view.onTouch}
    @input=${view.onInput}
    @keydown=${view.onKeydown}
  >
    ${texts.title && html`<h2 class="title" part="title" tabindex="-1">${texts.title}</h2>`}
    ${texts.note && html`<p class="hint" part="note">${texts.note}</p>`}
    ${screen.fields.map((field) => fieldView(field, view))}
    ${view.consent && consentField(view, view.consent)}
    <p class="error" part="error" id="form-error">${error}</p>
    <button
      class="main"
      part="button submit-button"
      type="submit"
      aria-describedby=${error === nothing ? nothing : 'form-error'}
      aria-disabled=${view.submitWaits ? 'true' : nothing}
      ?data-busy=${phase === 'submitting'}
    >
      <span>${texts.button}</span>
    </button>
    ${choices}
  </form>`;
}

function fieldView(field: Field, view: FormView) {
  switch (field) {
    case 'mobile':
      return mobileField(view);
    case 'code':
      return codeField(view);
    default:
      return textField(view, field);
  }
}
