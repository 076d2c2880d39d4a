/**
 * Turns Alibaba Cloud's H5 SDK for number authentication, loaded by the page, into a provider for `oneClick`.
 *
 * @module
 */
import type { OneClickProvider } from '../methods/one-click-token.js';

/** What Alibaba's H5 SDK answers with; `code` is 600000 where all went well. */
export interface AliyunResult {
  readonly code?: unknown;
  readonly msg?: unknown;
  /** The token, when one was asked for. */
  readonly spToken?: unknown;
}

/** The part of Alibaba's H5 SDK that is used: an instance of its `PhoneNumberServer`, loaded by the page. */
export interface AliyunPhoneNumberServer {
  checkLoginAvailable(options: {
    accessToken: string;
    jwtToken: string;
    success(result: AliyunResult | undefined): void;
    error(result: unknown): void;
  }): void;
  getLoginToken(options: {
    authPageOption?: object;
    success(result: AliyunResult | undefined): void;
    error(result: unknown): void;
    watch(status: unknown): void;
  }): void;
  /** Takes the SDK's own page away, where this version can. */
  closeLoginPage?(): void;
}

/** What the SDK needs from the page. */
export interface AliyunNumberAuthOptions {
  /** Gets the two tokens of `GetAuthToken` from the page's own server, which has the secret for it. */
  getAuthToken(): Promise<{ accessToken: string; jwtToken: string }>;
  /** How the SDK's own page looks; goes to it as it is. */
  authPageOption?: object;
}

const OK = 600_000;
/** What `watch` says when somebody has gone back; nothing else says so. */
const CLOSED = 2;
/** The page also closes after a token was given: the token may come right behind. */
const LAST_WORD_MS = 300;

/**
 * Turns Alibaba Cloud's number authentication into a provider for the element's `oneClick`. The SDK reports by
 * callbacks that may come twice, not at all, or as an exception; whatever it does, each question gets one answer.
 *
 * @example login.oneClick = aliyunNumberAuth(new PhoneNumberServer(), { getAuthToken });
 */
export function aliyunNumberAuth(
  sdk: AliyunPhoneNumberServer,
  options: AliyunNumberAuthOptions,
): OneClickProvider {
  return {
    async isAvailable() {
      const tokens = await options.getAuthToken();
      return new Promise<boolean>((resolve, reject) => {
        sdk.checkLoginAvailable({
          accessToken: tokens.accessToken,
          jwtToken: tokens.jwtToken,
          success: (result) => {
            resolve(Number(result?.code) === OK);
          },
          error: (result) => {
            reject(new Error(reasonOf(result)));
          },
        });
      });
    },

    async getToken({ signal }) {
      signal.throwIfAborted();
      let isOver = false;
      try {
        return await new Promise<string>((resolve, reject) => {
          const fail = (result: unknown) => {
            reject(new Error(reasonOf(result)));
          };
          signal.addEventListener('abort', () => {
            reject(signal.reason as Error);
          });
          sdk.getLoginToken({
            ...(options.authPageOption && { authPageOption: options.authPageOption }),
            success(result) {
              if (Number(result?.code) === OK && typeof result?.spToken === 'string') resolve(result.spToken);
              else fail(result);
            },
            error: fail,
            watch(status) {
              if (Number(status) === CLOSED)
                setTimeout(() => {
                  reject(new DOMException('The person went back', 'AbortError'));
                }, LAST_WORD_MS);
              // It had asked the carrier first, and comes when nobody waits for it any more.
              else if (isOver) closePage(sdk);
            },
          });
        });
      } finally {
        isOver = true;
        closePage(sdk);
      }
    },
  };
}

/** Nothing of the SDK's page may stay over the form; with some of its settings it goes only when it is told to. */
function closePage(sdk: AliyunPhoneNumberServer) {
  try {
    sdk.closeLoginPage?.();
  } catch {
    // It was gone already.
  }
}

function reasonOf(result: unknown): string {
  const { code, msg } = (result ?? {}) as AliyunResult;
  return `${String(code)} ${String(msg)}`;
}
