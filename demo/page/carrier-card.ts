import { html, type TemplateResult } from 'lit';
import { choice } from './choices.js';
import { CARRIER_ANSWERS, type Scene } from './scene.js';
import type { Store } from './store.js';
import type { Texts } from './texts.js';

/** The card where the carrier is told what to do when one tap asks it for a token. */
export function carrierCard(scene: Store<Scene>, texts: Texts): TemplateResult {
  const now = scene.get();
  return html`<section class="card carrier-card">
    <h3>${texts.panelCarrier}</h3>
    <p class="hint">${texts.carrierLead}</p>
    ${choice(
      'carrier',
      texts.panelCarrier,
      CARRIER_ANSWERS.map((answer) => [answer, texts.carrier[answer]]),
      now.carrier,
      (carrier) => scene.set({ ...now, carrier }),
      'chips',
    )}
  </section>`;
}
