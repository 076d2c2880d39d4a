import type { Load } from '../../bench/cold-load.js';
import type { LoginRun } from '../../bench/login-run.js';
import type { Results } from '../../bench/results.js';

const ROWS = [
  { id: 'plain', title: 'plain <form>', kind: 'floor' },
  { id: 'bare', title: 'bare Lit', kind: 'floor' },
  { id: 'module', title: 'module', kind: 'ours' },
  { id: 'drawn', title: 'drawn', kind: 'ours' },
] as const;

const LOGIN: LoginRun = {
  sendCodeLeaves: 20,
  logInLeaves: 8,
  longTask: 90,
  calls: [
    'GET /api/v2/sdk/captcha',
    'POST /api/v2/sdk/captcha/verify',
    'POST /api/v2/sdk/sms/send',
    'POST /api/v2/sdk/login/mobile-verify-code',
  ],
  preflights: 4,
  tenantBytes: 5000,
  fileBytes: 30_000,
};

/** What else a run may have come to. */
export interface Changes {
  /** Of the module's loads on a slow phone. */
  readonly module?: Partial<Load>;
  /** Of the module's loads on a fast machine. */
  readonly fast?: Partial<Load>;
  /** Of the logins on a slow machine. */
  readonly login?: Partial<LoginRun>;
}

/** A run in which all is well: the module takes 1.2 times as long as the bare element, which takes 100 and 400 ms. */
export function sample({ module = {}, fast = {}, login = {} }: Changes = {}): Results {
  const times = { plain: 0.8, bare: 1, module: 1.2, drawn: 0.9 };
  const one = { fast: 100, slow: 400 };
  const measured = (['fast', 'slow'] as const).flatMap((condition) =>
    ROWS.map((row) => {
      const usual = {
        usable: one[condition] * times[row.id],
        bytes: 5000,
        requests: 2,
        longTask: 0,
        shift: 0,
      };
      const load = { ...usual, ...(row.id === 'module' ? { slow: module, fast }[condition] : {}) };
      return {
        row,
        condition,
        loads: [0.9, 1, 1.1].map((part) => ({ ...load, usable: load.usable * part })),
      };
    }),
  );
  const logins = new Map([
    [1, [LOGIN]],
    [6, [{ ...LOGIN, ...login }]],
  ]);
  const crowds = new Map([
    [1, [18, 20, 22]],
    [50, [180, 200, 220]],
  ]);
  return { rounds: 3, measured, logins, crowds };
}
