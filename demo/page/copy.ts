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

/** The clipboard is closed to pages on plain http other than localhost; then an old command still works. */
async function writeClipboard(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return copyBySelection(text);
  }
}

function copyBySelection(text: string): boolean {
  const focused = document.activeElement;
  const area = document.createElement('textarea');
  area.value = text;
  area.className = 'visually-hidden';
  document.body.append(area);
  area.select();
  const done = document.execCommand('copy');
  area.remove();
  if (focused instanceof HTMLElement) focused.focus();
  return done;
}
