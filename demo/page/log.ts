import { html, render, type TemplateResult } from 'lit';
import { listen, type WireCall } from './control.js';
import { copyFrom } from './copy.js';
import { jsonView, prettyJson } from './json-view.js';
import type { Scene } from './scene.js';
import type { Store } from './store.js';
import { tabs } from './tabs.js';
import { textsOf, type Texts } from './texts.js';

const KEPT = 100;

/** The events that the element is documented to fire. */
const EVENT_NAMES = [
  'ciam-login-success',
  'ciam-login-error',
  'ciam-login-step',
  'ciam-login-code-sent',
  'ciam-login-redirect',
] as const;

interface LoggedEvent {
  readonly id: number;
  readonly at: Date;
  readonly name: string;
  readonly detail: string;
}

/** The log beside the widget: what a page hears, and what goes over the wire; newest first. */
export function startLog(place: HTMLElement, widget: HTMLElement, scene: Store<Scene>): void {
  let events: LoggedEvent[] = [];
  let calls: WireCall[] = [];
  let shown: 'events' | 'calls' = 'events';
  let count = 0;
  let clearedAt = 0;

  const draw = (): void => {
    const texts = textsOf(scene.get().lang);
    const list = [
      { id: 'events', label: texts.logEvents, count: events.length },
      { id: 'calls', label: texts.logCalls, count: calls.length },
    ] as const;
    const open = (id: typeof shown): void => {
      shown = id;
      draw();
    };
    render(
      html`<div class="log-bar">
          ${tabs('log', texts.log, list, shown, open)}
          <button type="button" class="quiet" @click=${clear}>${texts.clear}</button>
        </div>
        <div
          class="log-body"
          role="tabpanel"
          id="log-panel"
          aria-labelledby=${`log-tab-${shown}`}
          tabindex="0"
        >
          ${shown === 'events' ? eventList(events, texts) : callTable(calls, texts)}
        </div>`,
      place,
    );
  };
  const clear = (): void => {
    clearedAt = Math.max(clearedAt, ...calls.map(({ at }) => at));
    events = [];
    calls = [];
    draw();
  };

  for (const name of EVENT_NAMES) {
    widget.addEventListener(name, (event) => {
      const { detail } = event as CustomEvent<unknown>;
      events = [{ id: ++count, at: new Date(), name, detail: prettyJson(detail) }, ...events].slice(0, KEPT);
      draw();
    });
  }
  const addCall = (call: WireCall): void => {
    if (call.at <= clearedAt) return;
    calls = [call, ...calls.filter((each) => !isSameCall(each, call))].slice(0, KEPT);
    draw();
  };
  listen('journal', addCall, clear);
  scene.watch(draw);
}

function eventList(events: readonly LoggedEvent[], texts: Texts): TemplateResult {
  if (!events.length) return html`<p class="log-empty">${texts.eventsEmpty}</p>`;
  return html`<ol class="events">
    ${events.map(
      ({ id, at, name, detail }) =>
        html`<li class="event" data-event=${name} data-id=${id}>
          <div class="event-head">
            <h3 class="event-name">${name}</h3>
            <button
              type="button"
              class="quiet"
              @click=${(click: Event) => copyFrom(click.currentTarget as HTMLElement, detail, texts)}
            >
              ${texts.copyDetail}
            </button>
            <time datetime=${at.toISOString()}>${timeOf(at)}</time>
          </div>
          <pre tabindex="0" role="group" aria-label=${name}>${jsonView(detail)}</pre>
        </li>`,
    )}
  </ol>`;
}

function callTable(calls: readonly WireCall[], texts: Texts): TemplateResult {
  if (!calls.length) return html`<p class="log-empty">${texts.callsEmpty}</p>`;
  return html`<table class="calls">
    <thead>
      <tr>
        <th scope="col">${texts.callStatus}</th>
        <th scope="col">${texts.callMethod}</th>
        <th scope="col">${texts.callPath}</th>
        <th scope="col">${texts.callTime}</th>
      </tr>
    </thead>
    <tbody>
      ${calls.map(
        ({ at, method, path, status, fault }) =>
          html`<tr>
            <td>
              <span class="status" data-kind=${String(status ?? '-').charAt(0)}
                >${status || texts.noAnswer}</span
              >
            </td>
            <td class="call-method">${method}</td>
            <td class="call-path">
              ${breakable(path)}${fault && html`<span class="call-fault">${fault}</span>`}
            </td>
            <td class="call-time">${timeOf(new Date(at))}</td>
          </tr>`,
      )}
    </tbody>
  </table>`;
}

/** A call is told twice when its answer comes late, or when the stream begins anew. */
function isSameCall(one: WireCall, other: WireCall): boolean {
  return one.at === other.at && one.method === other.method && one.path === other.path;
}

/** A path may break after each slash, and nowhere else. */
function breakable(path: string): TemplateResult {
  return html`${path.split(/(?<=\/)/).map((part) => html`${part}<wbr />`)}`;
}

function timeOf(at: Date): string {
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${two(at.getHours())}:${two(at.getMinutes())}:${two(at.getSeconds())}`;
}
