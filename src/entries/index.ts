import { defineCiamLogin } from './element.js';

export * from './client.js';
export * from './element.js';

defineCiamLogin();
