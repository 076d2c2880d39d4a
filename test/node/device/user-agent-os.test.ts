import { afterEach, describe, expect, it, vi } from 'vitest';
import { userAgentOs } from '../../../src/device/user-agent-os.js';
import { parserIn } from './parser-in.js';

const MAC = 'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko)';

function iPhone(version: string, rest = ''): string {
  return `Mozilla/5.0 (iPhone; CPU iPhone OS ${version} like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) ${rest}`;
}

// Written after the form that the makers document: numbers that none of the captured user agents has.
describe('promise D5: numbers of other lengths and other years', () => {
  it.each<[string, string, number?]>([
    ['iPadOS 26', `${MAC} Version/26 Safari/605.1.15`, 5],
    ['iPadOS 18.10', `${MAC} Version/18.10 Safari/605.1.15`, 5],
    ['iPadOS 17.10', 'Mozilla/5.0 (iPad; CPU OS 17_10 like Mac OS X) AppleWebKit/605.1.15', 5],
    ['iPadOS 13.0', 'Mozilla/5.0 (iPad; CPU OS 13_0 like Mac OS X) AppleWebKit/605.1.15', 5],
    // One point of touch is what a Mac says whose developer tools are open; an iPad has five.
    ['macOS unknown', `${MAC} Version/18.10 Safari/605.1.15`, 1],
    ['macOS 10.15.3', MAC.replace('10_15_7', '10_15_3')],
    ['macOS 8.10.15', MAC.replace('10_15_7', '8_10_15')],
    ['iOS 12.10', iPhone('12_10')],
    ['iOS 118.6', iPhone('118_6')],
    ['iOS 18.6.2', iPhone('18_6_2', 'Mobile/15E148 MicroMessenger/8.0.57')],
    ['iOS 18.7', iPhone('18_7', 'Version/18.6 Mobile/15E148 Safari/604.1')],
    ['HarmonyOS 5', 'Mozilla/5.0 (Phone; HarmonyOS 5) AppleWebKit/537.36'],
    ['HarmonyOS 5.10', 'Mozilla/5.0 (Phone; HarmonyOS 5.10) AppleWebKit/537.36'],
    ['HarmonyOS 12.0.1', 'Mozilla/5.0 (Linux; HarmonyOS/12.0.1) AppleWebKit/537.36'],
    ['Windows NT 4.0', 'Mozilla/4.0 (compatible; MSIE 5.0; Windows NT 4.0)'],
    ['Windows unknown', 'Mozilla/4.0 (compatible; MSIE 4.01; Windows CE 6.0; PPC)'],
    ['Windows unknown', 'Mozilla/4.0 (Windows 9x)'],
    ['Tizen 14541.0.0', 'Mozilla/5.0 (SMART-TV; Linux; Tizen 14541.0.0)'],
    ['Fedora unknown', 'Mozilla/5.0 (X11; U; Linux i686; en-US; rv:1.9) Gecko/2008061015 Fedora/3.0-1.fc9'],
  ])('promise D5: says %s', (os, ua, touch = 0) => {
    expect(userAgentOs(ua, touch)).toBe(os);
  });

  it('promise D5: of a name without end the beginning', () => {
    const os = userAgentOs(`Mozilla/5.0 (Phone; HarmonyOS ${'1.'.repeat(400)}1)`, 0);
    expect(os).toBe(`HarmonyOS ${'1.'.repeat(25)}`.slice(0, 60));
    expect(os).toHaveLength(60);
  });
});

describe('promise D5: another parser than the one of today', () => {
  afterEach(() => {
    vi.doUnmock('ua-parser-js');
    vi.resetModules();
  });

  async function withParser(parser: unknown): Promise<typeof userAgentOs> {
    vi.resetModules();
    vi.doMock('ua-parser-js', () => ({ default: parser }));
    return (await import('../../../src/device/user-agent-os.js')).userAgentOs;
  }

  it.each([
    ['Plan 9 1', { name: '计Plan 9', version: '1' }],
    ['Plan 9 1', { name: '  Plan 9', version: '1' }],
    ['Windows unknown', { name: 'Windows', version: '11 beta' }],
  ])('promise D5: a header can hold what it makes of it: %s', async (text, os) => {
    const read = await withParser(class { getOS = () => os }); // prettier-ignore
    expect(read('whatever', 0)).toBe(text);
  });

  it('promise D5: an empty user agent is not looked up in the browser', async () => {
    const navigator = { userAgent: 'Mozilla/5.0 (Windows NT 6.1; Win64; x64; rv:115.0)' };
    const read = await withParser(parserIn({ navigator }));
    expect(read(navigator.userAgent, 0)).toBe('Windows 7');
    expect(read('', 0)).toBe('unknown');
  });
});
