import type { Ciam } from '../../support/ciam.ts';
import { boxIn, type FramePage, openFrame } from './frame-page.ts';
import type { LoginBox } from './login-box.ts';

/** What a test needs of the world for a page of its own. */
export interface World {
  readonly ciam: Ciam;
  /** Where the built files are. */
  readonly cdn: string;
}

/** A page to which something was done before the widget's file came, and the login box in it. */
export interface DisturbedPage {
  readonly page: FramePage;
  readonly box: LoginBox;
}

/** Opens a page with a login box, disturbs it, and only then adds the script. `remove()` its frame afterwards. */
export async function openDisturbed(
  { ciam, cdn }: World,
  disturb: (page: FramePage) => void = () => undefined,
  { attributes = '', around = (tag: string) => tag } = {},
): Promise<DisturbedPage> {
  const page = await openFrame({
    body: around(
      `<ciam-login base-url="${ciam.origin}" client-id="demo-client" lang="en" ${attributes}></ciam-login>`,
    ),
  });
  page.window.localStorage.clear();
  disturb(page);
  const script = page.document.createElement('script');
  Object.assign(script, { type: 'module', src: `${cdn}/ciam-login.js` });
  page.document.head.append(script);
  return { page, box: await boxIn(page, ciam) };
}

/** Runs a script in the page's own world. */
export function runIn({ document }: FramePage, text: string): void {
  const script = document.createElement('script');
  script.textContent = text;
  document.head.append(script);
}
