import { expect } from '@open-wc/testing';
import { html, render } from 'lit';
import type { CiamLogin, LoginSuccessDetail } from '../../../src/entries/element.ts';
import '../../../src/entries/index.ts';
import { type Ciam, startCiam } from '../../support/ciam.ts';
import { fill } from '../support/hands.ts';
import { solverOf } from '../support/quick-code.ts';
import { PATHS, soon } from '../support/steps.ts';

const BOXES = 50;
const AT_ONCE = 10;
const COUNTRIES = '/api/v2/sdk/country-codes';
const KEYS = '/api/v1/oauth2/keys';
const NAMED_BY = ['for', 'aria-describedby', 'aria-labelledby', 'aria-controls'];

const find = (box: CiamLogin, selector: string) => box.renderRoot.querySelector<HTMLElement>(selector)!;

/** Ids that something in a box refers to and that are not there, or are there twice. */
function brokenReferences(box: CiamLogin): string[] {
  const root = box.renderRoot;
  const ids = NAMED_BY.flatMap((name) =>
    [...root.querySelectorAll(`[${name}]`)].flatMap((each) => each.getAttribute(name)!.split(/\s+/)),
  );
  return ids.filter((id) => root.querySelectorAll(`#${id}`).length !== 1);
}

describe('fifty login boxes on one page', function () {
  this.timeout(60_000);
  let ciam: Ciam;
  let boxes: CiamLogin[];
  /** No fixture, which would end with the first test. */
  const holder = document.createElement('div');

  before(async () => {
    ciam = await startCiam();
    localStorage.clear();
    document.body.append(holder);
    const box = html`<ciam-login
      base-url=${ciam.origin}
      client-id="demo-client"
      lang="en"
      area-codes="auto"
      jwks-uri="auto"
    ></ciam-login>`;
    render(Array<typeof box>(BOXES).fill(box), holder);
    boxes = [...holder.querySelectorAll('ciam-login')];
    await Promise.all(boxes.map((each) => each.updateComplete));
  });

  after(() => {
    holder.remove();
  });

  async function calls(path: string): Promise<number> {
    return (await ciam.journal()).filter((each) => each.method !== 'OPTIONS' && each.path === path).length;
  }

  it('have names of their own for all that they refer to, and give the page none', async () => {
    await soon(
      () => boxes.every(({ renderRoot }) => 'adoptedStyleSheets' in renderRoot),
      'the boxes are drawn',
    );
    expect(boxes.flatMap(brokenReferences)).to.deep.equal([]);
    expect(boxes.filter((box) => box.id || box.querySelector('[id]'))).to.have.length(0);
  });

  it('ask nothing of the server until somebody touches one, and then for that one', async () => {
    expect(await ciam.journal()).to.deep.equal([]);
    find(boxes[7]!, '#mobile').focus();
    await soon(async () => (await calls(COUNTRIES)) > 0, 'the countries are asked for');
    find(boxes[7]!, '#code').focus();
    expect(await calls(COUNTRIES)).to.equal(1);
  });

  it('promise D2, N8: log in ten at once, each by itself', async () => {
    const logIn = async (box: CiamLogin, index: number) => {
      const mobile = `138${String(10_000_000 + index)}`;
      const successes: LoginSuccessDetail[] = [];
      box.addEventListener('ciam-login-success', ({ detail }) => successes.push(detail));
      const sent = new Promise((resolve) => box.addEventListener('ciam-login-code-sent', resolve));
      box.solveCaptcha = solverOf(ciam);
      fill(find(box, '#mobile') as HTMLInputElement, mobile);
      find(box, '.send').click();
      await sent;
      fill(find(box, '#code') as HTMLInputElement, (await ciam.code(mobile))!);
      find(box, '.main').click();
      await soon(() => successes.length > 0, `box ${String(index)} is logged in`, 30_000);
      return successes.map(({ claims, verified }) => [claims?.api?.['mobile'] === `+86-${mobile}`, verified]);
    };
    const ends: unknown[] = [];
    for (let first = 0; first < BOXES; first += AT_ONCE) {
      const some = boxes.slice(first, first + AT_ONCE);
      ends.push(...(await Promise.all(some.map((box, index) => logIn(box, first + index)))));
    }
    expect(ends).to.deep.equal(Array(BOXES).fill([[true, true]]));
    expect(boxes.filter((box) => !box.renderRoot.querySelector('.done'))).to.have.length(0);

    // A login costs its calls, however many others there are; what is the page's is worked out once for all.
    const counts = await Promise.all([...Object.values(PATHS), KEYS].map(calls));
    expect(counts).to.deep.equal([BOXES, BOXES, BOXES, BOXES, BOXES]);
    const sent = (await ciam.journal()).map(({ headers }) => headers['x-device-fingerprint']);
    expect(new Set(sent.filter(Boolean)).size).to.equal(1);
    const readings = performance
      .getEntriesByType('resource')
      .filter(({ name }) => /fingerprint\.ts/.test(name));
    expect(readings).to.have.length(1);
  });
});
