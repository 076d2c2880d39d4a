/**
 * Defines `<ciam-login>` with every method, and brings all of `ciam-login/element` and `ciam-login/client` along.
 *
 * @module
 */
import { defineCiamLogin } from './element.js';

export * from './client.js';
export * from './element.js';

defineCiamLogin();
