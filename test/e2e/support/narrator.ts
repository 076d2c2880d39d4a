import type { Person } from './person.js';

/** Writes down what a screen reader would have to tell: what is there, where the focus is, and what was announced. */
export class Narrator {
  readonly #person: Person;
  readonly #parts: string[] = [];

  private constructor(person: Person) {
    this.#person = person;
  }

  /** Begins to listen to the live regions of the login box. */
  static async at(person: Person): Promise<Narrator> {
    await person.box.evaluate((element) => {
      const root = element.shadowRoot!;
      const heard: string[] = [];
      const last = new Map<Element, string>();
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
    // What stands in a live region is told above.
    const isHeard = (line: string) => heard.some((text) => line === `- text: ${text.replace(/^\w+: /, '')}`);
    const tree = (await place.ariaSnapshot()).split('\n').filter((line) => !isHeard(line));
    const focus = await page.evaluate(describeFocus);
    const announced = heard.length ? `\nAnnounced:\n\n${heard.map((line) => `- ${line}\n`).join('')}` : '';
    this.#parts.push(
      `## ${event}\n${announced}\nFocus: ${focus}\n\n\`\`\`yaml\n${tree.join('\n')}\n\`\`\`\n`,
    );
  }

  /** All that was told, without what differs from run to run: seconds and places. */
  get text(): string {
    return this.#parts
      .join('\n')
      .replace(/\b\d+(?= ?(?:s\b|seconds?|秒))/g, 'N')
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
      .map((id) => (id && root.getElementById(id)?.textContent.trim()) || '')
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
  const said = `${role} “${name.replace(/\s+/g, ' ').trim()}”${states.join('')}`;
  return description ? `${said}, described by “${description.replace(/\s+/g, ' ')}”` : said;
}
