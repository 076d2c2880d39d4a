/** One country of `GET /country-codes`, in the tenant's own spelling. */
export interface Country {
  areaCode: string;
  countryCode: string;
  displayMapping: { 'zh-CN': string; 'zh-TW': string; en: string };
  mobileRegex: string;
  areaCodeSuffixes: string[];
}

function country(
  areaCode: string,
  countryCode: string,
  names: [string, string, string],
  national: string,
): Country {
  const [zhCN, zhTW, en] = names;
  return {
    areaCode,
    countryCode,
    displayMapping: { 'zh-CN': zhCN, 'zh-TW': zhTW, en },
    mobileRegex: `^(\\+${areaCode}){0,1}\\-?${national}$`,
    areaCodeSuffixes: [],
  };
}

/** Every country this server knows; the setting `areaCodes` says which of them the tenant has. */
export const COUNTRIES: readonly Country[] = [
  country('86', 'CN', ['中国', '中國', 'China'], '1\\d{10}'),
  country('852', 'HK', ['中国香港', '中國香港', 'Hong Kong, China'], '[4-9]\\d{7}'),
  country('853', 'MO', ['中国澳门', '中國澳門', 'Macao, China'], '6\\d{7}'),
  country('886', 'TW', ['中国台湾', '中國台灣', 'Taiwan, China'], '9\\d{8}'),
  country('65', 'SG', ['新加坡', '新加坡', 'Singapore'], '[89]\\d{7}'),
  country('81', 'JP', ['日本', '日本', 'Japan'], '[789]0\\d{8}'),
  country('1', 'US', ['美国', '美國', 'United States'], '[2-9]\\d{9}'),
  country('44', 'GB', ['英国', '英國', 'United Kingdom'], '7\\d{9}'),
];

/**
 * Whether a number is written as the API wants it: 11 bare digits for China, `+<code>-<number>` for
 * every other country the tenant has.
 */
export function isMobile(value: string, areaCodes: readonly string[]): boolean {
  if (!value.startsWith('+')) return areaCodes.includes('86') && /^1\d{10}$/.test(value);
  const code = /^\+(\d+)-\d+$/.exec(value)?.[1];
  if (code === undefined || code === '86' || !areaCodes.includes(code)) return false;
  const found = COUNTRIES.find((each) => each.areaCode === code);
  return found !== undefined && new RegExp(found.mobileRegex).test(value);
}

/** The number as the API's *answers* spell it, with `+86-` before a Chinese one. */
export function answerSpelling(mobile: string): string {
  return mobile.startsWith('+') ? mobile : `+86-${mobile}`;
}
