import type { Plan } from './plan.ts';

/** Leaves out whatever a session does not need to fail: one move after the other, from the end. */
export async function shorten(plan: Plan, fails: (plan: Plan) => Promise<boolean>): Promise<Plan> {
  let short = plan;
  for (let i = plan.moves.length - 1; i >= 0; i--) {
    const without = { ...short, moves: short.moves.filter((_, at) => at !== i) };
    if (await fails(without)) short = without;
  }
  return short;
}
