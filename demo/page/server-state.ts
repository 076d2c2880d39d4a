/**
 * What the server should answer. Its settings belong to everybody who has the page open: an address that names none
 * changes none, and the panel shows what the server says.
 */
import { control } from './control.js';
import { FAULTS, patternOf, PLACES, readFault, writeFault, type Fault, type PlacedFault } from './faults.js';
import { oneOf, readFlag } from './scene.js';

/** The parameters of an address that hold what the server should answer. */
export const SERVER_PARAMETERS = ['dialect', 'id-token', 'fault'] as const;

const DIALECTS = ['bc', 'hw'] as const;

/** The part of the server's state that the panel shows. */
export interface ServerState {
  /** Whose documents are followed: BambooCloud's or Huawei Cloud's. */
  readonly dialect: (typeof DIALECTS)[number];
  readonly idToken: boolean;
  readonly faults: readonly PlacedFault[];
}

/** A number with a part to play, as the server tells it. */
export interface TestNumber {
  readonly mobile: string;
  readonly zh: string;
  readonly en: string;
}

interface ServerSettings {
  readonly dialect: ServerState['dialect'];
  /** `null`: as the dialect does. */
  readonly idToken: boolean | null;
}

interface ServerFault {
  readonly pattern: string;
  readonly fault: Fault;
}

/** Reads `dialect=bc|hw`, `id-token=0|1` and any number of `fault=<name>[@<path>]`. */
export function readServerState(query: URLSearchParams): Partial<ServerState> {
  const dialect = oneOf(DIALECTS, query.get('dialect'));
  const idToken = readFlag(query.get('id-token')) ?? (dialect && hasIdToken(dialect));
  const faults = query.getAll('fault').flatMap((text) => readFault(text) ?? []);
  return {
    ...(dialect && { dialect }),
    ...(idToken !== undefined && { idToken }),
    ...(faults.length && { faults }),
  };
}

/** Writes what is not as a fresh server has it, and takes out the rest. */
export function writeServerState(query: URLSearchParams, { dialect, idToken, faults }: ServerState): void {
  for (const name of SERVER_PARAMETERS) query.delete(name);
  if (dialect !== 'bc') query.set('dialect', dialect);
  if (idToken !== hasIdToken(dialect)) query.set('id-token', idToken ? '1' : '0');
  for (const fault of faults) query.append('fault', writeFault(fault));
}

/** Whether a dialect's answers carry an id_token unless told otherwise: BambooCloud's do, Huawei's do not. */
export function hasIdToken(dialect: ServerState['dialect']): boolean {
  return dialect === 'bc';
}

/** Asks the server how it is set now. */
export async function fetchServerState(): Promise<ServerState> {
  const [settings, faults] = await Promise.all([
    control<ServerSettings>('settings'),
    control<readonly ServerFault[]>('faults'),
  ]);
  return {
    dialect: settings.dialect,
    idToken: settings.idToken ?? hasIdToken(settings.dialect),
    faults: faults.flatMap((each) => recognise(each) ?? []),
  };
}

/** Makes the server behave like `next`; sends only what differs from `now`. */
export async function sendServerState(next: ServerState, now: ServerState): Promise<void> {
  const { dialect, idToken } = next;
  if (dialect !== now.dialect || idToken !== now.idToken)
    await control('settings', 'PUT', { dialect, idToken });
  if (String(next.faults.map(writeFault)) === String(now.faults.map(writeFault))) return;
  await control('faults', 'DELETE');
  for (const { name, place } of next.faults) {
    await control('faults', 'PUT', { pattern: patternOf(place), fault: FAULTS[name] });
  }
}

/** The panel's name for a fault of the server; one that a test has set otherwise has none. */
function recognise({ pattern, fault }: ServerFault): PlacedFault | undefined {
  const place = ['*', ...PLACES].find((each) => patternOf(each) === pattern);
  const [name] =
    Object.entries(FAULTS).find(([, { kind, status }]) => kind === fault.kind && status === fault.status) ??
    [];
  return place && name ? { name, place } : undefined;
}
