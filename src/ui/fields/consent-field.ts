import { type TemplateResult, html, nothing } from 'lit';
import { type ConsentLinks, type FormView, fieldError } from '../form-state.js';

/** The box that has to be ticked before anything is sent. */
export function consentField(view: FormView, links: ConsentLinks): TemplateResult {
  const { messages } = view;
  const error = fieldError(view, 'consent');
  const [before = '', after = ''] = messages.consent.split('{links}');
  return html`<div class="field consent" part="consent">
    <input
      id="consent"
      name="consent"
      type="checkbox"
      part="checkbox"
      required
      aria-invalid=${error !== nothing}
      aria-describedby=${error === nothing ? nothing : 'consent-error'}
    />
    <label for="consent"
      >${before}${link(links.terms, messages.terms)}${
        links.terms === null || links.privacy === null ? nothing : messages.and
      }${link(links.privacy, messages.privacy)}${after}</label
    >
    <p class="error" part="error" id="consent-error">${error}</p>
  </div>`;
}

function link(address: string | null, text: string) {
  if (!address) return address === null ? nothing : text;
  // A new tab, so that what was typed is still there afterwards.
  return html`<a part="link" href=${address} target="_blank" rel="noopener noreferrer">${text}</a>`;
}
