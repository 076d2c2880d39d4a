import type { CiamServer, CiamServerOptions } from '../../demo/server/ciam-server.js';
import type { GrantOptions } from '../../demo/server/grant-store.js';

/** What a test may set when it starts a server. */
export type CiamOptions = Omit<CiamServerOptions, 'allowedOrigins' | 'paint'> & {
  allowedOrigins?: readonly string[];
  /** The same picture in every puzzle: painting is the slowest that the server does. */
  onePuzzle?: boolean;
};

/** What a server does on request. Must survive JSON. */
export type CiamOperation =
  | { op: 'settings'; values: Partial<CiamServer['settings']> }
  | { op: 'fault'; pattern: string; fault: Parameters<CiamServer['faults']['set']>[1] }
  | { op: 'clear-faults' }
  | { op: 'journal' }
  | { op: 'clear-journal' }
  | { op: 'code'; mobile: string }
  | { op: 'inbox'; mobile: string | undefined }
  | { op: 'puzzle-x'; token: string }
  | { op: 'advance'; ms: number }
  | { op: 'alipay-code' | 'wechat-code' | 'one-click-token'; options: GrantOptions | undefined }
  | { op: 'rotate-signing-key' }
  | { op: 'reset' }
  | { op: 'stop' };

/**
 * The payload of the runner's command `ciam`: from the test's page (`ciam.ts`) to the runner (`ciam-plugin.ts`). Every
 * operation but `start` names its server.
 */
export type CiamCommand = { op: 'start'; options: CiamOptions } | (CiamOperation & { id: string });

/** What comes back. Wrapped, because the runner takes a bare `null` for "no plugin knows this command". */
export interface CiamAnswer<T> {
  value?: T;
}
