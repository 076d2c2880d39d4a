/** One request as it arrived, preflights included. */
export interface JournalEntry {
  /** Counts up; the same entry may be told twice. */
  id: number;
  /** The server's time. */
  at: number;
  method: string;
  /** Without the query. */
  path: string;
  query: string;
  /** Lower-case names. */
  headers: Record<string, string>;
  /** Parsed if it was JSON, else the text; `null` if there was none. */
  body: unknown;
  /** `null` as long as no status has been sent. */
  status: number | null;
  /** The page's origin, or `null`. */
  origin: string | null;
  /** Kind of the fault that spoiled the answer, or `null`. */
  fault: string | null;
}

/** Which entries are wanted: a path, some equal fields, or a test of one's own. */
type JournalFilter = string | { method?: string; path?: string } | ((entry: JournalEntry) => boolean);

/** Everything that came over the wire. */
export interface Journal {
  /** Entries that pass the filter, oldest first. */
  list(filter?: JournalFilter): JournalEntry[];
  clear(): void;
  /** Calls the listener for each request, once its answer begins (or is known never to). */
  subscribe(listener: (entry: JournalEntry) => void): () => void;
}

/** The journal together with the doors that only the server itself uses. */
export interface OpenJournal extends Journal {
  add(entry: Omit<JournalEntry, 'id'>): JournalEntry;
  /** Notes the status, and tells listeners. */
  settle(entry: JournalEntry, status: number | null): void;
}

const LIMIT = 5_000;

function passes(entry: JournalEntry, filter: JournalFilter | undefined): boolean {
  if (filter === undefined) return true;
  if (typeof filter === 'string') return entry.path === filter;
  if (typeof filter === 'function') return filter(entry);
  return (
    (filter.method === undefined || filter.method === entry.method) &&
    (filter.path === undefined || filter.path === entry.path)
  );
}

/** Makes an empty journal. It keeps the last few thousand requests. */
export function createJournal(): OpenJournal {
  let entries: JournalEntry[] = [];
  let count = 0;
  const listeners = new Set<(entry: JournalEntry) => void>();
  return {
    list: (filter) => entries.filter((entry) => passes(entry, filter)),
    clear: () => {
      entries = [];
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    add: (fields) => {
      count += 1;
      const entry = { id: count, ...fields };
      entries.push(entry);
      if (entries.length > LIMIT) entries.shift();
      return entry;
    },
    settle: (entry, status) => {
      entry.status = status;
      for (const listener of [...listeners]) listener(entry);
    },
  };
}
