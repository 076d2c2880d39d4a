import {
  getUnstableCanvasFingerprint,
  getUnstableHardwareConcurrency,
  getUnstableScreenResolution,
  getWebGLContext,
  isGecko,
  isWebKit,
  murmurX64Hash128,
} from '@fingerprintjs/fingerprintjs';

/**
 * The browser's fingerprint: 32 hex digits, made of what stays the same while a person uses it.
 *
 * FingerprintJS's single sources and its hash are used, and not its `load()`, nor its `sources` list: the latter
 * cannot be taken apart by bundlers (14.3 kB instead of 2.5 kB, gzip), and `load()` reports to its maker (D1). Left out:
 * - `fonts`, `fontPreferences`, `domBlockers`: an iframe, which hangs when the body is replaced or the iframe deleted,
 *   and trips Trusted Types; `audio`, `audioBaseLatency`: hang while hidden, and open the sound device;
 *   `screenFrame`: leaves full screen, and runs a timer for ever (D3).
 * - `userAgentData`: may hang, and changes with each update of the system.
 * - `applePay`: a page that has touched Apple Pay gets no more scripts from its app, so web views lose their bridge.
 * - `cookiesEnabled` writes a cookie; `sessionStorage`, `localStorage`, `indexedDB`, `openDatabase`,
 *   `pdfViewerEnabled`, `privateClickMeasurement` are settings, and hardly differ.
 * - colour, contrast, motion, transparency, HDR: switched by the evening, a battery saver or another screen.
 * - `webGlExtensions`, `math`, `plugins`, `vendorFlavors`: change with the browser's updates, the first is also slow.
 * - `timezone` and `dateTimeLocale` start up `Intl`, the slowest of all; `cpuClass`, `osCpu`, `languages`,
 *   `touchSupport`: nothing that the ones below do not tell.
 *
 * A source that throws counts as `null`. The order is part of the result: do not change it without need.
 */
export async function readFingerprint(): Promise<string> {
  const { navigator, screen } = window;
  const sources: (() => unknown)[] = [
    () => navigator.platform,
    () => navigator.vendor,
    () => navigator.maxTouchPoints,
    () => navigator.language,
    () => ('deviceMemory' in navigator ? navigator.deviceMemory : null),
    timeZone,
    () => screen.colorDepth,
    getUnstableScreenResolution,
    getUnstableHardwareConcurrency,
    nanSign,
    // Firefox and Safari draw with noise in private windows.
    () => getUnstableCanvasFingerprint(isGecko() || isSafari()),
    // Last, because it may change how canvases are drawn.
    webGlRenderer,
  ];
  const values: unknown[] = [];
  for (const source of sources) {
    values.push(attempt(source));
    await pause();
  }
  return murmurX64Hash128(JSON.stringify(values));
}

// Lets the page work between two sources. Not a timer: in a hidden page each would take a second.
function pause(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });
}

function attempt(source: () => unknown): unknown {
  try {
    return source();
  } catch {
    return null;
  }
}

// Safari itself, and not the web view of an app.
function isSafari(): boolean {
  return isWebKit() && 'browser' in window && String(window.browser) === '[object WebPageNamespace]';
}

/** Offsets from UTC in minutes, in winter and summer. `Intl` has the name, but took 0.2 to 0.7 s of a processor slowed down six times. */
function timeZone(): number[] {
  return [0, 6].map((month) => new Date(2024, month, 1).getTimezoneOffset());
}

/** Tells x86 from ARM: the sign of the NaN that a subtraction gives. */
function nanSign(): number | undefined {
  const float = new Float32Array([Infinity]);
  float[0] = (float[0] ?? 0) - (float[0] ?? 0);
  return new Uint8Array(float.buffer)[3];
}

function webGlRenderer(): unknown {
  const gl = getWebGLContext({});
  if (!gl) return null;
  // Firefox warns on the console when this extension is asked for, and does not need it.
  const names = isGecko() ? null : gl.getExtension('WEBGL_debug_renderer_info');
  const renderer: unknown = gl.getParameter(names ? names.UNMASKED_RENDERER_WEBGL : gl.RENDERER);
  // A page may have sixteen of these: give it back.
  if (names) gl.getExtension('WEBGL_lose_context')?.loseContext();
  return renderer;
}
