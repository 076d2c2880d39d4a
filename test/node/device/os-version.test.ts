import fc from 'fast-check';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { clientHintsOs } from '../../../src/device/client-hints-os.js';
import { type NavigatorFacts, readOsVersion } from '../../../src/device/os-version.js';
import { userAgentOs } from '../../../src/device/user-agent-os.js';
import { cpuTime } from '../support/cpu-time.js';
import { parserIn } from './parser-in.js';
import { USER_AGENTS } from './user-agents.js';

const PRINTABLE = /^[!-~]([ -~]*[!-~])?$/;
const FROZEN_ANDROID =
  'Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/134.0.0.0 Mobile Safari/537.36';

describe('promise D5: the OS version from a user agent', () => {
  it('is tried with at least thirty', () => {
    expect(new Set(USER_AGENTS.map(({ ua, touch }) => `${ua} ${touch ?? 0}`)).size).toBeGreaterThanOrEqual(
      30,
    );
  });

  it.each(USER_AGENTS)('says $os ($from)', ({ ua, touch = 0, os }) => {
    expect(userAgentOs(ua, touch)).toBe(os);
  });

  it('is printable ASCII and never empty, whatever the user agent', () => {
    const part = fc.constantFrom('Windows NT ', 'Android ', '; K)', 'HarmonyOS/', 'Mac OS X 10_15', '(iPhone; CPU iPhone OS 18_7 like Mac', 'CrOS x 1', 'Version/', 'ubuntu/', '中文', '\0'); // prettier-ignore
    const text = fc
      .array(fc.oneof(part, fc.string({ unit: 'binary' })), { maxLength: 8 })
      .map((parts) => parts.join(''));
    fc.assert(
      fc.property(text, fc.nat(10), (ua, touch) => {
        expect(userAgentOs(ua, touch)).toMatch(PRINTABLE);
      }),
      { numRuns: 2000 },
    );
  });

  it('takes no longer for a long one', () => {
    const time = cpuTime(() => {
      for (const text of ['Version/1.', '(iPhone ', '_1', 'Macintosh', ' ', 'android '])
        userAgentOs(text.repeat(50_000), 0);
    });
    expect(time).toBeLessThan(500);
  });
});

describe('promise D5: the OS version from client hints', () => {
  it.each([
    ['Windows', '0.1.0', 'Windows 7'],
    ['Windows', '0.2.0', 'Windows 8'],
    ['Windows', '0.3.0', 'Windows 8.1'],
    ['Windows', '0.0.0', null],
    ['Windows', '1.0.0', 'Windows 10'],
    ['Windows', '10.0.0', 'Windows 10'],
    ['Windows', '11.0.0', 'Windows 10 or later'],
    ['Windows', '13.0.0', 'Windows 11'],
    ['Windows', '15.0.0', 'Windows 11'],
    ['Windows', '19.0.0', 'Windows 11'],
    ['Windows', 10, null],
    ['macOS', '10.15.7', 'macOS 10.15.7'],
    ['macOS', '26.0.0', 'macOS 26'],
    ['macOS', '15.3.1', 'macOS 15.3.1'],
    ['Android', '16.0.0', 'Android 16'],
    ['Android', '8.1.0', 'Android 8.1'],
    ['Android', '10', 'Android 10'],
    ['Android', '8.0.1', 'Android 8.0.1'],
    ['“Android', '10', null],
    ['Chrome OS', '16093.68.0', 'Chrome OS 16093.68'],
    ['Linux', '6.5.0', 'Linux 6.5'],
    ['Linux', '', 'Linux unknown'],
    ['Windows', '', null],
    ['Android', undefined, null],
    ['', '1.0', null],
    ['Unknown', '1.0', null],
    [undefined, undefined, null],
    [7, 7, null],
    ['鸿蒙', '5.0', null],
    ['Android', '十', null],
    ['macOS', '0.0.0', null],
    ['Android\r\nX-evil: 1', '10', null],
    ['Android', '1'.repeat(600), null],
  ])('%j %j is %j', (platform, version, os) => {
    expect(clientHintsOs(platform, version)).toBe(os);
  });

  it('is null or printable ASCII, whatever they say', () => {
    const any = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom('Windows', 'Linux', '1.0'),
      fc.anything(),
    );
    fc.assert(
      fc.property(any, any, (platform, version) => {
        expect(clientHintsOs(platform, version) ?? 'x').toMatch(PRINTABLE);
      }),
    );
  });
});

