import type { AliyunPhoneNumberServer, AliyunResult } from '../../../src/entries/aliyun-number-auth.js';

type Check = Parameters<AliyunPhoneNumberServer['checkLoginAvailable']>[0];
type Ask = Parameters<AliyunPhoneNumberServer['getLoginToken']>[0];

/** What the SDK says where all went well. */
export const FINE = 600_000;
/** The states of its page that `watch` is told of. */
const OPENED = 1;
const CLOSED = 2;

/** How one copy of the SDK differs from the usual one. */
interface Quirks {
  /** It throws where it should have called `error`. */
  throws?: boolean;
  /** Older ones cannot take their page away. */
  cannotClose?: boolean;
  /** `closeLoginPage` throws, as where its page has lost its place in the document. */
  throwsOnClose?: boolean;
  /** It asks the carrier first, and opens its page when the test says so. */
  slow?: boolean;
}

/**
 * Alibaba's H5 SDK as a page meets it: it answers by callbacks, reports a failure twice, says of the back button
 * nothing but that its page was closed, and says nothing at all where the carrier does not. The test plays the person
 * and the carrier.
 */
export class FakePhoneNumberServer implements AliyunPhoneNumberServer {
  readonly checks: Check[] = [];
  readonly asked: Ask[] = [];
  /** Whether its page covers everything. */
  isPageOpen = false;
  closeLoginPage?: () => void;
  readonly #quirks: Quirks;
  #isChecked = false;

  constructor(quirks: Quirks = {}) {
    this.#quirks = quirks;
    if (quirks.cannotClose) return;
    this.closeLoginPage = () => {
      this.#close();
      if (quirks.throwsOnClose) throw new TypeError("Cannot read properties of null (reading 'removeChild')");
    };
  }

  checkLoginAvailable(options: Check): void {
    this.checks.push(options);
    if (this.#quirks.throws) throw new TypeError('Failed to construct a script');
  }

  getLoginToken(options: Ask): void {
    this.asked.push(options);
    if (this.#quirks.throws) throw new TypeError('Failed to construct a script');
    if (!this.#isChecked) this.failToken({ code: 600011, msg: '获取token失败' });
    else if (!this.#quirks.slow) this.open();
  }

  /** The carrier says whether this phone can do it. */
  answerCheck(result: AliyunResult | undefined): void {
    this.#isChecked = Number(result?.code) === FINE;
    this.checks.at(-1)!.success(result);
  }

  /** A failure of the check: the SDK's own, and that of the call within it. */
  failCheck(result: unknown): void {
    const { error } = this.checks.at(-1)!;
    error(result);
    error(result);
  }

  /** For tests that begin where the check went well. */
  checked(): this {
    this.#isChecked = true;
    return this;
  }

  /** The page covers everything now. */
  open(): void {
    this.isPageOpen = true;
    this.#tell(OPENED);
  }

  /** Somebody presses "log in" on the page. With `manualClose` it stays until it is taken away. */
  answerToken(result: AliyunResult | undefined, order: 'token first' | 'closed first' = 'token first'): void {
    const { authPageOption, success } = this.asked.at(-1)!;
    const stays = (authPageOption as { manualClose?: boolean } | undefined)?.manualClose;
    if (order === 'closed first') this.#close();
    success(result);
    if (!stays) this.#close();
  }

  /** The carrier refuses. The page stays for another try. */
  failToken(result: unknown): void {
    const { error } = this.asked.at(-1)!;
    error(result);
    error(result);
  }

  /** Somebody presses "back" on the page. With `manualClose` the SDK only tells of it. */
  pressBack(): void {
    const { authPageOption } = this.asked.at(-1)!;
    if ((authPageOption as { manualClose?: boolean } | undefined)?.manualClose) this.#tell(CLOSED);
    else this.#close();
  }

  /** Something else happens on the page: a box is ticked, an agreement is read. */
  tell(status: unknown): void {
    this.#tell(status);
  }

  #close() {
    if (!this.isPageOpen) return;
    this.isPageOpen = false;
    this.#tell(CLOSED);
  }

  #tell(status: unknown) {
    this.asked.at(-1)!.watch(status);
  }
}
