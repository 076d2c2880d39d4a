import { LitElement } from 'lit';
import type { CaptchaSolver } from '../flow/captcha-request.js';
import type { LanguagePack } from '../locales/language-pack.js';
import type { MessageOverrides } from '../locales/messages.js';
import { packFor } from './language-packs.js';
import { languageOf, override } from './language.js';

/** What a page can set: each is an attribute too, but for the last three. A page may set any to nothing. */
export class LoginProperties extends LitElement {
  static override properties = {
    baseUrl: { attribute: 'base-url' },
    clientId: { attribute: 'client-id' },
    tenantId: { attribute: 'tenant-id' },
    deviceIp: { attribute: 'device-ip' },
    methods: {},
    method: { reflect: true, useDefault: true }, // a page can see which tab a person has opened
    lang: { reflect: true }, // as the platform's own property is; so is the next one
    dir: { reflect: true },
    areaCodes: { attribute: 'area-codes' },
    termsUrl: { attribute: 'terms-url' },
    privacyUrl: { attribute: 'privacy-url' },
    issuer: {},
    audience: {},
    jwksUri: { attribute: 'jwks-uri' },
    fetchIdToken: { attribute: 'fetch-id-token' },
    mfaSmsType: { attribute: 'mfa-sms-type' },
    timeout: {},
    solveCaptcha: { attribute: false },
    messages: { attribute: false },
    languages: { attribute: false },
  };

  /** Tenant address: https, or http on loopback. Empty is the page's own origin. */
  declare baseUrl: string;
  /** The application's id. Required. */
  declare clientId: string;
  /** For applications that serve several tenants under one domain. */
  declare tenantId: string;
  /** The browser's own address, where the page's server knows it. */
  declare deviceIp: string;
  /** Which methods, in which order, with commas between them; without it every one that is configured. */
  declare methods: string | readonly string[] | null;
  /** The method that is open; without it the first. */
  declare method: string;
  /** BCP 47 tag; without it the nearest `lang`, then the browser's. */
  declare lang: string;
  /** The direction of writing, where it is not to be that of the language. */
  declare dir: string;
  /** Calling codes to offer, the first is preset; `auto` asks the tenant. */
  declare areaCodes: string;
  /** If this or `privacy-url` is set, a box has to be ticked before anything is sent. */
  declare termsUrl: string;
  /** See `terms-url`. */
  declare privacyUrl: string;
  /** Has to be the `iss` of the id_token, when set. */
  declare issuer: string;
  /** Has to be in the `aud` of the id_token, when set. */
  declare audience: string;
  /**
   * Where the keys are that sign id_tokens; `auto` is the tenant's own address for them. When it is set, the signature
   * is verified, and nobody is logged in with an id_token that cannot be.
   */
  declare jwksUri: string | null | undefined;
  /** `bc` or `hw`: an id_token that a success lacks is fetched in that dialect before the page is told. */
  declare fetchIdToken: string | null | undefined;
  /** SMS type of the second factor's message; the vendors' documents disagree. */
  declare mfaSmsType: string;
  /** Milliseconds for one call, headers and body together. */
  declare timeout: number | string;
  /** Replaces the puzzle: gets a captcha token in its own way. */
  declare solveCaptcha: CaptchaSolver | null | undefined;
  /** The page's own texts in place of ours. */
  declare messages: MessageOverrides | null | undefined;
  /** Further languages, from `ciam-login/locales/…`, besides Chinese and English. */
  declare languages: readonly LanguagePack[] | null | undefined;

  constructor() {
    super();
    this.baseUrl = this.clientId = this.tenantId = this.deviceIp = '';
    this.methods = this.method = this.termsUrl = this.privacyUrl = this.issuer = this.audience = '';
    this.mfaSmsType = 'OTP_REST_SMS';
    this.areaCodes = '86';
    this.timeout = 15_000;
  }

  /** The language that the widget speaks now. */
  get language(): string {
    return this.lang || languageOf(this);
  }

  /**
   * What stands in place of the built-in texts: the pack of this language, with the page's own texts in it, and with the
   * direction that the page has set on this very element.
   */
  get givenTexts(): MessageOverrides {
    const { dir } = this;
    return override(packFor(this.language, this.languages) ?? {}, { ...this.messages, ...(dir && { dir }) });
  }
}
