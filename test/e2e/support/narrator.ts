import type { Demo } from '../../../demo/serve.js';
import type { Person } from './person.js';

const CALLS = ['captcha', 'captcha/verify', 'sms/send', 'login/mobile-verify-code', 'mfa/sms'];

/** Makes the calls of a login take long enough for what is announced meanwhile. */
export function takeTime({ ciam }: Demo, calls: readonly string[] = CALLS): void {
  for (const call of calls) ciam.faults.set(`/api/v2/sdk/${call}`, { kind: 'delay', ms: 400 });
}

/** Writes down what a screen reader would have to tell: what is there, where the focus is, and what was announced. */
export class Narrator {
  readonly #person: Person;
  readonly #parts: string[] = [];
  readonly #heard: string[] = [];

  private constructor(person: Person) {
    this.#person = person;
  }

  /** Begins to listen to the live regions of the login box. */
  static async at(person: Person): Promise<Narrator> {
    await person.page.waitForTimeout(300); // what was begun before is said by then
    await person.box.evaluate((element) => {
      const root = element.shadowRoot!;
      const heard: string[] = [];
      const regions = [...root.querySelectorAll('[aria-live]')];
      const last = new Map(regions.map((region) => [region, region.textContent.trim()]));
      new MutationObserver(() => {
        for (const region of root.querySelectorAll('[aria-live]')) {
          const text = region.textContent.trim();
          if (text && text !== last.get(region)) heard.push(`${region.getAttribute('aria-live')!}: ${text}`);
          last.set(region, text);
        }
      }).observe(root, { subtree: true, childList: true, characterData: true });
      Object.assign(window, { heard });
    });
    return new Narrator(person);
  }

  /** @param event What has just happened. */
  async tell(event: string): Promise<void> {
    const { box, page } = this.#person;
    await page.waitForTimeout(300); // what is announced a little later, so that it is not lost in the change of focus
    const dialog = box.getByRole('dialog');
    const place = (await dialog.isVisible()) ? dialog : box; // what is behind it is out of reach
    const heard = await page.evaluate(() => (window as unknown as { heard: string[] }).heard.splice(0));
    // What stands in a live region is told above, or was told before.
    this.#heard.push(...heard);
    const isHeard = (line: string) =>
      this.#heard.some((text) => line === `- text: ${text.replace(/^\w+: /, '')}`);
    const tree = (await place.ariaSnapshot()).split('\n').filter((line) => !isHeard(line));
    const focus = await page.evaluate(describeFocus);
    const announced = heard.length ? `\nAnnounced:\n\n${heard.map((line) => `- ${line}\n`).join('')}` : '';
    this.#parts.push(
      `## ${event}\n${announced}\nFocus: ${focus}\n\n\`\`\`yaml\n${tree.join('\n')}\n\`\`\`\n`,
    );
  }

  /** All that was told, without what differs from run to run: seconds, places, the page's own address. */
  get text(): string {
    return this.#parts
      .join('\n')
      .replace(/\b\d+(?= ?(?:sec\b|seconds?|秒))/g, 'N')
      .replace(/http:\/\/localhost:\d+/g, '')
      .replace(/(slider.*): "?\d+"?/g, '$1: N');
  }
}

/** Where the focus is, with what belongs to it. Runs in the page. */
function describeFocus(): string {
  let focused = document.activeElement;
  while (focused?.shadowRoot?.activeElement) focused = focused.shadowRoot.activeElement;
  if (!focused || focused === document.body) return 'the page';
  const root = focused.getRootNode() as Document | ShadowRoot;
  const textOf = (ids: string | null) =>
    (ids ?? '')
      .split(' ')
      .flatMap((id) => {
        const element = id ? root.getElementById(id) : null;
        const items = [...(element?.querySelectorAll('li') ?? [])];
        return items.length ? items : [element];
      })
      .map((element) => element?.textContent.trim() ?? '')
      .filter(Boolean)
      .join(' ');
  const labels = [...((focused as HTMLInputElement).labels ?? [])].map((label) => label.textContent);
  const name =
    focused.getAttribute('aria-label') ??
    (textOf(focused.getAttribute('aria-labelledby')) || labels.join(' ').trim() || focused.textContent);
  const description = textOf(focused.getAttribute('aria-describedby'));
  const states = ['aria-invalid', 'aria-disabled', 'aria-selected']
    .filter((state) => focused.getAttribute(state) === 'true')
    .map((state) => `, ${state.slice(5)}`);
  const role = focused.getAttribute('role') ?? focused.localName;
  const value = focused.getAttribute('aria-valuetext') ?? focused.getAttribute('aria-valuenow');
  const range = ['aria-valuemin', 'aria-valuemax'].map((end) => focused.getAttribute(end)).join(' to ');
  const at = value === null ? '' : `, at ${value} of ${range}`;
  const checked = focused.matches('[type=checkbox]')
    ? focused.matches(':checked')
      ? ', checked'
      : ', not checked'
    : '';
  const said = `${role} “${name.replace(/\s+/g, ' ').trim()}”${checked}${at}${states.join('')}`;
  return description ? `${said}, described by “${description.replace(/\s+/g, ' ')}”` : said;
}
