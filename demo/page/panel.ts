import { html, render, type TemplateResult } from 'lit';
import { carrierCard } from './carrier-card.js';
import { chips, choice, dropDown, toggle } from './choices.js';
import { copyFrom } from './copy.js';
import { faultCard } from './fault-card.js';
import { FURTHER_LANGS } from './box-language.js';
import { BOX_LANGS, METHODS, THEMES, type Method, type Scene } from './scene.js';
import { hasIdToken, type ServerState, type TestNumber } from './server-state.js';
import type { Store } from './store.js';
import { snippetCard } from './snippet-card.js';
import type { SnippetKind } from './snippet.js';
import { settingsOf, type Widget } from './widget.js';
import { textsOf, type Texts } from './texts.js';

/** What the panel shows and changes. */
export interface PanelParts {
  readonly widget: Widget;
  readonly scene: Store<Scene>;
  readonly server: Store<ServerState>;
  readonly numbers: readonly TestNumber[];
  /** Area codes behind "several". */
  readonly severalAreaCodes: string;
}

/** Draws the panel's cards into `place`, again at each change. */
export function startPanel(place: HTMLElement, parts: PanelParts): void {
  let snippet: SnippetKind = 'html';
  const onSnippet = (kind: SnippetKind): void => {
    snippet = kind;
    draw();
  };
  const draw = (): void => {
    const texts = textsOf(parts.scene.get().lang);
    render(
      [
        widgetCard(parts, texts),
        snippetCard(settingsOf(parts.widget, parts.scene.get()), snippet, texts, onSnippet),
        carrierCard(parts.scene, texts),
        serverCard(parts, texts),
        faultCard(parts.server, texts),
        numbersCard(parts, texts),
      ],
      place,
    );
  };
  parts.scene.watch(draw);
  parts.server.watch(draw);
}

function widgetCard({ scene, severalAreaCodes }: PanelParts, texts: Texts): TemplateResult {
  const now = scene.get();
  const change = (part: Partial<Scene>): void => scene.set({ ...now, ...part });
  const toggleMethod = (method: Method): void => {
    const rest = now.methods.filter((each) => each !== method);
    // A login box without a way in is no login box: the last one stays.
    const methods =
      rest.length < now.methods.length
        ? rest
        : METHODS.filter((each) => each === method || rest.includes(each));
    change({ methods: methods.length ? methods : now.methods });
  };
  const several = now.areaCodes === '86' || now.areaCodes === 'auto' ? severalAreaCodes : now.areaCodes;
  return html`<section class="card widget-card">
    <h3>${texts.panelWidget}</h3>
    ${row(
      texts.theme,
      choice(
        'theme',
        texts.theme,
        THEMES.map((id) => [id, texts.themes[id]] as const),
        now.theme,
        (theme) => change({ theme }),
      ),
    )}
    ${row(
      texts.methods,
      chips(
        'methods',
        texts.methods,
        METHODS.map((id) => [id, texts.method[id]]),
        now.methods,
        toggleMethod,
      ),
    )}
    ${row(
      texts.boxLang,
      dropDown(
        'box-lang',
        texts.boxLang,
        BOX_LANGS.map((id) => [id, id === 'page' ? texts.boxLangPage : FURTHER_LANGS[id]] as const),
        now.boxLang,
        (boxLang) => change({ boxLang }),
      ),
    )}
    ${row(
      texts.areaCodes,
      choice(
        'area-codes',
        texts.areaCodes,
        [
          ['86', texts.areaCodesOne],
          [several, texts.areaCodesSeveral],
          ['auto', texts.areaCodesAuto],
        ],
        now.areaCodes,
        (areaCodes) => change({ areaCodes }),
      ),
    )}
    ${row(
      texts.origin,
      choice(
        'origin',
        texts.origin,
        [
          ['cross', texts.originCross],
          ['same', texts.originSame],
        ],
        now.origin,
        (origin) => change({ origin }),
      ),
    )}
    ${toggle('consent', texts.consent, texts.consentHint, now.consent, (consent) => change({ consent }))}
  </section>`;
}

function serverCard({ server }: PanelParts, texts: Texts): TemplateResult {
  const now = server.get();
  return html`<section class="card server-card">
    <h3>${texts.panelServer}</h3>
    ${row(
      texts.dialect,
      choice(
        'dialect',
        texts.dialect,
        [
          ['bc', 'BambooCloud'],
          ['hw', 'Huawei Cloud'],
        ],
        now.dialect,
        (dialect) => server.set({ ...now, dialect, idToken: hasIdToken(dialect) }),
      ),
    )}
    <p class="hint">${texts.dialectHint}</p>
    ${toggle('id-token', texts.idToken, texts.idTokenHint, now.idToken, (idToken) => server.set({ ...now, idToken }))}
  </section>`;
}

function numbersCard({ numbers, scene }: PanelParts, texts: Texts): TemplateResult {
  const { lang } = scene.get();
  const copy = (event: Event, number: string): Promise<void> =>
    copyFrom(event.currentTarget as HTMLElement, number, texts);
  return html`<section class="card numbers-card">
    <h3>${texts.panelNumbers}</h3>
    <p class="hint">${texts.numbersLead}</p>
    <div class="numbers-scroll">
      <table class="numbers">
        <thead>
          <tr>
            <th scope="col">${texts.number}</th>
            <th scope="col">${texts.outcome}</th>
          </tr>
        </thead>
        <tbody>
          ${numbers.map(
            ({ mobile, zh, en }) =>
              html`<tr>
                <td>
                  <button
                    type="button"
                    class="quiet number"
                    aria-label=${texts.copyNumber(grouped(mobile))}
                    @click=${(event: Event) => copy(event, mobile)}
                  >
                    ${grouped(mobile)}
                  </button>
                </td>
                <td>${lang === 'en' ? en : zh}</td>
              </tr>`,
          )}
        </tbody>
      </table>
    </div>
  </section>`;
}

function row(label: string, control: TemplateResult): TemplateResult {
  return html`<div class="row"><span class="row-label" aria-hidden="true">${label}</span>${control}</div>`;
}

/** 138 0000 0001: easier to read, and the widget takes it with or without blanks. */
function grouped(mobile: string): string {
  return mobile.replace(/^(\d{3})(\d{4})(\d{4})$/, '$1 $2 $3');
}
