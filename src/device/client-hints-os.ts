/**
 * Names the operating system from the client hints `platform` and `platformVersion`; `null` where they do not
 * tell, so that the user agent is asked next. Nothing is believed about their types: privacy tools replace them.
 *
 * Windows counts in its own way: 0.1 to 0.3 are 7, 8 and 8.1; 1 to 10 are Windows 10; 13 and up are Windows 11
 * (Microsoft, "Detect Windows 11 using User-Agent Client Hints").
 */
export function clientHintsOs(platform: unknown, platformVersion: unknown): string | null {
  if (typeof platform !== 'string' || !/^[A-Za-z][A-Za-z0-9 ]{1,30}$/.test(platform)) return null;
  // Linux tells no version since Chromium 110, and there is no one else to ask.
  if (platform === 'Linux' && platformVersion === '') return 'Linux unknown';
  if (typeof platformVersion !== 'string' || !/^\d{1,9}(\.\d{1,9}){0,3}$/.test(platformVersion)) return null;
  const version =
    platform === 'Windows' ? windowsVersion(platformVersion) : platformVersion.replace(/(\.0)+$/, '');
  return version && version !== '0' && platform !== 'Unknown' ? `${platform} ${version}` : null;
}

function windowsVersion(version: string): string | undefined {
  const major = Number.parseInt(version, 10);
  if (major === 0) return { '0.1': '7', '0.2': '8', '0.3': '8.1' }[version.slice(0, 3)];
  if (major <= 10) return '10';
  return major >= 13 ? '11' : '10 or later';
}
