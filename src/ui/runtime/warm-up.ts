import { browserDevice } from '../../device/browser-device.js';
import { loadRefresh, loadVerification } from '../../flow/finish.js';
import type { Step } from '../../flow/step.js';
import { readMobile } from '../../protocol/mobile.js';
import type { LoginElement } from '../login-element.js';
import type { AreaCodes } from './area-codes.js';
import { clientOf } from './flow-host.js';
import { loadPuzzle } from './puzzle-loader.js';

/**
 * Gets ready what the calls of this step will need, now that somebody seems to want to log in. What cannot be loaded
 * shows when it is needed.
 */
export function warmUp(element: LoginElement, { code, fields }: Step, areaCodes: AreaCodes): void {
  browserDevice().prepare();
  if (code && !element.solveCaptcha) loadPuzzle().catch(() => undefined);
  // Before a code is spent on a login that could not be finished.
  if (element.jwksUri) loadVerification().catch(() => undefined);
  if (element.fetchIdToken) loadRefresh().catch(() => undefined);

  const find = (id: string) => element.renderRoot.querySelector<HTMLInputElement>(id);
  const mayAsk = find('#consent')?.checked ?? true;
  if (element.areaCodes !== 'auto' || !mayAsk || !fields.includes('mobile')) return;
  void areaCodes.load(
    () => clientOf(element),
    () => readMobile(find('#mobile')?.value ?? '', '86') === null,
  );
}
