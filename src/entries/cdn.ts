import { CiamLogin, defineCiamLogin } from './element.js';

// What a page with a script tag loads first: only what it takes to show the form. The rest of the package is in
// the bundle, and for bundlers in `ciam-login`.
export { CiamLogin, defineCiamLogin };

defineCiamLogin();
