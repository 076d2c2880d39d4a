import { vi } from 'vitest';
import { wechat } from '../../../src/methods/wechat.js';
import { wechatStep } from '../../../src/methods/wechat-step.js';
import { type FlowBench, type Visit, type VisitOptions, startFlowBench } from '../flow/visit.js';
import { type FakeDevice, fakeDevice } from '../support/fake-device.js';
import { type FakePage, fakePage, fakePlace } from '../support/fake-page.js';

export const APP_ID = 'wx0123456789abcdef';
export const SETTINGS = { wechatAppId: APP_ID };
/** Where WeChat sends people back to, unless the page has set another place. */
export const RETURN_TO = 'https://shop.example/login';

/** Somebody at a page that offers the login with WeChat. */
interface WechatVisit {
  readonly visit: Visit;
  readonly page: FakePage;
}

/** Somebody who was sent to WeChat. */
interface Gone extends WechatVisit {
  readonly device: FakeDevice;
  readonly url: string;
  /** Empty when they were sent nowhere. */
  readonly state: string;
}

/** A tenant, and ways to WeChat and back. */
export interface WechatBench extends FlowBench {
  /** Presses the button. */
  goThere(options?: VisitOptions, page?: Partial<FakePage>): Promise<Gone>;
  /** Opens the page at this address, in that browser, and waits for what follows. */
  comeBack(device: FakeDevice, address: string, options?: VisitOptions): Promise<WechatVisit>;
}

export async function startWechatBench(): Promise<WechatBench> {
  const bench = await startFlowBench();
  const open = async (device: FakeDevice, page: FakePage, options: VisitOptions) => {
    const step = wechatStep(wechat.screen, fakePlace(page, device));
    return bench.visit({ settings: SETTINGS, ...options, device, step });
  };
  return {
    ...bench,
    async goThere(options = {}, changes = {}) {
      const device = fakeDevice();
      const page = Object.assign(fakePage('https://shop.example/login?from=cart#top'), changes);
      const visit = await open(device, page, options);
      const attempt = visit.flow.submit({ consent: 'on' });
      const [url = ''] = page.left;
      const state = url && new URL(url).searchParams.get('state')!;
      if (url) visit.flow.cancel(); // the page is gone
      await attempt;
      return { visit, page, device, url, state };
    },
    async comeBack(device, address, options = {}) {
      const page = fakePage(address);
      const visit = await open(device, page, options);
      visit.flow.resume(visit.first);
      await vi.waitUntil(() => visit.flow.state.phase !== 'submitting', { timeout: 9000 });
      return { visit, page };
    },
  };
}
