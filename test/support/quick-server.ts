import { type CiamServer, type CiamServerOptions, startCiamServer } from '../../demo/server/ciam-server.js';
import { createStock, type Stock } from '../../demo/server/stock.js';

/** So many that a puzzle is not the one before, and so few that painting them takes no time. */
const PAINTINGS = 8;

let stock: Stock | undefined;

/**
 * Starts a server that shares puzzles and its first key with the others of this process: making these would be most of
 * what the servers of a test run do.
 */
export function startQuickServer(options: CiamServerOptions = {}): Promise<CiamServer> {
  return startCiamServer({
    ...options,
    settings: { paintings: PAINTINGS, ...options.settings },
    stock: (stock ??= createStock()),
  });
}
