import { randomUUID } from 'node:crypto';
import type { Clock } from './clock.js';
import { Refusal } from './reply.js';
import type { Settings } from './settings.js';

interface Challenge {
  x: number;
  /** `open` → `passed` (has a credential) → `spent`; a wrong place leads from `open` straight to `spent`. */
  state: 'open' | 'passed' | 'spent';
  until: number;
  credential: string;
  sender: string;
}

/** Puzzles and the credentials they are exchanged for; each serves once. */
export interface CaptchaStore {
  /** Remembers a puzzle and gives its token. */
  open(x: number): string;
  /** Checks a place; gives the credential or throws a refusal. The token is spent either way. */
  verify(token: string, pointJson: string, sender: string): string;
  /** Spends a credential for a number, or throws a refusal. */
  redeem(credential: string, to: string): void;
  /** The solution of a puzzle, for tests. */
  solution(token: string): number | null;
  clear(): void;
}

const KEPT_MS = 3_600_000;
const SEPARATOR = '---';
const PIECE_Y = 5;

function pointOf(pointJson: string): { x: number; y: number } | null {
  try {
    const point: unknown = JSON.parse(pointJson);
    if (typeof point !== 'object' || point === null || !('x' in point) || !('y' in point)) return null;
    return typeof point.x === 'number' && typeof point.y === 'number' ? { x: point.x, y: point.y } : null;
  } catch {
    return null;
  }
}

/** Makes an empty store. */
export function createCaptchaStore(settings: Settings, clock: Clock): CaptchaStore {
  const challenges = new Map<string, Challenge>();
  const deadline = (): number => clock.now() + settings.captchaSeconds * 1000;

  const prune = (): void => {
    for (const [token, each] of challenges) if (each.until + KEPT_MS < clock.now()) challenges.delete(token);
  };

  return {
    open: (x) => {
      prune();
      const token = randomUUID().replaceAll('-', '');
      challenges.set(token, { x, state: 'open', until: deadline(), credential: '', sender: '' });
      return token;
    },
    verify: (token, pointJson, sender) => {
      const challenge = challenges.get(token);
      if (challenge?.state !== 'open') throw new Refusal('CAPTCHA.0004');
      challenge.state = 'spent';
      if (clock.now() > challenge.until) throw new Refusal('CAPTCHA.0003');
      const point = pointOf(pointJson);
      const isRight =
        point !== null && point.y === PIECE_Y && Math.abs(point.x - challenge.x) <= settings.captchaTolerance;
      if (!isRight) throw new Refusal('CAPTCHA.0002');
      const credential = token + SEPARATOR + pointJson;
      Object.assign(challenge, { state: 'passed', until: deadline(), credential, sender });
      return credential;
    },
    redeem: (credential, to) => {
      const challenge = challenges.get(credential.split(SEPARATOR, 1)[0] ?? '');
      if (challenge?.state !== 'passed' || challenge.credential !== credential) {
        throw new Refusal('CAPTCHA.0004');
      }
      challenge.state = 'spent';
      if (clock.now() > challenge.until) throw new Refusal('CAPTCHA.0003');
      if (challenge.sender !== to) throw new Refusal('CAPTCHA.0004');
    },
    solution: (token) => challenges.get(token)?.x ?? null,
    clear: () => challenges.clear(),
  };
}