describe('promise D5: hints before user agent', () => {
  afterEach(() => {
    vi.useRealTimers();
    vi.unstubAllGlobals();
  });

  const facts = (ask: () => Promise<object>): NavigatorFacts => ({
    userAgent: FROZEN_ANDROID,
    maxTouchPoints: 5,
    userAgentData: { getHighEntropyValues: ask },
  });

  it('believes hints that work', async () => {
    const hints = { platform: 'Android', platformVersion: '16.0.0' };
    expect(await readOsVersion(facts(() => Promise.resolve(hints)))).toBe('Android 16');
  });

  it.each<[string, NavigatorFacts]>([
    ['missing', { userAgent: FROZEN_ANDROID, maxTouchPoints: 5 }],
    ['refused', facts(() => Promise.reject(new Error('NotAllowedError')))],
    ['throwing', facts(() => { throw new TypeError('patched'); })], // prettier-ignore
    ['partial', facts(() => Promise.resolve({ platform: 'Android' }))],
    ['empty', facts(() => Promise.resolve({ platform: '', platformVersion: '' }))],
    ['null', facts(() => Promise.resolve(null as unknown as object))],
    [
      'inherited',
      facts(() => Promise.resolve(Object.create({ platform: 'Android', platformVersion: '1' }) as object)),
    ],
  ])('asks the user agent when they are %s', async (_, navigator) => {
    expect(await readOsVersion(navigator)).toBe('Android unknown');
  });

  it('asks the user agent when they hang, well before the common deadline', async () => {
    vi.useFakeTimers();
    const answer = readOsVersion(facts(() => new Promise(() => {})));
    await vi.advanceTimersByTimeAsync(600);
    vi.useRealTimers();
    expect(await answer).toBe('Android unknown');
  });

  it('asks for the two hints that it reads', async () => {
    const hints: Record<string, string> = { platform: 'macOS', platformVersion: '15.3.1' };
    const asked = (names: string[]) => Object.fromEntries(names.map((name) => [name, hints[name]]));
    const userAgentData = { getHighEntropyValues: (names: string[]) => Promise.resolve(asked(names)) };
    const os = await readOsVersion({ userAgent: FROZEN_ANDROID, maxTouchPoints: 5, userAgentData });
    expect(os).toBe('macOS 15.3.1');
  });
});

describe("promise D5: the page's jQuery or Zepto", () => {
  afterEach(() => {
    vi.unstubAllGlobals();
    vi.doUnmock('ua-parser-js');
    vi.resetModules();
  });

  /** What the parser has hung on the library of a page once it was loaded there, and what is left of that. */
  async function ask(page: Record<string, { ua?: unknown }>) {
    const hung: unknown[] = [];
    vi.resetModules();
    for (const [name, library] of Object.entries(page)) vi.stubGlobal(name, library);
    vi.doMock('ua-parser-js', () => {
      const parser = parserIn(page);
      hung.push(...Object.values(page).map(({ ua }) => ua));
      return { default: parser };
    });
    const fresh = await import('../../../src/device/os-version.js');
    await fresh.readOsVersion({ userAgent: FROZEN_ANDROID, maxTouchPoints: 5 });
    return hung;
  }

  it.each(['jQuery', 'Zepto'])('promise D5: nothing is left on %s', async (name) => {
    const library: { ua?: unknown } = {};
    expect(await ask({ [name]: library })).toEqual([expect.anything()]);
    expect(library).toEqual({});
  });

  it('promise D5: what the page has there itself is left alone', async () => {
    const jQuery = { ua: 'mine' };
    await ask({ jQuery });
    expect(jQuery).toEqual({ ua: 'mine' });
  });
});
