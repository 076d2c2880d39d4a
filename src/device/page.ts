/** The page that the widget is on, as far as leaving it and coming back go. */
export interface Page {
  /** Where the page is, query and hash included. */
  readonly address: string;
  readonly userAgent: string;
  /** True inside a frame, where nothing may leave for another site: that would show there, or be refused. */
  readonly isFramed: boolean;
  /** Puts another address in place of this one, without a new entry in the history; the page's own state stays. */
  replaceAddress(address: string): void;
  /** Goes to another address. The page lives on for a moment, or for good if the browser does not go. */
  leave(address: string): void;
}

/** The page that this code runs in. */
export function browserPage(): Page {
  return {
    address: location.href,
    userAgent: navigator.userAgent,
    isFramed: window.top !== window.self,
    replaceAddress(address) {
      try {
        history.replaceState(history.state, '', address);
      } catch {
        // Some browsers refuse after too many; the login goes on.
      }
    },
    leave(address) {
      location.assign(address);
    },
  };
}
