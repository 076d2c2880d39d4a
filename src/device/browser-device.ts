import { readDeviceData } from './device-data.js';
import type { Device, DeviceData } from './device.js';
import { watchLeaving } from './leaving.js';
import { createStore } from './store.js';

let device: Device | undefined;

/** The browser that this page runs in; always the same one, because its data is worked out once for the page. */
export function browserDevice(): Device {
  return (device ??= createBrowserDevice());
}

function createBrowserDevice(): Device {
  const store = createStore();
  const leaving = watchLeaving();
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
    data: () =>
      (data ??= readDeviceData(store, {
        fingerprint: async () => (await import('./fingerprint.js')).readFingerprint(),
        osVersion: async () => (await import('./os-version.js')).readOsVersion(),
      })),
    store,
    isLeaving: leaving.isLeaving,
  };
}
