/**
 * Reads an e-mail address as a person types it, full-width signs included.
 *
 * @returns `null` for what is none. Only its form is looked at: whether it exists, the code will tell.
 */
export function readEmail(text: string): string | null {
  const email = text.normalize('NFKC').trim();
  return email.length <= 254 && /^[^\s@]+@[^\s@.]+(\.[^\s@.]+)+$/.test(email) ? email : null;
}
