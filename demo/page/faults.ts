/** Faults that the panel offers, and how one is written in the address: `hang`, or `hang@/sms/send`. */

/** What the control interface takes as a fault; `kind` decides which other fields count. */
export interface Fault {
  readonly kind: string;
  readonly ms?: number;
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
}

/** A fault of the panel, by name, and the call it spoils. */
export interface PlacedFault {
  readonly name: string;
  /** A path of `PLACES`, or `*` for every call. */
  readonly place: string;
}

/** Faults by the name that the address uses; the texts have a line for each. */
export const FAULTS: Readonly<Record<string, Fault>> = {
  delay: { kind: 'delay', ms: 3000 },
  hang: { kind: 'hang' },
  reset: { kind: 'reset' },
  html: { kind: 'html' },
  empty: { kind: 'empty' },
  'status-429': { kind: 'status', status: 429, headers: { 'Retry-After': '20' } },
  'status-500': { kind: 'status', status: 500 },
  'status-503': { kind: 'status', status: 503 },
  'refuse-preflight': { kind: 'refuse-preflight' },
  'no-cors': { kind: 'no-cors' },
  drip: { kind: 'drip', ms: 1000 },
  'hang-body': { kind: 'hang-body' },
  truncate: { kind: 'truncate' },
  cut: { kind: 'cut' },
  huge: { kind: 'huge' },
};

/** Calls that can be spoiled one by one, in the order of a login. */
export const PLACES: readonly string[] = [
  '/captcha',
  '/captcha/verify',
  '/sms/send',
  '/login/mobile-verify-code',
  '/login/alipay',
  '/login/aliyun-mobile-auth',
  '/mobile-by-token',
  '/mfa/sms',
  '/social/bind',
  '/social/register-bind',
  '/pwd/update',
  '/pwd/skip-update',
  '/country-codes',
];

/** The pattern that the control interface wants for a place. */
export function patternOf(place: string): string {
  if (place === '*') return place;
  return place === '/login/alipay' ? '/api/v3/sdk/login/alipay' : `/api/v2/sdk${place}`;
}

/** Reads `kind` or `kind@/path`; `undefined` for what this page does not know. */
export function readFault(text: string): PlacedFault | undefined {
  const [name = '', place = '*'] = text.split('@');
  if (!Object.hasOwn(FAULTS, name) || (place !== '*' && !PLACES.includes(place))) return undefined;
  return { name, place };
}

/** The reverse of `readFault`. */
export function writeFault({ name, place }: PlacedFault): string {
  return place === '*' ? name : `${name}@${place}`;
}
