import type { JournalEntry } from '../../../demo/server/journal.js';

/** What Node's own fetch adds, as every browser adds things of its own. */
const RUNTIME = [
  ...['host', 'connection', 'accept', 'accept-language', 'accept-encoding', 'sec-fetch-mode'],
  ...['user-agent', 'cache-control', 'pragma', 'content-length'],
];

/** What every call of the fake device has to carry. */
export const FROM_DEVICE = {
  'x-client-id': 'demo-client',
  'x-device-fingerprint': '0123456789abcdef',
  'x-operating-sys-version': 'Windows 11',
  'x-agent': 'Mozilla/5.0 (test)',
  'x-l': 'en',
};

/** The headers of a request that are ours. */
export function ownHeaders({ headers }: JournalEntry): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).filter(([name]) => !RUNTIME.includes(name)));
}
