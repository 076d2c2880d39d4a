/**
 * Waits for the code of a text message through WebOTP, where the browser has it (Chrome on Android); `null`
 * elsewhere, and for every refusal: the person types the code then (O3). Call it only after a code was sent.
 *
 * @param signal Abort it when a code was submitted, changed or is not wanted any more.
 * @see https://wicg.github.io/web-otp/
 */
export async function receiveCode(signal: AbortSignal): Promise<string | null> {
  try {
    if (!('OTPCredential' in window)) return null;
    const request: CredentialRequestOptions & { otp: { transport: string[] } } = {
      otp: { transport: ['sms'] },
      signal,
    };
    const credential = await navigator.credentials.get(request);
    const code: unknown = credential && 'code' in credential ? credential.code : null;
    return typeof code === 'string' && code ? code : null;
  } catch {
    return null;
  }
}
