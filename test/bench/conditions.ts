import type { CDPSession } from '@playwright/test';

/** A machine and a network on which a page is loaded. */
export interface Condition {
  readonly id: 'fast' | 'slow';
  readonly title: string;
  /** How many times slower than here. */
  readonly cpu: number;
  readonly network?: { readonly latency: number; readonly bytesPerSecond: number };
}

/** Those of promise P2. */
export const CONDITIONS: readonly Condition[] = [
  { id: 'fast', title: 'fast', cpu: 1 },
  { id: 'slow', title: 'slow phone', cpu: 4, network: { latency: 150, bytesPerSecond: 1_600_000 / 8 } },
];

/** Makes a page as slow as that from now on. */
export async function apply({ cpu, network }: Condition, devtools: CDPSession): Promise<void> {
  await slowDown(devtools, cpu);
  if (!network) return;
  const { latency, bytesPerSecond } = network;
  await devtools.send('Network.emulateNetworkConditions', {
    offline: false,
    latency,
    downloadThroughput: bytesPerSecond,
    uploadThroughput: bytesPerSecond / 2,
  });
}

/** Slows the page's processor down, by this factor. */
export async function slowDown(devtools: CDPSession, rate: number): Promise<void> {
  if (rate > 1) await devtools.send('Emulation.setCPUThrottlingRate', { rate });
}
