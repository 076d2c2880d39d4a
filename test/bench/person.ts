import type { Page } from '@playwright/test';
import type { CiamServer } from '../../demo/server/ciam-server.js';
import { MOBILE } from '../e2e/support/person.js';
import { findPlace } from '../e2e/support/puzzle-eye.js';
import type { Glance } from './glance.js';

const ROOT = `document.querySelector('ciam-login').shadowRoot`;
const TYPING_MS = 60;
/** The width of the puzzle's picture, in its own pixels: the unit in which the server has the piece's place. */
const PICTURE = 310;

interface Box {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** Logs in by text message as a person does: types the number, moves the piece, types the code. */
export async function logInAsAPerson(page: Page, glance: Glance, ciam: CiamServer): Promise<void> {
  const { keyboard, mouse } = page;
  const boxOf = (selector: string) =>
    glance.read<Box>(`${ROOT}.querySelector('${selector}').getBoundingClientRect().toJSON()`);
  const press = async (selector: string): Promise<void> => {
    await glance.until(`${ROOT}.querySelector('${selector}')?.checkVisibility()`);
    const { left, top, width, height } = await boxOf(selector);
    await mouse.click(left + width / 2, top + height / 2);
  };

  await press('input[type=tel]');
  await keyboard.type(MOBILE, { delay: TYPING_MS });
  await press('.send');

  await glance.until(`${ROOT}.querySelector('[role=slider][aria-disabled=false]')`);
  const pictures = await glance.read<string[]>(
    `[...${ROOT}.querySelectorAll('.picture img')].map(({ src }) => src.split(',')[1])`,
  );
  const [picture = '', piece = ''] = pictures;
  const [handle, ground] = [await boxOf('[role=slider]'), await boxOf('.picture')];
  const [x, y] = [handle.left + handle.width / 2, handle.top + handle.height / 2];
  await mouse.move(x, y);
  await mouse.down();
  await mouse.move(x + (findPlace(picture, piece) * ground.width) / PICTURE, y, { steps: 5 });
  await mouse.up();

  await glance.until(`!${ROOT}.querySelector('dialog[open]')`);
  await glance.until(`${ROOT}.activeElement?.autocomplete === 'one-time-code'`);
  await keyboard.type(ciam.inbox.latestCode(MOBILE) ?? '', { delay: TYPING_MS });
  await press('.main');
  await glance.until(`${ROOT}.querySelector('.done')`);
}
