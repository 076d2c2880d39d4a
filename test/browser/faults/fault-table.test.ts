import { failInTurn } from './attempts.ts';
import { BODIES, REFUSALS, STATUSES, WIRE } from './kinds.ts';

const GROUPS = { connections: WIRE, bodies: BODIES, statuses: STATUSES, refusals: REFUSALS };

describe('promise N4, N1: one error event with the right facts, one request, and a form that is usable again, after bad', function () {
  this.timeout(40_000);

  for (const [group, kinds] of Object.entries(GROUPS)) {
    for (const call of ['captcha', 'verify', 'send', 'login'] as const) {
      const struck = kinds.filter(({ at }) => at.includes(call));
      if (struck.length === 0) continue;
      it(`${group} at ${call}: ${struck.map(({ name }) => name).join('; ')}`, () => failInTurn(call, struck));
    }
  }
});
