import { type TemplateResult, html, nothing } from 'lit';
import type { TextField } from '../../flow/step.js';
import { type FormView, fieldError } from '../form-state.js';

/** A field of which nothing is special but its kind: a name, a password, an address, which stays while a code goes to it. */
export function textField(view: FormView, { name, type, autocomplete }: TextField): TemplateResult {
  const error = fieldError(view, name);
  return html`<div class="field" part="field">
    <label for=${name} part="label">${view.texts.fields?.[name]}</label>
    <div class="control" part="control">
      <input
        id=${name}
        name=${name}
        part="input"
        type=${type}
        dir="auto"
        autocomplete=${autocomplete}
        required
        ?readonly=${view.phase === 'sending'}
        aria-invalid=${error !== nothing}
        aria-describedby=${`${view.hints[name] ? `${name}-hint ` : ''}${name}-error`}
      />
    </div>
    ${view.hints[name]}
    <p class="error" part="error" id=${`${name}-error`}>${error}</p>
  </div>`;
}
