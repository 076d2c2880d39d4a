import type { LoginMethod } from '../methods/method.js';
import type { LoginErrorDetail } from './events.js';

/**
 * What the page is told when the login's code could not be loaded: for a person it is the same as a server that
 * cannot be reached. The error class is in the very code that is missing, hence the plain object.
 */
export function loadErrorDetail(method: LoginMethod, message: string): LoginErrorDetail {
  return {
    method: method.id,
    step: method.screen.name,
    code: 'network',
    message,
    serverCode: null,
    httpStatus: null,
    retryable: true,
    retryAfter: null,
  };
}
