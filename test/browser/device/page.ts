/** Everything of the device layer that a page of its own may need, by the address the test server has it at. */
export const BROWSER_DEVICE = new URL('../../../src/device/browser-device.ts', import.meta.url).href;

/** What a page is made of. */
export interface PageOptions {
  /** Markup for its head, e.g. a CSP. */
  head?: string;
  /** `sandbox` attribute: without `allow-same-origin` the page has no origin and no storage. */
  sandbox?: string;
  /** Runs before anything else: breaks the page on purpose. */
  before?: string;
  /** Where the device layer is loaded from. */
  module?: string;
}

/**
 * Runs a script in a new page (a frame of the same origin) and gives what it returns, which must survive
 * `postMessage`. The script finds `load()`, which gives the device layer's module, and `device()`.
 */
export async function inNewPage<T>(script: string, options: PageOptions = {}): Promise<T> {
  const { frame, answer } = openPage<T>(script, options);
  try {
    return await answer;
  } finally {
    frame.remove();
  }
}

/** As `inNewPage`, for tests that need the frame itself; they remove it. */
export function openPage<T>(
  script: string,
  { head = '', sandbox, before = '', module = BROWSER_DEVICE }: PageOptions = {},
): { frame: HTMLIFrameElement; answer: Promise<T> } {
  const frame = document.createElement('iframe');
  if (sandbox !== undefined) frame.setAttribute('sandbox', sandbox);
  const answer = new Promise<T>((resolve, reject) => {
    const listen = ({ source, data }: MessageEvent<{ value?: T; error?: string }>) => {
      if (source !== frame.contentWindow || (!('value' in data) && !('error' in data))) return;
      window.removeEventListener('message', listen);
      if ('error' in data) reject(new Error(data.error));
      else resolve(data.value as T);
    };
    window.addEventListener('message', listen);
  });
  frame.srcdoc = `<!doctype html><head>${head}<script nonce="n">${before}</script></head><body><p>page</p>
    <script nonce="n" type="module">
      const load = () => import(${JSON.stringify(module)});
      const device = async () => (await load()).browserDevice();
      const wait = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
      try {
        const value = await (async () => { ${script} })();
        parent.postMessage({ value }, '*');
      } catch (error) {
        parent.postMessage({ error: String(error?.stack ?? error) }, '*');
      }
    </script></body>`;
  document.body.append(frame);
  return { frame, answer };
}

/**
 * A module and all it imports as one `data:` address, for pages that may load nothing from a server: a sandboxed page
 * has no origin, so a server without CORS refuses it.
 */
export async function asDataUrl(url: string): Promise<string> {
  let text = await (await fetch(url)).text();
  const imports = [...text.matchAll(/(?:from|import\()\s*(["'])([./][^"']*)\1/g)];
  for (const [whole, quote = '"', specifier = ''] of imports) {
    const inner = await asDataUrl(new URL(specifier, url).href);
    text = text.replace(
      whole,
      whole.replace(quote + specifier + quote, () => JSON.stringify(inner)),
    );
  }
  return `data:text/javascript;charset=utf-8,${encodeURIComponent(text)}`;
}
