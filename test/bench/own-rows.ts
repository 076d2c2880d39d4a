import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { listFiles, ROOT } from '../../scripts/files.js';
import { renderCiamLogin } from '../../src/entries/ssr.js';
import { bareElement } from './bundles.js';
import { BARE, type Row } from './rows.js';
import type { Site } from './site.js';

const CDN = 'dist/cdn';
/** The block of CSS that keeps a page still until the tag is defined. */
const [, SHAPE = ''] =
  /takes this very block -->\s+```css\n([^]*?)```/.exec(readFileSync(`${ROOT}docs/theming.md`, 'utf8')) ?? [];

/** The form as plain HTML, and as a Lit element that does nothing else. */
export function floors(): Row[] {
  return [
    {
      id: 'plain',
      title: 'plain HTML form',
      kind: 'floor',
      page: () => ({
        body: `<form><label for="mobile">Mobile number</label><input id="mobile" name="mobile" type="tel" autocomplete="tel">
        <label for="code">Verification code</label><input id="code" name="code" inputmode="numeric" autocomplete="one-time-code"><button>Log in</button></form>`,
      }),
    },
    {
      id: BARE,
      title: 'bare Lit element',
      kind: 'floor',
      page: () => ({
        head: '<script type="module" src="/bare.js"></script>',
        body: '<bare-login></bare-login>',
      }),
      serve: async (site) => {
        site.add('/bare.js', await bareElement());
      },
    },
  ];
}

/** Ours, in each of its three forms. The tenant is the server that they log in at. */
export function ours(tenant: string): Row[] {
  const tag = `<ciam-login base-url="${tenant}" client-id="demo-client"></ciam-login>`;
  const drawn = renderCiamLogin({ 'base-url': tenant, 'client-id': 'demo-client', lang: 'en' });
  return [
    moduleRow('module', 'ciam-login, module', CDN, tag),
    {
      id: 'bundle',
      title: 'ciam-login, one bundle',
      kind: 'ours',
      page: () => ({
        head: `<style>${SHAPE}</style><script defer src="/bundle/ciam-login.bundle.js"></script>`,
        body: tag,
      }),
      serve: (site) => {
        site.add('/bundle/ciam-login.bundle.js', readFileSync(`${ROOT}${CDN}/ciam-login.bundle.js`, 'utf8'));
      },
    },
    moduleRow('drawn', 'ciam-login, drawn by a server', CDN, drawn, ''),
  ];
}

/** The module of another build, to be measured beside that of this one. */
export function otherBuild(folder: string, tenant: string, id = 'other'): Row {
  const tag = `<ciam-login base-url="${tenant}" client-id="demo-client"></ciam-login>`;
  return moduleRow(id, `module in ${folder}`, folder, tag);
}

function moduleRow(id: string, title: string, folder: string, body: string, css = SHAPE): Row {
  return {
    id,
    title,
    kind: 'ours',
    page: () => ({
      head: `<style>${css}</style><script type="module" src="/${id}/ciam-login.js"></script>`,
      body,
    }),
    serve: (site) => addModules(site, `/${id}/`, folder),
  };
}

function addModules(site: Site, path: string, folder: string): void {
  const chunks = listFiles(join(folder, 'chunks'), '.js').map((file) => file.slice(folder.length + 1));
  for (const name of ['ciam-login.js', ...chunks])
    site.add(path + name, readFileSync(join(ROOT, folder, name), 'utf8'));
}
