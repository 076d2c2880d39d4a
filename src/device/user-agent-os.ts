import UAParser from 'ua-parser-js';

/**
 * Names the operating system from a user agent, for browsers without client hints: `iOS 26.0`, `Android 14`.
 *
 * User agents are frozen in many places, so what `ua-parser-js` reads is not always so. A number that every browser
 * of a kind sends says nothing: it becomes `unknown`, or `or later` where newer systems say the old number (D5).
 * The answer is printable ASCII and never empty.
 *
 * @param maxTouchPoints Of `navigator`: an iPad calls itself a Mac, but a Mac has no touch screen.
 */
export function userAgentOs(userAgent: string, maxTouchPoints: number): string {
  const text = userAgent.slice(0, 1000);
  const os = appleMobileOs(text, maxTouchPoints) ?? otherOs(text);
  return os
    .replace(/[^ -~]/g, '')
    .slice(0, 60)
    .trim();
}

/** Safari's own version is that of the system; other browsers on iOS have a version of their own. */
function safariVersion(text: string): string | undefined {
  return /iOS\//.test(text) ? undefined : /\bVersion\/(\d+(?:\.\d+)*)/.exec(text)?.[1];
}

function appleMobileOs(text: string, maxTouchPoints: number): string | null {
  const safari = safariVersion(text);
  if (/\(Macintosh\b/.test(text) && maxTouchPoints > 1) return `iPadOS ${safari ?? 'unknown'}`;
  const [, device, underscored] = /\((iPhone|iPad|iPod)\b[^)]*? OS (\d+(?:_\d+)*) like Mac/.exec(text) ?? [];
  if (!underscored) return null;
  const version = underscored.replaceAll('_', '.');
  const name = device === 'iPad' && Number.parseInt(version, 10) >= 13 ? 'iPadOS' : 'iOS';
  // From iOS 26 on, WebKit says 18_6 or 18_7 for ever; web views of apps do not even have Safari's version.
  if (!/^18_[67]$/.test(underscored)) return `${name} ${version}`;
  if (!safari) return `${name} ${version} or later`;
  return `${name} ${Number.parseInt(safari, 10) >= 26 ? safari : version}`;
}

function otherOs(text: string): string {
  // HarmonyOS says which Android it is like. Its own number is rare: "; HarmonyOS 5.0)", "HarmonyOS/2.0.0".
  if (/[^n]HarmonyOS/.test(text))
    return `HarmonyOS ${/[^n]HarmonyOS[ /](\d+(?:\.\d+)*)/.exec(text)?.[1] ?? 'unknown'}`;
  // An empty text would make the parser read `navigator`.
  const { name, version = '' } = new UAParser(text || '-').getOS();
  if (!name) return 'unknown';
  if (name === 'Windows') return `Windows ${windowsVersion(version)}`;
  return `${spelling(name)} ${isFrozen(name, version, text) || !/^\d+(\.\d+)*$/.test(version) ? 'unknown' : version}`;
}

// Windows 11 still says "Windows NT 10.0".
function windowsVersion(version: string): string {
  if (version === '10') return '10 or later';
  return /^([\d.]+|XP|Vista|ME|RT|NT [\d.]+)$/.test(version) ? version : 'unknown';
}

function isFrozen(name: string, version: string, text: string): boolean {
  // What Chromium's reduced user agent, Safari and Firefox say on every version.
  if (name === 'Android') return /Android 10; K[;)]/.test(text);
  if (name === 'Mac OS') return /^10\.15(\.7)?$/.test(version);
  return name === 'Chromium OS' && version === '14541.0.0';
}

function spelling(name: string): string {
  if (name === 'Mac OS') return 'macOS';
  if (name === 'Chromium OS') return 'Chrome OS';
  return name === 'KAIOS' ? 'KaiOS' : name;
}
