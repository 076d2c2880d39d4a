/** What ends the request that waits. A page has one: Chrome kills the page that aborts one which another has replaced. */
let ending: AbortController | undefined;

/**
 * Waits for the code of a text message through WebOTP, where the browser has it (Chrome on Android); `null`
 * elsewhere, for every refusal, and where another box of the page waits now: the person types the code then (O3). Call it
 * only after a code was sent.
 *
 * @param signal Abort it when a code was submitted, changed or is not wanted any more.
 * @see https://wicg.github.io/web-otp/
 */
export async function receiveCode(signal: AbortSignal): Promise<string | null> {
  const own = new AbortController();
  const end = () => {
    own.abort();
  };
  try {
    if (signal.aborted || !('OTPCredential' in window)) return null;
    ending?.abort();
    ending = own;
    signal.addEventListener('abort', end);
    const request: CredentialRequestOptions & { otp: { transport: string[] } } = {
      otp: { transport: ['sms'] },
      signal: own.signal,
    };
    const credential = await navigator.credentials.get(request);
    const code: unknown = credential && 'code' in credential ? credential.code : null;
    return typeof code === 'string' && code ? code : null;
  } catch {
    return null;
  } finally {
    // It would keep the box of the last one in memory.
    if (ending === own) ending = undefined;
    signal.removeEventListener('abort', end);
  }
}
