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

/** As Bootstrap 5's, in short, with its look of controls by tag. */
const REBOOT = `*, *::before, *::after { box-sizing: border-box }
  body { margin: 0; font: 400 1rem/1.5 system-ui; color: #212529; -webkit-text-size-adjust: 100%; -webkit-tap-highlight-color: #0000 }
  h1, h2, h3 { margin: 0 0 0.5rem; font-weight: 500; line-height: 1.2 } p, ul { margin: 0 0 1rem } ul { padding-left: 2rem }
  a { color: #0d6efd; text-decoration: underline } label { display: inline-block } button { border-radius: 0; text-transform: none }
  button, input, select { margin: 0; font: inherit; line-height: inherit } [type='button']:not(:disabled) { cursor: pointer }`;

const SHEETS: Readonly<Record<string, string>> = {
  'all: unset': '* { all: unset }',
  'all: unset, important': '* { all: unset !important }',
  'all: initial': '*, ::before, ::after { all: initial }',
  'a root of 10 px': 'html { font-size: 10px } body { font: 0.5rem/1 monospace }',
  "Tailwind's reset": RESET,
  "Bootstrap's reboot": REBOOT,
  'buttons of a shop, important': `button, input, select, a { padding: 30px !important; border-radius: 0 !important;
    background: red !important; color: lime !important; font: 700 30px/2 cursive !important; text-transform: uppercase !important }`,
  'fonts of the page': `body, body * { font: italic 700 condensed 22px/2 'Comic Sans MS', cursive; font-kerning: none;
    font-variant: small-caps; font-feature-settings: 'tnum'; letter-spacing: 0.2em; -webkit-font-smoothing: antialiased }`,
  'boxes of another model': `*, *::before, *::after { box-sizing: content-box !important; margin: 9px }`,
  'a page that breaks its words': `* { word-break: break-all; overflow-wrap: anywhere; hyphens: auto; line-break: anywhere;
    text-align: justify; tab-size: 1; quotes: none; list-style: square inside; cursor: crosshair; caret-color: red;
    -webkit-text-fill-color: red; -webkit-text-stroke: 2px red; text-shadow: 0 0 9px red; writing-mode: vertical-rl }`,
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
    // What only a page that means it would touch.
    const rest = [
      'boxSizing',
      'cursor',
      'fontKerning',
      'fontVariant',
      'hyphens',
      'listStyleType',
      'overflowWrap',
      'textShadow',
      'webkitTextFillColor',
      'wordBreak',
      'writingMode',
    ];
    return [...box.root.querySelectorAll<HTMLElement>('.box, .box *:not(slot)')].map((element) => {
      const style = page.window.getComputedStyle(element);
      const values = [...names, ...more, ...rest].map((name) => String(Reflect.get(style, name)));
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
