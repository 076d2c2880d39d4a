import type { TestRunnerPlugin } from '@web/test-runner';
import type { Page } from 'puppeteer-core';

/** Where a finger goes, in CSS pixels of the viewport. */
export type TouchPath = [x: number, y: number][];

/** The runner's command `touch-drag`; see `touch.ts`. WebKitGTK's WebDriver has no touch screen. */
export function touchPlugin(): TestRunnerPlugin<TouchPath> {
  return {
    name: 'touch-drag',
    async executeCommand({ command, payload, session }) {
      if (command !== 'touch-drag' || !payload) return undefined;
      const { touchscreen } = (session.browser as unknown as { getPage(id: string): Partial<Page> }).getPage(
        session.id,
      );
      const [start, ...rest] = payload;
      if (!touchscreen || !start) return false;
      await touchscreen.touchStart(...start);
      for (const point of rest) await touchscreen.touchMove(...point);
      await touchscreen.touchEnd();
      return true;
    },
  };
}
