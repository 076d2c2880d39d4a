import { html, nothing, render, type TemplateResult } from 'lit';
import { announce } from './announce.js';
import { listen, type Sms } from './control.js';
import { copyFrom } from './copy.js';
import type { Lang, Scene } from './scene.js';
import type { Store } from './store.js';
import { textsOf, type Texts } from './texts.js';

const KEPT = 20;
const BANNER_MS = 8000;
/** Less of the screen than this, and a message on it may be cut off. */
const SEEN = 0.7;

/** The customer's phone: a lock screen whose notifications are the text messages the CIAM server sent. */
export function startPhone(phone: HTMLElement, banner: HTMLElement, scene: Store<Scene>): void {
  let inbox: Sms[] = [];
  let bannerTimer = 0;
  let inView = true;
  const startedAt = Date.now();

  const draw = (): void => {
    const { lang } = scene.get();
    render(screen(inbox, lang), phone);
  };
  const hideBanner = (): void => {
    render(nothing, banner);
  };

  /** Where the phone is scrolled away, a message drops in from the top, as on a phone. */
  const showBanner = (sms: Sms): void => {
    clearTimeout(bannerTimer);
    const { lang } = scene.get();
    render(notification(sms, lang, textsOf(lang)), banner);
    bannerTimer = window.setTimeout(hideBanner, BANNER_MS);
  };

  new IntersectionObserver(
    ([entry]) => {
      inView = !entry || entry.intersectionRatio >= SEEN;
      if (inView) hideBanner();
    },
    { threshold: SEEN },
  ).observe(phone);
  // The clock on the lock screen.
  setInterval(draw, 10_000);

  const receive = (sms: Sms): void => {
    // The stream tells everything again when it begins anew.
    if (inbox.some(({ id }) => id === sms.id)) return;
    inbox = [sms, ...inbox].slice(0, KEPT);
    draw();
    if (sms.sentAt < startedAt) return;
    announce(textsOf(scene.get().lang).smsAnnounced(sms.code));
    if (!inView) showBanner(sms);
  };
  const clear = (): void => {
    inbox = [];
    hideBanner();
    draw();
  };
  listen('inbox', receive, clear);
  scene.watch(draw);
}

function screen(inbox: readonly Sms[], lang: Lang): TemplateResult {
  const texts = textsOf(lang);
  const now = new Date();
  const date = now.toLocaleDateString(lang, { weekday: 'long', month: 'long', day: 'numeric' });
  return html`
    <p class="phone-date" aria-hidden="true">${date}</p>
    <p class="phone-clock" aria-hidden="true">${clock(now)}</p>
    ${
      inbox.length
        ? html`<ol class="phone-inbox" aria-label=${texts.smsApp}>
            ${inbox.map((sms) => html`<li>${notification(sms, lang, texts)}</li>`)}
          </ol>`
        : html`<div class="phone-empty">
            <p>${texts.phoneEmpty}</p>
            <p>${texts.phoneEmptyHint}</p>
          </div>`
    }
  `;
}

function notification(sms: Sms, lang: Lang, texts: Texts): TemplateResult {
  const at = new Date(sms.sentAt);
  return html`<article class="sms" aria-label=${`${texts.smsApp} ${sms.code}`}>
    <header>
      <span class="sms-icon" aria-hidden="true"></span>
      <span class="sms-from">${texts.smsApp}</span>
      <time datetime=${at.toISOString()}
        >${at.toLocaleTimeString(lang, { hour: 'numeric', minute: '2-digit' })}</time
      >
    </header>
    <p class="sms-text">${emphasised(sms)}</p>
    <footer>
      <span class="sms-to">${texts.smsFor(sms.to)}</span>
      <button
        type="button"
        class="sms-copy"
        @click=${(event: Event) => copyFrom(event.currentTarget as HTMLElement, sms.code, texts)}
      >
        ${texts.copyCode}
      </button>
    </footer>
  </article>`;
}

/** The message with its code set apart. The text is the server's; its last line, for WebOTP, is for machines. */
function emphasised({ text, code }: Sms): TemplateResult {
  const [said = '', forMachines] = text.split(/\n+(?=@\S+ #)/);
  const at = code ? said.indexOf(code) : -1;
  const message =
    at < 0
      ? said
      : html`${said.slice(0, at)}<strong class="sms-code">${code}</strong>${said.slice(at + code.length)}`;
  return html`${message}${forMachines && html`<small class="sms-origin">${forMachines}</small>`}`;
}

function clock(now: Date): string {
  return `${now.getHours()}:${String(now.getMinutes()).padStart(2, '0')}`;
}
