import type { CiamClient } from '../../client/client.js';
import { fetchCountries } from '../../client/country-codes.js';
import type { Country } from '../../protocol/country-codes.js';
import { cleanText } from '../../protocol/clean-text.js';
import { CiamError } from '../../protocol/errors.js';
import { readString } from '../../protocol/json.js';
import type { AreaCodeOption, AreaCodeOptions } from './area-code-choice.js';

/** The calling codes that the form offers: those of the attribute, or the tenant's own for `auto`. */
export class AreaCodes {
  readonly #onLoad: () => void;
  #countries: readonly Country[] = [];
  #asking: AbortController | undefined;

  /** @param onLoad Told when the tenant's countries have come. */
  constructor(onLoad: () => void) {
    this.#onLoad = onLoad;
  }

  /**
   * Asks the server for its countries, once. When it has no answer China stays on offer and nobody is bothered: they
   * may not need any other.
   *
   * @param mayPreset Asked when they have come: false once a number of China stands in the form. It
   *   must not go to another country because the list was slow.
   */
  async load(client: () => CiamClient, mayPreset: () => boolean): Promise<void> {
    if (this.#asking) return;
    const asking = new AbortController();
    this.#asking = asking;
    try {
      const countries = await fetchCountries(client(), { signal: asking.signal });
      const chinaFirst = (country: Country) => Number(country.areaCode === '86');
      if (!mayPreset()) countries.sort((a, b) => chinaFirst(b) - chinaFirst(a));
      this.#countries = countries;
      this.#onLoad();
    } catch (error) {
      // What was missing, in the configuration or for want of a network, may be there the next time.
      if (error instanceof CiamError && /^(config|network|timeout)$/.test(error.code)) this.stop();
    }
  }

  /** Asks no longer; it may be asked for again. */
  stop(): void {
    if (this.#countries.length) return;
    this.#asking?.abort();
    this.#asking = undefined;
  }

  /** @param attribute Calling codes such as `86,852`, or `auto`; a page may have set nothing, or a number. */
  options(attribute: string | number | null, language: string): AreaCodeOptions {
    const codes = String(attribute)
      .split(/[\s,]+/)
      .filter((code) => /^\+?\d{1,4}$/.test(code));
    const [first = { areaCode: '86', name: '' }, ...others]: AreaCodeOption[] = codes.length
      ? codes.map((code) => ({ areaCode: code.replace('+', ''), name: '' }))
      : this.#countries.map(({ areaCode, names }) => ({ areaCode, name: nameIn(names, language) }));
    return [first, ...others];
  }

  /** The rule for numbers of a country, where the server told one. */
  pattern(areaCode: string): RegExp | null {
    return this.#countries.find((country) => country.areaCode === areaCode)?.mobilePattern ?? null;
  }
}

function nameIn(names: Country['names'], language: string): string {
  const key = /^zh\b/i.test(language) ? (/tw|hk|hant/i.test(language) ? 'zh-TW' : 'zh-CN') : 'en';
  return cleanText(readString(names, key) ?? readString(names, 'en')) ?? '';
}
