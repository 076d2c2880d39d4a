import { fill, openPuzzle } from './hands.ts';
import type { LoginBox } from './login-box.ts';
import { quickCode } from './quick-code.ts';
import { PATHS, putPiece, solve, soon } from './steps.ts';

/** A moment of a login in which something may happen to the box. */
export interface MomentOfLogin {
  readonly name: string;
  /** True while something is under way that has to end with the box. */
  readonly busy: boolean;
  /** From a new box to there. */
  reach(box: LoginBox): Promise<void>;
}

async function hang(box: LoginBox, path: string): Promise<void> {
  await box.ciam.fault(path, { kind: 'hang' });
}

/** Waits until a call has reached the server. */
export async function called(box: Pick<LoginBox, 'ciam'>, path: string): Promise<void> {
  for (let calls = 0; calls === 0;) {
    calls = (await box.ciam.journal()).filter(
      (each) => each.path === path && each.method !== 'OPTIONS',
    ).length;
  }
}

/** Every phase of a login, in its order. */
export const MOMENTS: readonly MomentOfLogin[] = [
  {
    name: 'while somebody types',
    busy: false,
    reach(box) {
      fill(box.mobile, '13800138000');
      fill(box.code, '123456');
      return Promise.resolve();
    },
  },
  {
    name: 'right after a press',
    busy: true,
    reach(box) {
      fill(box.mobile, '13800138000');
      box.sendButton.click();
      return Promise.resolve();
    },
  },
  {
    name: 'while a picture is on its way',
    busy: true,
    async reach(box) {
      await hang(box, PATHS.captcha);
      fill(box.mobile, '13800138000');
      await box.click(box.sendButton);
      await soon(() => box.dialog, 'the puzzle opens');
      await called(box, PATHS.captcha);
    },
  },
  { name: 'while the puzzle is shown', busy: true, reach: (box) => openPuzzle(box) },
  {
    name: 'while a place is being checked',
    busy: true,
    async reach(box) {
      await openPuzzle(box);
      await hang(box, PATHS.verify);
      await putPiece(box, 100);
      await called(box, PATHS.verify);
    },
  },
  {
    name: 'while the code is being sent',
    busy: true,
    async reach(box) {
      await openPuzzle(box);
      await hang(box, PATHS.send);
      await solve(box);
      await called(box, PATHS.send);
    },
  },
  { name: 'after a code was sent', busy: false, reach: (box) => quickCode(box, '13800138000') },
  {
    name: 'while logging in',
    busy: true,
    async reach(box) {
      await hang(box, PATHS.login);
      fill(box.mobile, '13800138000');
      fill(box.code, '123456');
      await box.click(box.submitButton);
      await called(box, PATHS.login);
    },
  },
  {
    name: 'after an error',
    busy: false,
    async reach(box) {
      fill(box.mobile, '13800138000');
      fill(box.code, '123456');
      await box.click(box.submitButton);
      await box.event('error');
    },
  },
];

/** What has been told of how an attempt ended. */
export function endings(box: LoginBox): string[] {
  return box.events.filter(({ type }) => type === 'success' || type === 'error').map(({ type }) => type);
}

/** The signals of all calls that are made from now on. */
export function watchSignals(): AbortSignal[] {
  const signals: AbortSignal[] = [];
  const watched = window.fetch;
  window.fetch = (...args) => {
    if (args[1]?.signal) signals.push(args[1].signal);
    return watched(...args);
  };
  return signals;
}
