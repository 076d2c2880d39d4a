/** What `npm run manifest` reads. */
export default { globs: ['src/**/*.ts'], litelement: true, packagejson: false };
