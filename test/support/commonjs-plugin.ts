import type { TestRunnerPlugin } from '@web/test-runner';

/** Lets the browser import a CommonJS file as it lies in a package; in the built files a bundler has seen to that. */
export function commonJsPlugin(file: string): TestRunnerPlugin {
  return {
    name: 'commonjs',
    transform({ path, body }) {
      if (!path.endsWith(file)) return undefined;
      return `const module = { exports: {} }; let exports = module.exports;\n${String(body)}\nexport default module.exports;`;
    },
  };
}
