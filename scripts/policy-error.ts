import type { Plugin } from 'vite';

/** Where Lit makes its policy for Trusted Types; it does so as the file is loaded. */
const POLICY = /\w+\.createPolicy\("lit-html",\{createHTML:\w+=>\w+\}\)/;
const TEXT = 'ciam-login: the CSP must have: trusted-types lit-html';

/**
 * Has the files for script tags say what to do where a page's policy forbids Lit: the tag cannot be defined then, and
 * engines say no more than that a policy of that name is not allowed.
 */
export function policyError(): Plugin {
  return {
    name: 'policy-error',
    transform(code, id) {
      if (!/[\\/]lit-html\.js$/.test(id)) return null;
      if (!POLICY.test(code)) throw new Error(`${id} makes its policy in another way`);
      return {
        code: code.replace(
          POLICY,
          (policy) => `(()=>{try{return ${policy}}catch{throw Error("${TEXT}")}})()`,
        ),
        map: null,
      };
    },
  };
}
