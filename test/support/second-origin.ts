import { executeServerCommand } from '@web/test-runner-commands';
import type { SecondOriginFiles } from './second-origin-plugin.js';

/** Serves these files from another origin until the run ends; gives that origin. */
export function startSecondOrigin(files: SecondOriginFiles): Promise<string> {
  return executeServerCommand<string, SecondOriginFiles>('second-origin', files);
}
