import { expect } from '@playwright/test';
import { test } from './support/demo.js';
import { MOBILE, type Person } from './support/person.js';

/** Writes down whatever begins to move in the login box: the names of animations, and each transition. */
async function watch({ box }: Person): Promise<void> {
  await box.evaluate((element) => {
    const names = new Set<string>();
    (window as unknown as { moved: Set<string> }).moved = names;
    const root = element.shadowRoot!;
    root.addEventListener('animationstart', (event) => names.add((event as AnimationEvent).animationName));
    root.addEventListener('transitionrun', () => names.add('transition'));
  });
}

/** What has begun to move since the last call. A frame later, for what begins with the next one. */
async function moved({ page }: Person): Promise<string[]> {
  return page.evaluate(async () => {
    await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
    const { moved: names } = window as unknown as { moved: Set<string> };
    const found = [...names].sort();
    names.clear();
    return found;
  });
}

/** Through an error, a puzzle, a press that lasts and the end; what moves meanwhile, by what is shown. */
async function movements(person: Person): Promise<Record<string, string[]>> {
  const found: Record<string, string[]> = {};
  const look = async (state: string) => (found[state] = await moved(person));
  await watch(person);
  await person.getCodeButton.click();
  await expect(person.error).toBeVisible();
  await look('an error');
  await person.askForCode();
  await look('the puzzle');
  await person.solvePuzzle();
  await person.logIn();
  await person.expectLoggedIn();
  await look('the end');
  return found;
}

test('promise A5: an error, the end and a dialog come with a little motion', async ({ person }) => {
  await person.page.emulateMedia({ reducedMotion: 'no-preference' });
  await person.open('en');
  const found = await movements(person);
  expect(found['an error']).toContain('rise');
  expect(found['the end']).toContain('rise');
});

test('promise A5: nothing moves where people want it so', async ({ person }) => {
  await person.page.emulateMedia({ reducedMotion: 'reduce' });
  await person.open('en');
  for (const [state, names] of Object.entries(await movements(person))) expect(names, state).toEqual([]);
});

test('promise A5: in forced colours there are borders, a focus and a state', async ({ person, demo }) => {
  await person.page.emulateMedia({ forcedColors: 'active' });
  await person.open('en', { methods: 'sms,alipay', consent: '1' });
  const styleOf = (selector: string) =>
    person.box.evaluate((box, which) => {
      const { borderBottomWidth, borderBottomStyle, borderBottomColor, outlineStyle, outlineWidth, color } =
        getComputedStyle(box.shadowRoot!.querySelector(which)!);
      const isThere = borderBottomStyle !== 'none' && parseFloat(borderBottomWidth) >= 1;
      const border = isThere ? borderBottomColor : 'none';
      const ring = outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2;
      return { border, borderStyle: borderBottomStyle, ring, color };
    }, selector);
  for (const part of ['.box', '.control', '.main', '.send', '[role=tab][aria-selected=true]']) {
    const { border } = await styleOf(part);
    expect(border, part).not.toMatch(/^none$|^rgba.*, 0\)$/);
  }
  expect((await styleOf('[role=tab][aria-selected=false]')).border).toBe('none');

  await person.mobile.focus();
  expect((await styleOf('.control')).ring, 'a field that is typed into').toBe(true);
  await person.page.keyboard.press('Tab');
  await person.page.keyboard.press('Tab');
  expect((await styleOf('.send')).ring, 'a button that has the focus').toBe(true);

  const { borderStyle } = await styleOf('.control');
  await person.getCodeButton.click();
  await expect(person.error).toBeVisible();
  await expect
    .poll(async () => (await styleOf('.control')).borderStyle, 'a field at fault')
    .not.toBe(borderStyle);
  expect((await styleOf('.consent')).border, 'a consent that nobody has asked for yet').toBe('none');
  await person.mobile.fill(MOBILE);
  await person.getCodeButton.click();
  await expect(person.error).toHaveId('consent-error');
  expect((await styleOf('.consent')).border, 'a consent that is missing').not.toMatch(/^none$|^rgba.*, 0\)$/);
  await person.box.getByRole('checkbox').check();
  await expect.poll(async () => (await styleOf('.consent')).border, 'one that is given').toBe('none');

  const before = await styleOf('.send');
  demo.ciam.faults.set('/api/v2/sdk/sms/send', { kind: 'hang', times: 1 });
  await person.askForCode();
  for (const part of ['.puzzle', '.track', '.handle', '.plain'])
    expect((await styleOf(part)).border, part).not.toMatch(/^none$|^rgba.*, 0\)$/);
  await person.puzzle.dragTo(await person.puzzle.place());
  await expect(person.puzzle.dialog).toBeHidden();
  // Colours take a moment to change.
  await expect.poll(async () => (await styleOf('.send')).color, 'a button that waits').not.toBe(before.color);
});
