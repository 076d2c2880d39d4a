import type { CiamClient } from '../../client/client.js';
import { fetchCountries } from '../../client/country-codes.js';
import type { Country } from '../../protocol/country-codes.js';
import { readString } from '../../protocol/json.js';
import type { AreaCodeOption } from '../form-state.js';

const MAX_TRIES = 3;

/** The calling codes that the form offers: those of the attribute, or the tenant's own for `auto`. */
export class AreaCodes {
  readonly #onLoad: () => void;
  #countries: readonly Country[] = [];
  #asking = false;
  #tries = 0;

  /** @param onLoad Told when the tenant's countries have come. */
  constructor(onLoad: () => void) {
    this.#onLoad = onLoad;
  }

  /**
   * Asks the server for its countries, and when it has no answer, a few times more as somebody uses the form. China
   * stays on offer meanwhile and nobody is bothered: they may not need any other.
   */
  async load(client: () => CiamClient): Promise<void> {
    if (this.#asking || this.#countries.length || this.#tries >= MAX_TRIES) return;
    this.#asking = true;
    this.#tries++;
    try {
      this.#countries = await fetchCountries(client());
      this.#onLoad();
    } catch {
      // Nothing to tell anybody, as said above.
    } finally {
      this.#asking = false;
    }
  }

  /** @param attribute Calling codes such as `86,852`, or `auto`; a page may have set nothing, or a number. */
  options(attribute: string | number | null, language: string): readonly AreaCodeOption[] {
    const codes = String(attribute)
      .split(/[\s,]+/)
      .filter((code) => /^\+?\d{1,4}$/.test(code));
    if (codes.length) return codes.map((code) => ({ areaCode: code.replace('+', ''), name: '' }));
    if (!this.#countries.length) return [{ areaCode: '86', name: '' }];
    return this.#countries.map(({ areaCode, names }) => ({ areaCode, name: nameIn(names, language) }));
  }

  /** The rule for numbers of a country, where the server told one. */
  pattern(areaCode: string): RegExp | null {
    return this.#countries.find((country) => country.areaCode === areaCode)?.mobilePattern ?? null;
  }
}

function nameIn(names: Country['names'], language: string): string {
  const key = /^zh\b/i.test(language) ? (/tw|hk|hant/i.test(language) ? 'zh-TW' : 'zh-CN') : 'en';
  return readString(names, key) ?? readString(names, 'en') ?? '';
}
