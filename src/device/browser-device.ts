import { prepareDeviceData, readDeviceData } from './device-data.js';
import type { Device, DeviceData } from './device.js';
import { watchLeaving } from './leaving.js';
import { createStore } from './store.js';

/** A device that can be told that its data will be wanted. */
export interface BrowserDevice extends Device {
  /** Begins to work out what {@link Device.data} will be asked for. */
  prepare(): void;
}

let device: BrowserDevice | undefined;

/** The browser that this page runs in; always the same one, because its data is worked out once for the page. */
export function browserDevice(): BrowserDevice {
  return (device ??= createBrowserDevice());
}

function createBrowserDevice(): BrowserDevice {
  const store = createStore();
  const leaving = watchLeaving();
  const readings = {
    fingerprint: once(async () => (await import('./fingerprint.js')).readFingerprint()),
    osVersion: once(async () => (await import('./os-version.js')).readOsVersion()),
  };
  let data: Promise<DeviceData> | undefined;
  return {
    fetch(url, init) {
      leaving.start();
      // Looked up at each call: pages replace it, to log or to add things.
      return window.fetch(url, init);
    },
    now: () => Date.now(),
    // Old web views do not know: only a clear no counts.
    isOnline: () => (navigator.onLine as boolean | undefined) !== false,
    // Not `location.origin`, which in a sandboxed frame is not the origin that requests carry.
    origin: window.origin,
    userAgent: navigator.userAgent,
    prepare() {
      prepareDeviceData(store, readings);
    },
    data: () => (data ??= readDeviceData(store, readings)),
    store,
    isLeaving: leaving.isLeaving,
  };
}

/** Asks a question once, and gives everybody the same answer. */
function once(ask: () => Promise<string>): () => Promise<string> {
  let answer: Promise<string> | undefined;
  return () => (answer ??= ask());
}
