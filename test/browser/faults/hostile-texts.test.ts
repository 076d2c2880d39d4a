import { expect } from '@open-wc/testing';
import { FIXED_CODE, FIXED_MOBILE } from '../../../demo/server/test-numbers.ts';
import { type Ciam, startCiam } from '../../support/ciam.ts';
import { fill, has } from '../support/hands.ts';
import { type LoginBox, openLogin } from '../support/login-box.ts';
import { PATHS, isUsable, shownErrors, soon } from '../support/steps.ts';

/** Markup, a script, signs that turn the direction around, half a sign, none at all, and accents upon accents. */
const NASTY = `<img src=x onerror="window.hit = 1"><script>window.hit = 1</script>\u202e\u2066\0\ud800a${'\u0335'.repeat(50)}`;
const SHOWN = '<img src=x onerror="window.hit = 1"><script>window.hit = 1</script> a\u0335\u0335\u0335';

const svg = btoa(
  '<svg xmlns="http://www.w3.org/2000/svg" width="310" height="155"><script>top.hit = 1</script></svg>',
);
/** Three thousand pixels wide, and one high. */
const WIDE =
  'iVBORw0KGgoAAAANSUhEUgAAC7gAAAABCAAAAABrvLziAAAAGklEQVR42u3BMQEAAADCoPVPbQ0PoAAAgHsDC7kAASQ8zDAAAAAASUVORK5CYII=';

/** Pictures that are none. */
const PICTURES: Readonly<Record<string, string>> = {
  'an SVG with a script': svg,
  'a picture of three thousand pixels': WIDE,
  'a page': btoa('<!doctype html><script>top.hit = 1</script>'),
  'an address with a script': 'javascript:top.hit=1',
  'an address of a page': `data:text/html;base64,${btoa('<script>top.hit = 1</script>')}`,
  'an address of another site': 'https://evil.example/picture.png',
  'quotes and a handler': '" onerror="top.hit=1',
};

describe('a hostile server', function () {
  this.timeout(30_000);
  let ciam: Ciam;
  let box: LoginBox;

  before(async () => {
    ciam = await startCiam();
  });
  beforeEach(() => ciam.reset());
  afterEach(() => {
    expect(window).to.not.have.property('hit');
    expect(has(box, 'script, img, svg, iframe, object, b')).to.equal(false);
  });

  async function fail(path: string, body: unknown, button: 'sendButton' | 'submitButton', status = 200) {
    const before = box.seen('error').length;
    await ciam.fault(path, { kind: 'body', body: JSON.stringify(body), status });
    fill(box.mobile, FIXED_MOBILE);
    fill(box.code, FIXED_CODE);
    await box.click(box[button]);
    await box.event('error', before + 1);
    await soon(() => isUsable(box), 'the form is usable');
    return box.seen('error').at(-1)!.detail;
  }

  it('promise S6: its sentence is text, no more than a few lines, and covers nothing around it', async () => {
    box = await openLogin(ciam);
    const width = box.find('.box').offsetWidth;
    const refusal = { error_code: NASTY, error_msg: NASTY };
    const { message } = await fail(PATHS.login, refusal, 'submitButton', 400);
    expect(message).to.equal(SHOWN);
    expect(shownErrors(box)).to.deep.equal([SHOWN]);
    await fail(PATHS.login, { error_code: 'A.1', error_msg: 'W'.repeat(1_000_000) }, 'submitButton', 400);
    await soon(() => shownErrors(box)[0]?.length === 300, 'three hundred signs of it show');
    expect(box.find('.box').offsetWidth).to.equal(width);
    expect(box.find('.box').scrollWidth).to.be.at.most(width);
  });

  it('promise S6: its pictures are pictures of the size of a puzzle, or none', async () => {
    box = await openLogin(ciam);
    for (const [name, picture] of Object.entries(PICTURES)) {
      const challenge = { token: 't', originalImageBase64: picture, jigsawImageBase64: picture };
      expect(await fail(PATHS.captcha, challenge, 'sendButton'), name).to.include({ code: 'bad-response' });
      expect(box.dialog, name).to.equal(null);
    }
  });

  it('promise S6: its countries’ names are text', async () => {
    const names = { en: NASTY };
    const definition = (areaCode: string) => ({ areaCode, countryCode: NASTY, displayMapping: names });
    const list = [definition('852'), definition('1"><b>'), definition('853')];
    const body = JSON.stringify({ phoneAreaCodeDefinitions: list, preferredAreaCode: NASTY });
    await ciam.fault('/api/v2/sdk/country-codes', { kind: 'body', body });
    box = await openLogin(ciam, { 'area-codes': 'auto' });
    box.mobile.focus();
    await soon(() => has(box, 'option'), 'there is a choice');
    const options = [...box.root.querySelectorAll('option')];
    expect(options.map(({ value, text }) => [value, text])).to.deep.equal([
      ['852', `+852 ${SHOWN}`],
      ['853', `+853 ${SHOWN}`],
    ]);
  });

  it('promise S6: the number of the second factor is digits, and four of them at most', async () => {
    box = await openLogin(ciam);
    const answer = { status: 'MFA_AUTH', state_token: 't' };
    await ciam.fault('/api/v2/sdk/mobile-by-token', {
      kind: 'body',
      body: JSON.stringify({ mobile: `+1-5${NASTY}5501${'9'.repeat(1000)}${NASTY}` }),
    });
    await ciam.fault(PATHS.login, { kind: 'body', body: JSON.stringify(answer) });
    fill(box.mobile, FIXED_MOBILE);
    fill(box.code, FIXED_CODE);
    await box.click(box.submitButton);
    await soon(() => has(box, '.title'), 'the second factor is asked for');
    // The last two digits are those in its script.
    expect(box.find('form').textContent).to.match(/\*{4}9911(?!\d)/);
    expect(box.find('form').textContent).to.not.match(/img|script|\u202e/);
  });
});
