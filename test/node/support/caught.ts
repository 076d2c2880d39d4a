import { expect } from 'vitest';
import { CiamError } from '../../../src/protocol/errors.js';

/** The error that something throws or rejects with; fails when there is none, or when it is not ours. */
export async function caught(act: () => unknown): Promise<CiamError> {
  const error = await rejection(act);
  expect(error).toBeInstanceOf(CiamError);
  return error as CiamError;
}

/** Whatever something throws or rejects with. */
export async function rejection(act: () => unknown): Promise<unknown> {
  let result: unknown;
  try {
    result = await act();
  } catch (error) {
    return error;
  }
  throw new Error(`It did not fail, but gave ${JSON.stringify(result)}`);
}

/** The same for what is not asynchronous. */
export function thrown(act: () => unknown): CiamError {
  try {
    act();
  } catch (error) {
    expect(error).toBeInstanceOf(CiamError);
    return error as CiamError;
  }
  throw new Error('It did not fail');
}
