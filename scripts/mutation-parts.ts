/** One run of Stryker: which files are changed, and whose tests have to notice. */
export interface MutationPart {
  readonly name: string;
  /** Glob patterns, as Stryker reads them. */
  readonly mutate: readonly string[];
  /** Glob patterns below `test/node`. */
  readonly tests: readonly string[];
}

/**
 * A file is measured by the tests that are about it, not by all: a mutant of what every login goes through would run a
 * thousand tests with a server. What only another layer's tests would have noticed counts as alive, so the score is a
 * lower bound. Tests of time limits are left out: on a busy machine they would notice everything.
 */
export const PARTS: readonly MutationPart[] = [
  { name: 'links', mutate: ['src/ui/links.ts'], tests: ['ui/*.test.ts'] },
  {
    name: 'redirect',
    mutate: ['src/flow/redirect-*.ts'],
    tests: ['flow/redirect-*.test.ts', 'methods/contract.test.ts'],
  },
  {
    name: 'id-token',
    mutate: ['src/protocol/{id-token,base-url}.ts', 'src/client/verify-id-token.ts'],
    tests: ['protocol/{id-token,base-url}*.test.ts', 'client/{jwks-uri,id-token-*,key-set}.test.ts'],
  },
  {
    name: 'attempt',
    mutate: ['src/flow/{flow,run,failure,rest}.ts'],
    tests: [
      'flow/{attempt,between-attempts,coming-back,failure,rest-by-method,wrong-try}.test.ts',
      'methods/alipay-not-now.test.ts',
    ],
  },
  {
    name: 'protocol',
    mutate: ['src/protocol/*.ts', '!src/protocol/{id-token,base-url}.ts'],
    tests: ['protocol/*.test.ts'],
  },
  // The other files of these two folders ask a browser, or are data.
  {
    name: 'device',
    mutate: ['src/device/{client-hints-os,device-data,os-version,store,user-agent-os}.ts'],
    tests: ['device/*.test.ts'],
  },
  {
    name: 'methods',
    mutate: ['src/methods/*-{step,token}.ts'],
    tests: ['methods/*.test.ts'],
  },
  {
    name: 'codes',
    mutate: ['src/flow/{captcha-request,code-step,resend-clock}.ts'],
    tests: [
      'flow/{code-step,puzzle,own-solver,wrong-try,resend-clock,resend,retry-after,sent-to,consent,give-up,continued-bind}.test.ts',
    ],
  },
  {
    name: 'end',
    mutate: ['src/flow/finish.ts'],
    tests: ['flow/{finish,fetched-id-token,code-for-the-end,no-cryptography}.test.ts'],
  },
  {
    name: 'continued',
    mutate: ['src/flow/!(redirect-*|flow|run|failure|rest|captcha-request|code-step|resend-clock|finish).ts'],
    tests: ['flow/{continued-*,second-factor-waits}.test.ts'],
  },
  {
    name: 'session',
    mutate: ['src/client/{held-session,live-session,session,signature}.ts', 'src/device/lock.ts'],
    tests: ['client/{*session*,*renewal*,refresh-id-token,signature,slow-logout}.test.ts'],
  },
  {
    name: 'client',
    mutate: ['src/client/!(verify-id-token|held-session|live-session|session|signature).ts'],
    tests: [
      'client/{answers,cancel,captcha,country-codes,create-client,jwks-uri,long-answers,reach,wire*}.test.ts',
      'methods/alipay-versions.test.ts',
      'flow/continued-{password,bind}.test.ts',
    ],
  },
];

/** Where no mutant may live: the state check, the id_token, addresses, and the guard of one event for each attempt. */
export const NONE_ALIVE =
  /^src\/(flow\/(redirect-.*|flow|run)|protocol\/(id-token|base-url)|client\/verify-id-token|ui\/links)\.ts$/;
