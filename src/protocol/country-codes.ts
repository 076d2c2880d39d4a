import { CiamError } from './errors.js';
import { type JsonObject, isJsonObject, readJsonObject, readString } from './json.js';
import { safePattern } from './safe-pattern.js';

/** A country to which the tenant sends codes. */
export interface Country {
  /** Calling code without a plus sign, e.g. `852`. */
  readonly areaCode: string;
  /** ISO 3166-1 code, e.g. `HK`; empty when the server gives none. */
  readonly countryCode: string;
  /** The server's names by language: `zh-CN`, `zh-TW`, `en`. */
  readonly names: JsonObject;
  /** What a number must look like; `null` when the server gives no rule, a broken one, or one that could be slow. */
  readonly mobilePattern: RegExp | null;
}

const MAX_COUNTRIES = 300;

/**
 * Reads the answer of `GET /country-codes`, the preferred country first.
 *
 * @throws {CiamError} `bad-response` when no country can be read.
 */
export function readCountries(text: string): Country[] {
  const body = readJsonObject(text) ?? {};
  const list: unknown = Object.hasOwn(body, 'phoneAreaCodeDefinitions')
    ? body['phoneAreaCodeDefinitions']
    : null;
  const countries = (Array.isArray(list) ? list : []).slice(0, MAX_COUNTRIES).flatMap(readCountry);
  if (!countries.length) throw new CiamError('bad-response', { httpStatus: 200 });
  const preferred = readString(body, 'preferredAreaCode');
  // `preferredAreaCode` holds a country ("CN") in the vendor's example, and a calling code by its name.
  const first = ({ countryCode, areaCode }: Country) =>
    Number(preferred !== null && [countryCode, areaCode].includes(preferred));
  return countries.sort((a, b) => first(b) - first(a));
}

function readCountry(entry: unknown): Country[] {
  if (!isJsonObject(entry)) return [];
  const areaCode = readString(entry, 'areaCode')?.replace(/^\+/, '') ?? '';
  if (!/^\d{1,4}$/.test(areaCode)) return [];
  const names = entry['displayMapping'];
  return [
    {
      areaCode,
      countryCode: readString(entry, 'countryCode') ?? '',
      names: isJsonObject(names) ? names : {},
      mobilePattern: safePattern(readString(entry, 'mobileRegex')),
    },
  ];
}
