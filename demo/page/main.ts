/** The demo page: puts its parts together. Everything that can be chosen lives in two stores and in the address. */
import '../../src/entries/index.js';
import { announce } from './announce.js';
import { control, type DemoConfig } from './control.js';
import { startLog } from './log.js';
import { startActions, startPageSettings } from './page-settings.js';
import { startPanel } from './panel.js';
import { startPhone } from './phone.js';
import { defaultScene, readScene, writeScene, type Scene } from './scene.js';
import {
  fetchServerState,
  readServerState,
  sendServerState,
  writeServerState,
  type ServerState,
  type TestNumber,
} from './server-state.js';
import { startShopHint } from './shop-hint.js';
import { createStore, type Store } from './store.js';
import { fillTexts, textsOf } from './texts.js';
import { startTheme } from './theme.js';
import { createWidget, dressWidget } from './widget.js';

const SEVERAL_AREA_CODES = '86,852,853,886,65,1';

const scenery = defaultScene(navigator.language);
const scene = createStore(readScene(new URLSearchParams(location.search), scenery));

showPage();
start().catch((error: unknown) => {
  console.error(error);
  showServerGone();
});

/** Language and colours, at once: they need nothing from the server. */
function showPage(): void {
  startPageSettings(part('page-settings'), scene);
  scene.watch(({ lang, scheme }) => {
    document.documentElement.lang = lang;
    document.documentElement.dataset['scheme'] = scheme;
    document.title = textsOf(lang).title;
    fillTexts(document, textsOf(lang));
  });
}

async function start(): Promise<void> {
  const [config, numbers, now] = await Promise.all([
    control<DemoConfig>('config'),
    control<readonly TestNumber[]>('test-numbers'),
    fetchServerState(),
  ]);
  const wished = { ...now, ...readServerState(new URLSearchParams(location.search)) };
  await sendServerState(wished, now);
  const server = createStore<ServerState>(wished);
  keepServer(server, wished);

  const widget = createWidget();
  startLog(part('log'), widget, scene);
  startShopHint(part('shop-hint'), widget, scene);
  startTheme(widget, scene, {
    header: part('shop-brand'),
    footer: part('shop-hint'),
    name: part('shop-name'),
    tagline: part('shop-tagline'),
  });
  startPhone(part('phone'), part('banner'), scene);
  startActions(part('panel-actions'), scene, async () => {
    await control('reset', 'POST');
    server.set(await fetchServerState());
    scene.set({ ...scenery, lang: scene.get().lang, scheme: scene.get().scheme });
    widget.reset?.();
    announce(textsOf(scene.get().lang).resetDone);
  });
  const update = (): void => {
    keepInAddress(scene.get(), server.get());
    dressWidget(widget, scene.get(), config);
  };
  scene.watch(update);
  server.watch(update);
  startPanel(part('panel'), { widget, scene, server, numbers, severalAreaCodes: SEVERAL_AREA_CODES });
  // Last: an element in the document may act at once, and everything must be there to see it.
  part('widget-place').append(widget);
}

/** Tells the server of each change, one after the other. */
function keepServer(server: Store<ServerState>, now: ServerState): void {
  let sent = Promise.resolve(now);
  server.watch((next) => {
    sent = sent
      .then((before) => sendServerState(next, before).then(() => next))
      .catch((error: unknown) => {
        console.error(error);
        return fetchServerState();
      });
  });
}

/** Writes both stores into the address; parameters that are not ours, Alipay's for one, stay. */
function keepInAddress(scene: Scene, server: ServerState): void {
  const query = new URLSearchParams(location.search);
  writeScene(query, scene, scenery);
  writeServerState(query, server);
  // These may stand in a query as they are, and are easier to read so.
  const text = query.toString().replace(/%2C|%2F|%40/g, decodeURIComponent);
  if (`?${text}` === location.search) return;
  history.replaceState(history.state, '', `${location.pathname}?${text}${location.hash}`);
}

function showServerGone(): void {
  const place = part('server-gone');
  place.dataset['text'] = 'serverGone';
  place.hidden = false;
  fillTexts(document, textsOf(scene.get().lang));
}

function part(id: string): HTMLElement {
  const found = document.getElementById(id);
  if (!found) throw new Error(`index.html has no #${id}`);
  return found;
}
