// Normalising takes a time that grows with the square of the length.
const MAX_TYPED = 500;

/**
 * Reads an e-mail address as a person types or pastes it: full-width signs and the Chinese full stop included, without
 * the invisible marks that come along from address books.
 *
 * @returns `null` for what is none. Only its form is looked at: whether it exists, the code will tell.
 */
export function readEmail(text: string): string | null {
  const email = text
    .slice(0, MAX_TYPED)
    .replace(/\p{Cf}/gu, '')
    .normalize('NFKC')
    .replaceAll('。', '.')
    .trim();
  return email.length <= 254 && /^[^\s@]+@[^\s@.]+(\.[^\s@.]+)+$/.test(email) ? email : null;
}
