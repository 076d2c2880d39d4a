import { format } from 'prettier';
import { describe, expect, it } from 'vitest';
import { type ApiCall, CALLS, CALL_NAMES } from '../../support/faults/calls.js';
import { FAULTS, faultAt, outcomeAt } from '../../support/faults/fault-table.js';

const calls = CALL_NAMES.map((name): [typeof name, ApiCall] => [name, CALLS[name]]);
const cells = FAULTS.map((row) => calls.filter(([, call]) => faultAt(row, call)).length);
const total = cells.reduce((sum, count) => sum + count, 0);

/** The calls at which a fault ends otherwise, in the reader's words: their addresses. */
function others(row: (typeof FAULTS)[number]): string {
  const differing = calls.filter(
    ([name, call]) => faultAt(row, call) && outcomeAt(row, name, call) !== row.code,
  );
  const codes = [...new Set(differing.map(([name, call]) => outcomeAt(row, name, call)))];
  return codes
    .map((code) => {
      const at = differing.filter(([name, call]) => outcomeAt(row, name, call) === code);
      return `${code} at ${at.map(([, { path }]) => `\`${short(path)}\``).join(', ')}`;
    })
    .join('; ');
}

const short = (path: string) => path.replace('/api/v2/sdk', '');

const text = `# What goes wrong, and what comes of it

${CALL_NAMES.length} calls × ${FAULTS.length} kinds of answer: ${total} cells, tried against a real server; the first kind, which only browsers
know, at the calls of a login by text message. In Chromium \`<ciam-login>\` meets one kind for each code at every call that
it makes (of the plain refusals, at each call another few), the second kind, which only browsers know, included; in the other
engines, at night, each call meets one. Each ends in one error with this \`code\` and a form, or a client, that goes on;
no POST is ever made twice. \`ok\`: it is no error.

This page is written from the table that the tests go through: \`npx vitest run test/node/docs/faults.test.ts -u\`.

| What is answered | \`code\` | except | at so many calls |
| --- | --- | --- | --- |
${FAULTS.map((row, i) => `| ${row.name} | ${row.code} | ${others(row)} | ${cells[i] ?? 0} |`).join('\n')}

"That field" is what the call is for: \`status\` of a login, \`captcha_token\` of a puzzle …

| Call | its answer is read as | made again after \`network\`, \`timeout\`, \`busy\` |
| --- | --- | --- |
${calls.map(([, { method, path, answer, isRepeated }]) => `| ${method} \`${short(path)}\` | ${answer} | ${isRepeated ? 'twice at most' : 'never'} |`).join('\n')}
`;

describe('promise N4: docs/faults.md', () => {
  it('promise N4: tells what the tests try', async () => {
    const page = await format(text, { parser: 'markdown', printWidth: 110 });
    await expect(page).toMatchFileSnapshot('../../../docs/faults.md');
  });
});
