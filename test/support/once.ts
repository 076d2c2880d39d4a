/** Browser tests whose subject is no engine's affair: one engine shows them, and the others have the time for the rest. */
export const ONCE: readonly string[] = [
  'access/meanwhile',
  'faults/{every-call,fault-table-*,hostile-texts,login-answers,puzzle-refusals,retry-after}',
  'login/{after-success,area-codes,fifty,solve-captcha,properties,texts,wire}',
  'continued/{e-mail,id-token,secrets}',
  'frameworks/react',
  'methods/{alipay-continued,alipay-late,alipay-referrer,alipay-refused,alipay-return,one-click-available,own-choice,slow-tabs,tabs-under-way}',
  'languages/pseudo',
  'random/random',
].map((files) => `test/browser/${files}.test.ts`);

const PATTERNS = ONCE.map((glob) => {
  const inside = glob.replaceAll('.', '\\.').replaceAll('*', '[^/]*').replaceAll(',', '|');
  return new RegExp(`^${inside.replaceAll('{', '(').replaceAll('}', ')')}$`);
});

/** True for a test file that a whole run has in each engine. */
export function runsInEveryEngine(file: string): boolean {
  const isInBrowsers = /^test\/(browser|engines)\//.test(file);
  return isInBrowsers && !PATTERNS.some((pattern) => pattern.test(file));
}
