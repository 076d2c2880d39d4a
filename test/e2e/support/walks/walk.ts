import { expect } from '@playwright/test';
import type { Demo } from '../../../../demo/serve.js';
import type { Lang } from '../names.js';
import type { Person } from '../person.js';

/** Told each state of the login box as it is to be seen. */
export type OnState = (name: string) => Promise<void>;

/** Who walks, and how; `onState` is told of each state on the way. */
export interface Walker {
  readonly person: Person;
  readonly demo: Demo;
  readonly lang: Lang;
  readonly theme: string;
  readonly onState: OnState;
}

/** A way through some states of the login box, from an open page. */
export type Walk = (walker: Walker) => Promise<void>;

/** Where the calls are. */
export const SDK = '/api/v2/sdk';

/** Waits for a sentence about what went wrong, and tells it. */
export async function refused({ person, onState }: Walker, name: string): Promise<void> {
  await expect(person.error).toBeVisible();
  await expect(person.box.locator('[data-busy]')).toHaveCount(0);
  await onState(name);
}

/** What a page does that wants its login box empty again; whatever was under way ends. */
export async function reset({ box, mobile }: Person): Promise<void> {
  await box.evaluate((element) => (element as HTMLElement & { reset(): void }).reset());
  await expect(mobile).toHaveValue('');
}
