import { announce } from './announce.js';
import type { Texts } from './texts.js';

const SHOWN_MS = 1600;

/** Puts `text` on the clipboard, and says so on the button itself and aloud. */
export async function copyFrom(button: HTMLElement, text: string, texts: Texts): Promise<void> {
  const done = await writeClipboard(text);
  announce(done ? `${texts.copied}: ${text.slice(0, 60)}` : texts.copyFailed);
  button.dataset['copied'] = done ? texts.copied : texts.copyFailed;
  setTimeout(() => delete button.dataset['copied'], SHOWN_MS);
}

async function writeClipboard(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    // No permission, or a page on plain http other than localhost.
    return false;
  }
}
