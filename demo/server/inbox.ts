/** A text message (or email) that was really "sent". */
export interface Message {
  id: string;
  to: string;
  text: string;
  code: string;
  type: string;
  sentAt: number;
}

/** Every message of this server, for tests and for the demo page's phone. */
export interface Inbox {
  /** All messages, oldest first; of one number if given. */
  list(to?: string): Message[];
  /** The code sent last to a number, or `null`. */
  latestCode(to: string): string | null;
  /** Calls the listener for each message to come. */
  subscribe(listener: (message: Message) => void): () => void;
  /** Forgets every message; listeners stay. */
  clear(): void;
}

/** The inbox together with the door that only the server itself uses. */
export interface OpenInbox extends Inbox {
  deliver(message: Omit<Message, 'id'>): void;
}

/** Makes an empty inbox. */
export function createInbox(): OpenInbox {
  let messages: Message[] = [];
  let count = 0;
  const listeners = new Set<(message: Message) => void>();
  const list = (to?: string): Message[] => messages.filter((each) => to === undefined || each.to === to);
  return {
    list,
    latestCode: (to) => list(to).at(-1)?.code ?? null,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    clear: () => {
      messages = [];
    },
    deliver: (message) => {
      count += 1;
      const whole = { id: String(count), ...message };
      messages.push(whole);
      for (const listener of [...listeners]) listener(whole);
    },
  };
}
