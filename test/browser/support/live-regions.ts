import type { LoginBox } from './login-box.ts';

/** Every text that comes to stand in the box's live regions, and every emptying. */
export function listen(box: LoginBox): string[] {
  const heard: string[] = [];
  const regions = [...box.root.querySelectorAll('[aria-live]')];
  const texts = new Map(regions.map((region) => [region, region.textContent]));
  const observer = new MutationObserver(() => {
    for (const region of regions) {
      if (texts.get(region) === region.textContent) continue;
      texts.set(region, region.textContent);
      heard.push(`${region.getAttribute('aria-live') ?? ''}: ${region.textContent}`);
    }
  });
  observer.observe(box.root, { subtree: true, childList: true, characterData: true });
  return heard;
}
