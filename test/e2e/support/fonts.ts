import type { Page } from '@playwright/test';

/**
 * What this machine makes of a few words: a number that changes with its fonts, their hinting, and the browser. Pictures
 * of another machine's fonts say nothing about this one's.
 */
export function fontPrint(page: Page): Promise<string> {
  return page.evaluate(() => {
    const canvas = document.createElement('canvas');
    canvas.width = 640;
    canvas.height = 120;
    const context = canvas.getContext('2d', { willReadFrequently: true })!;
    for (const [index, weight] of [400, 500, 600].entries()) {
      context.font = `${weight} 16px system-ui`;
      context.fillText('Mobile number 手机号 0123456789 获取验证码 Get code', 4, 30 * (index + 1));
    }
    let hash = 0x811c9dc5;
    for (const byte of context.getImageData(0, 0, canvas.width, canvas.height).data)
      hash = Math.imul(hash ^ byte, 0x01000193);
    const [, version = ''] = /Chrome\/(\d+)/.exec(navigator.userAgent) ?? [];
    return `Chromium ${version}, fonts ${(hash >>> 0).toString(16)}`;
  });
}
