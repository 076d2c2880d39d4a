import { html, type TemplateResult } from 'lit';
import { FAULTS, PLACES, type PlacedFault } from './faults.js';
import type { ServerState } from './server-state.js';
import type { Store } from './store.js';
import type { Texts } from './texts.js';

/** The card where answers are spoiled: which fault, on which call, and those at work now. */
export function faultCard(server: Store<ServerState>, texts: Texts): TemplateResult {
  const { faults } = server.get();
  const set = (next: readonly PlacedFault[]): void => server.set({ ...server.get(), faults: next });
  const add = (event: SubmitEvent): void => {
    event.preventDefault();
    const form = new FormData(event.currentTarget as HTMLFormElement);
    const fault = { name: form.get('fault') as string, place: form.get('place') as string };
    // One fault for one call: a second takes the first one's place.
    set([...faults.filter(({ place }) => place !== fault.place), fault]);
  };
  const remove = (fault: PlacedFault): void => {
    set(faults.filter((each) => each !== fault));
    // The button is gone; the next thing to do is here.
    document.getElementById('fault-what')?.focus();
  };
  return html`<section class="card fault-card">
    <h3>${texts.panelFaults}</h3>
    <p class="hint">${texts.faultsLead}</p>
    <form class="fault-form" @submit=${add}>
      <label class="field">
        <span>${texts.faultWhat}</span>
        <select class="select" id="fault-what" name="fault">
          ${Object.keys(FAULTS).map((name) => html`<option value=${name}>${texts.fault[name]}</option>`)}
        </select>
      </label>
      <label class="field">
        <span>${texts.faultWhere}</span>
        <select class="select" name="place">
          <option value="*">${texts.faultEverywhere}</option>
          ${PLACES.map((place) => html`<option value=${place}>${place}</option>`)}
        </select>
      </label>
      <button class="button">${texts.faultAdd}</button>
    </form>
    ${
      faults.length
        ? html`<ul class="faults">
            ${faults.map((fault) => {
              const what = texts.fault[fault.name] ?? fault.name;
              const where = fault.place === '*' ? texts.faultEverywhere : fault.place;
              return html`<li>
                <span class="fault-name">${what}</span>
                <span class="fault-place">${where}</span>
                <button
                  type="button"
                  class="quiet"
                  aria-label=${texts.faultRemove(`${what}, ${where}`)}
                  @click=${() => remove(fault)}
                >
                  ✕
                </button>
              </li>`;
            })}
          </ul>`
        : html`<p class="faults-none">${texts.faultNone}</p>`
    }
  </section>`;
}
