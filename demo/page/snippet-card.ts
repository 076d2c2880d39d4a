import { html, type TemplateResult } from 'lit';
import { choice } from './choices.js';
import { copyFrom } from './copy.js';
import { SNIPPET_NAMES, SNIPPETS, snippetOf, type SnippetKind, type SnippetSettings } from './snippet.js';
import type { Texts } from './texts.js';

/** What to paste to get this login box, for whichever page or framework it is. */
export function snippetCard(
  settings: SnippetSettings,
  kind: SnippetKind,
  texts: Texts,
  onKind: (kind: SnippetKind) => void,
): TemplateResult {
  const text = snippetOf(kind, settings);
  return html`<section class="card snippet-card">
    <div class="snippet-head">
      <h3>${texts.panelSnippet}</h3>
      <button
        type="button"
        class="quiet"
        aria-label=${texts.copySnippet}
        @click=${(event: Event) => copyFrom(event.currentTarget as HTMLElement, text, texts)}
      >
        ${texts.copy}
      </button>
    </div>
    ${choice(
      'snippet',
      texts.panelSnippet,
      SNIPPETS.map((each) => [each, SNIPPET_NAMES[each]] as const),
      kind,
      onKind,
    )}
    <pre tabindex="0" role="group" aria-label=${texts.panelSnippet}>${text}</pre>
    <p class="hint">${texts.snippetHint}</p>
  </section>`;
}
