import type { Failure } from '../../flow/failure.js';
import type { Flow } from '../../flow/flow.js';
import type { Step } from '../../flow/step.js';
import type { LoginMethod } from '../../methods/method.js';
import { isContinued } from './form-look.js';
import type { RuntimeHost } from './runtime-host.js';

/** Where a short cut leads that led nowhere. */
interface WayAround {
  readonly method: LoginMethod;
  readonly step: Step;
  /** What went wrong; nothing when they have changed their mind. */
  readonly failure: Failure | null;
}

/**
 * A short cut that led nowhere leaves the person at a form, not at a closed door: at that of the first method that
 * asks for something. `null` where there is none, where its code cannot be loaded, and where it is not over yet.
 *
 * @param method Whose button was pressed.
 */
export async function wayAround(
  method: LoginMethod,
  { element, offered }: Pick<RuntimeHost, 'element' | 'offered'>,
  flow: Flow,
): Promise<WayAround | null> {
  const { state } = flow;
  const { phase, failure } = state;
  const other = offered.find(({ screen }) => screen.fields.length > 0);
  const isOver = phase === 'ready' && !isContinued(state);
  if (!method.isShortcut || !isOver || !other || failure?.field === 'consent') return null;
  const step = await other.begin().catch(() => null);
  // They may have gone on by themselves.
  const isStillThere = flow.state === state && element.openMethod === method;
  return step && isStillThere ? { method: other, step, failure } : null;
}
