/** What can go wrong with an answer, as networks, gateways and tenants do it. */
type FaultKind =
  /** The right answer, late. */
  | { kind: 'delay'; ms: number }
  /** The right answer, one byte each `ms`. */
  | { kind: 'drip'; ms: number }
  /** Never so much as a header. */
  | { kind: 'hang' }
  /** Headers, then nothing. */
  | { kind: 'hang-body' }
  /** Half of the JSON, under a content-length that matches. */
  | { kind: 'truncate' }
  /** The connection dies in the middle of the body. */
  | { kind: 'cut' }
  /** A gateway's or captive portal's page. */
  | { kind: 'html'; status?: number }
  | { kind: 'empty'; status?: number }
  /** The connection is reset instead of an answer. */
  | { kind: 'reset' }
  /** Any status; a body that is no string is sent as JSON. */
  | { kind: 'status'; status: number; headers?: Record<string, string>; body?: unknown }
  /** Any text. */
  | { kind: 'body'; body: string; contentType?: string; status?: number }
  /** The right answer, with fields overridden; `$delete` names fields that go. */
  | { kind: 'patch'; json: Record<string, unknown> }
  | { kind: 'redirect'; location: string }
  /** The right answer without CORS headers. */
  | { kind: 'no-cors' }
  /** The preflight is refused. */
  | { kind: 'refuse-preflight' }
  /** JSON of 2 MiB. */
  | { kind: 'huge' };

/** A fault, how often it strikes, and whether the call is really carried out first. */
export type Fault = FaultKind & {
  /** For so many requests (preflights only count for `refuse-preflight`); for ever if absent. */
  times?: number;
  /** The call is carried out and then its answer spoiled. Those that spoil the right answer always do. */
  after?: boolean;
};

/** A fault that is set. */
interface SetFault {
  pattern: string;
  fault: Fault;
  /** How often it still strikes; `null` = for ever. */
  left: number | null;
}

/** The faults of a server: one for each exact path, one for `*`. */
export interface Faults {
  /** Sets the fault of a path such as `/api/v2/sdk/sms/send`, or of `*`; it replaces the one before. */
  set(pathPattern: string, fault: Fault): void;
  /** Takes away one path's fault, or all. */
  clear(pathPattern?: string): void;
  list(): SetFault[];
}

/** The faults together with the door that only the server itself uses. */
export interface OpenFaults extends Faults {
  /** The fault that strikes this request, counted. */
  take(path: string, isPreflight: boolean): Fault | null;
}

/** Makes an empty list of faults. */
export function createFaults(): OpenFaults {
  const faults = new Map<string, SetFault>();
  return {
    set: (pattern, fault) => {
      faults.set(pattern, { pattern, fault: structuredClone(fault), left: fault.times ?? null });
    },
    clear: (pattern) => {
      if (pattern === undefined) faults.clear();
      else faults.delete(pattern);
    },
    list: () => [...faults.values()].map((each) => structuredClone(each)),
    take: (path, isPreflight) => {
      for (const pattern of [path, '*']) {
        const found = faults.get(pattern);
        if (found === undefined || (found.fault.kind === 'refuse-preflight') !== isPreflight) continue;
        if (found.left !== null) found.left -= 1;
        if (found.left !== null && found.left <= 0) faults.delete(pattern);
        return found.fault;
      }
      return null;
    },
  };
}

/** Whether the call must be carried out for this fault. */
export function needsAnswer(fault: Fault): boolean {
  const spoilsTheRightAnswer = ['delay', 'drip', 'truncate', 'cut', 'patch', 'no-cors'].includes(fault.kind);
  return spoilsTheRightAnswer || fault.after === true;
}
