import { createClient, type CiamClient } from '../../client/client.js';
import { browserDevice } from '../../device/browser-device.js';
import type { FlowHost } from '../../flow/flow.js';
import { CiamError } from '../../protocol/errors.js';
import { headerText } from '../../protocol/headers.js';
import type { LoginProperties } from '../login-properties.js';
import type { RuntimeHost } from './runtime-host.js';

/** What the widget itself does for a flow, besides telling the page about it. */
export interface FlowReactions extends Pick<FlowHost, 'solver' | 'mobilePattern' | 'onChange'> {
  /** The sentence about an error, in the widget's language. */
  sentence(error: CiamError): string;
  onCodeSent(): void;
  /** An attempt has failed, or only a try of the puzzle. */
  onFailure(): void;
  onSuccess(): void;
}

/** A client of the element's configuration at this moment. @throws {CiamError} `config` */
export function clientOf(element: LoginProperties): CiamClient {
  const { language, timeout } = element;
  // Checked before anything is spent on a login that could not be finished.
  const secure = !!(crypto.subtle as SubtleCrypto | undefined);
  if (element.jwksUri && !secure) throw new CiamError('config', { subject: 'jwks-uri' });
  if (!(secure ? /^(bc|hw)?$/ : /^(bc)?$/).test(textOf(element.fetchIdToken)))
    throw new CiamError('config', { subject: 'fetch-id-token' });
  return createClient({
    jwksUri: textOf(element.jwksUri),
    baseUrl: textOf(element.baseUrl),
    clientId: textOf(element.clientId),
    tenantId: textOf(element.tenantId),
    deviceIp: textOf(element.deviceIp),
    language,
    ...(timeout ? { timeout: Number(timeout) } : {}),
  });
}

/** What a page has set, which may be nothing, or a number. */
function textOf(value: string | number | null | undefined): string {
  return String(value ?? '');
}

/** Joins a flow to the element: the configuration goes in, the page's events come out. */
export function createFlowHost(host: RuntimeHost, reactions: FlowReactions): FlowHost {
  const { element, emit } = host;
  const method = () => element.openMethod.id;
  let toldMethod = method();
  return {
    ...reactions,
    device: browserDevice(),
    get clientId() {
      return textOf(element.clientId).trim();
    },
    client: () => clientOf(element),
    consentNeeded: () => host.consentNeeded(),
    expected: () => ({ issuer: element.issuer, audience: element.audience }),

    setting: (name) => (element as unknown as Readonly<Record<string, unknown>>)[name],

    onRedirect: (url) => emit('ciam-login-redirect', { method: method(), url }),
    onStep(step) {
      // That another tab is open was told when it was opened.
      const isTold = step === 'start' && toldMethod !== method();
      toldMethod = method();
      if (!isTold) emit('ciam-login-step', { method: toldMethod, step });
    },
    onCodeSent(purpose, resendAt) {
      reactions.onCodeSent();
      emit('ciam-login-code-sent', { method: method(), purpose, resendAt: new Date(resendAt) });
    },
    onFailure(error, step) {
      reactions.onFailure();
      const { code, serverCode, httpStatus, retryable, retryAfter } = error;
      const message = reactions.sentence(error);
      emit('ciam-login-error', {
        method: method(),
        step,
        code,
        message,
        serverCode,
        httpStatus,
        retryable,
        retryAfter,
      });
    },
    onSuccess(success, data) {
      reactions.onSuccess();
      const device = {
        fingerprint: headerText(data.fingerprint),
        osVersion: headerText(data.osVersion),
        userAgent: headerText(navigator.userAgent),
      };
      emit('ciam-login-success', { method: method(), status: 'SUCCESS', ...success, device });
    },
  };
}
