let place: HTMLElement | undefined;

/** Says `text` to people who listen instead of look, without interrupting; the same text twice is said twice. */
export function announce(text: string): void {
  place ??= document.getElementById('announcer') ?? undefined;
  if (!place) return;
  place.textContent = '';
  const line = document.createElement('p');
  line.textContent = text;
  place.append(line);
}
