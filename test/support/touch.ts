import { executeServerCommand } from '@web/test-runner-commands';
import type { TouchPath } from './touch-plugin.js';

/**
 * Puts a finger down on the first point, draws it over the others and lifts it at the last: real input, with pointer
 * events of type "touch". Gives false, having done nothing, in an engine without an emulated touch screen (WebKitGTK).
 */
export function touchDrag(path: TouchPath): Promise<boolean> {
  return executeServerCommand<boolean, TouchPath>('touch-drag', path);
}
