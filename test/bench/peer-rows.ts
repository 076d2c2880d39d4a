import { readdirSync, writeFileSync } from 'node:fs';
import { bundle } from './bundles.js';
import { FOLDER, PEERS, readPeerFile } from './peer-packages.js';
import type { Row } from './rows.js';

const AUTHHERO = 'node_modules/@authhero/widget/dist/authhero-widget/';
const STYTCH = `import { createStytchClient, OTPMethods, Products, StytchUI } from '@stytch/vanilla-js';
customElements.define('stytch-ui', StytchUI);
document.querySelector('stytch-ui').render({
  client: createStytchClient('public-token-test-11111111-1111-1111-1111-111111111111', {
    endpoints: { testAPIURL: location.origin + '/stytch-api' },
  }),
  config: {
    products: [Products.otp],
    otpOptions: { methods: [OTPMethods.SMS], expirationMinutes: 5 },
    sessionOptions: { sessionDurationMinutes: 60 },
  },
});`;

/** The screen that AuthHero's server would send: a number, a code, a button. */
const AUTHHERO_SCREEN = {
  screen: {
    action: '/authhero/next',
    method: 'POST',
    title: 'Log in',
    components: [
      {
        id: 'mobile',
        type: 'TEL',
        label: 'Mobile number',
        required: true,
        order: 0,
        visible: true,
        config: {},
      },
      { id: 'code', type: 'TEXT', label: 'Code', required: true, order: 1, visible: true, config: {} },
      { id: 'submit', type: 'NEXT_BUTTON', order: 2, visible: true, config: { text: 'Log in' } },
    ],
  },
};

/** The first state of Hanko's login: an e-mail address is asked for. */
const HANKO_STATE = {
  name: 'login_init',
  status: 200,
  csrf_token: 'x',
  payload: {},
  links: [],
  actions: {
    continue_with_login_identifier: {
      action: 'continue_with_login_identifier',
      href: '/login?action=continue_with_login_identifier',
      description: '',
      inputs: {
        email: {
          name: 'email',
          type: 'email',
          min_length: 3,
          max_length: 100,
          required: true,
          hidden: false,
        },
      },
    },
  },
};

/** Other login widgets, each as its documents say, with a stub for its vendor's service that answers at once. */
export function peers(): Row[] {
  return [
    {
      id: 'hanko',
      title: titleOf('@teamhanko/hanko-elements'),
      kind: 'peer',
      page: (origin) => ({
        head: `<script type="module">import { register } from '/hanko/elements.js'; register('${origin}/hanko-api');</script>`,
        body: '<hanko-auth></hanko-auth>',
      }),
      serve(site) {
        site.add(
          '/hanko/elements.js',
          readPeerFile('node_modules/@teamhanko/hanko-elements/dist/elements.js'),
        );
        site.add('/hanko-api/*', JSON.stringify(HANKO_STATE));
      },
    },
    {
      id: 'authhero',
      title: titleOf('@authhero/widget'),
      kind: 'peer',
      page: () => ({
        head: '<script type="module" src="/authhero/authhero-widget.esm.js"></script>',
        body: '<authhero-widget api-url="/authhero-api/screen" auto-submit="false"></authhero-widget>',
      }),
      serve(site) {
        for (const name of readdirSync(FOLDER + AUTHHERO))
          site.add(`/authhero/${name}`, readPeerFile(AUTHHERO + name));
        site.add('/authhero-api/*', JSON.stringify(AUTHHERO_SCREEN));
      },
    },
    {
      id: 'stytch',
      title: titleOf('@stytch/vanilla-js'),
      kind: 'peer',
      page: () => ({
        head: '<script type="module" src="/stytch.js"></script>',
        body: '<stytch-ui></stytch-ui>',
      }),
      async serve(site) {
        writeFileSync(`${FOLDER}stytch-page.mjs`, STYTCH);
        site.add('/stytch.js', await bundle(`${FOLDER}stytch-page.mjs`, FOLDER));
        site.add('/stytch-api/sdk/v1/projects/bootstrap/*', JSON.stringify({ data: {} }));
        site.add('/stytch-api/sdk/v1/*', JSON.stringify({ data: {} }));
      },
    },
  ];
}

function titleOf(name: keyof typeof PEERS): string {
  return `${name} ${PEERS[name]}`;
}
