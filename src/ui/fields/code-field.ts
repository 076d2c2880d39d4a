import { type TemplateResult, html, nothing } from 'lit';
import { type FormView, fieldError } from '../form-state.js';

/**
 * The one-time code: one real input, so that phones and password managers can fill it in, and the button
 * that asks for one.
 */
export function codeField(view: FormView): TemplateResult {
  const error = fieldError(view, 'code');
  return html`<div class="field" part="field">
    <label for="code" part="label">${view.messages.code}</label>
    <div class="control" part="control">
      <input
        id="code"
        dir="ltr"
        name="code"
        part="input"
        inputmode="numeric"
        autocomplete="one-time-code"
        required
        aria-invalid=${error !== nothing}
        aria-describedby=${error === nothing ? nothing : 'code-error'}
      />
      <button
        class="send"
        part="button send-button"
        type="button"
        aria-describedby=${fieldError(view, null) === nothing ? nothing : 'form-error'}
        aria-disabled=${view.sendWaits ? 'true' : nothing}
        ?data-busy=${view.phase === 'sending'}
        @click=${view.onSendCode}
      >
        <span>${view.sendText}</span>
      </button>
    </div>
    <p class="error" part="error" id="code-error">${error}</p>
  </div>`;
}
