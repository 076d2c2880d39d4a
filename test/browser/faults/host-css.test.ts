import { expect } from '@open-wc/testing';
import { resetMouse } from '@web/test-runner-commands';
import { FIXED_CODE, FIXED_MOBILE } from '../../../demo/server/test-numbers.ts';
import { type Ciam, startCiam } from '../../support/ciam.ts';
import { startCdn } from '../support/built-files.ts';
import { boxIn, type FramePage, openFrame } from '../support/frame-page.ts';
import type { LoginBox } from '../support/login-box.ts';
import { press } from '../support/steps.ts';

/** As Tailwind 4's preflight, in short, with the habits of older resets. */
const RESET = `*, ::before, ::after { box-sizing: border-box; border: 0 solid; margin: 0; padding: 0 }
  button, input, select { font: inherit; font-size: 100%; color: inherit; background: transparent; border-radius: 0 }
  img, svg { display: block; max-width: 100%; height: auto } [hidden] { display: none !important }`;

const SHEETS: Readonly<Record<string, string>> = {
  'all: unset': '* { all: unset }',
  'all: unset, important': '* { all: unset !important }',
  'all: initial': '*, ::before, ::after { all: initial }',
  'a root of 10 px': 'html { font-size: 10px } body { font: 0.5rem/1 monospace }',
  "Tailwind's reset": RESET,
  'shouting tables': `* { font-size: 9px !important; line-height: 1 !important; letter-spacing: 5px; text-transform: uppercase;
    text-align: right; white-space: nowrap; text-indent: 3em; word-spacing: 1em; font-style: italic }
    input, button, label, form, p { display: inline; float: left; width: 20px; color: red }`,
};

describe('promise F3: the style of the page', function () {
  this.timeout(30_000);
  let ciam: Ciam;
  let cdn: string;
  let page: FramePage;
  let box: LoginBox;
  let plain: readonly string[];

  before(async () => {
    ciam = await startCiam();
    cdn = await startCdn();
    await open('');
    plain = looks();
    page.frame.remove();
  });
  afterEach(() => page.frame.remove());

  async function open(css: string): Promise<void> {
    page = await openFrame({
      head: `<style>${css}</style>`,
      body: `<div><ciam-login base-url="${ciam.origin}" client-id="demo-client" lang="en" terms-url="/t"></ciam-login></div>`,
      scripts: [{ type: 'module', src: `${cdn}/ciam-login.js` }],
    });
    box = await boxIn(page, ciam);
    await page.document.fonts.ready;
  }

  /** How every part inside looks: what a page could reach by inheritance, and its height. */
  function looks(): string[] {
    const names = [
      'display',
      'fontSize',
      'fontStyle',
      'letterSpacing',
      'wordSpacing',
      'textTransform',
      'textAlign',
    ];
    const more = [
      'whiteSpace',
      'textIndent',
      'lineHeight',
      'color',
      'visibility',
      'fontFamily',
      'fontWeight',
    ];
    return [...box.root.querySelectorAll<HTMLElement>('.box, .box *:not(slot)')].map((element) => {
      const style = page.window.getComputedStyle(element);
      const values = [...names, ...more].map((name) => String(Reflect.get(style, name)));
      return `${element.tagName} ${element.id} ${element.className}: ${values.join(', ')}, ${element.offsetHeight} px`;
    });
  }

  for (const [name, css] of Object.entries(SHEETS)) {
    it(`changes nothing inside: ${name}`, async () => {
      await open(css);
      expect(looks().join('\n')).to.equal(plain.join('\n'));
      for (const input of [box.mobile, box.code, box.submitButton, box.sendButton]) {
        const { width, height } = input.getBoundingClientRect();
        expect(
          [width, height].every((size) => size >= 24),
          input.className,
        ).to.be.true;
      }
      for (const input of [box.mobile, box.code])
        expect(parseFloat(page.window.getComputedStyle(input).fontSize)).to.be.at.least(16);
      expect(box.root.querySelector('.box')!.getBoundingClientRect().width).to.be.above(300);
    });
  }

  it('is not touched: no style, no global and no prototype is left behind by a login', async () => {
    await open('p { color: red }');
    const { window, document } = page;
    const state = () => ({
      sheets: [...document.styleSheets, ...document.adoptedStyleSheets].length,
      head: document.head.childElementCount,
      attributes: [document.documentElement, document.body].map((each) => each.attributes.length),
      body: document.body.childElementCount,
      prototypes: [
        window.Object,
        window.Array,
        window.String,
        window.Promise,
        window.HTMLElement,
        window.Element,
      ].map((each) => Object.getOwnPropertyNames(each.prototype).length),
      cookies: document.cookie,
    });
    const clean = document.createElement('iframe');
    document.body.append(clean);
    const known = new Set(Object.getOwnPropertyNames(clean.contentWindow));
    clean.remove();
    const before = state();
    box.find<HTMLInputElement>('#consent').checked = true;
    await box.getCode(FIXED_MOBILE);
    await box.type(box.code, FIXED_CODE);
    await press('Enter');
    await box.event('success');
    await resetMouse();
    expect(state()).to.deep.equal(before);
    // Lit tells its versions, so that a page can be warned of two, and shares what decorators know.
    const added = Object.getOwnPropertyNames(window).filter(
      (name) => !known.has(name) && !/^\d+$/.test(name),
    );
    expect(added.filter((name) => !/^(lit|reactive)\w+(Versions|Metadata)$/.test(name))).to.deep.equal([]);
    const kept = Object.keys(window.localStorage);
    expect(
      kept.every((name) => name.startsWith('ciam-login:')),
      kept.join(),
    ).to.be.true;
  });
});
