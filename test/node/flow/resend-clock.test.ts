import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { RESEND_SECONDS, createResendClock } from '../../../src/flow/resend-clock.js';
import { NOON, fakeDevice } from '../support/fake-device.js';

const MOBILE = '13912345678';
const OTHER = '13912345679';
const NAME = 'demo-client:LOGIN_SMS';
const LENGTH = RESEND_SECONDS * 1000;
const HOUR = 3_600_000;

function started() {
  const device = fakeDevice();
  const clock = createResendClock(device, NAME);
  expect(clock.start(MOBILE)).toBe(NOON + LENGTH);
  return { device, clock };
}

describe('promise O5: the resend countdown', () => {
  it('promise O5: is an absolute moment, a minute after the message', () => {
    const { device, clock } = started();
    expect(LENGTH).toBe(60_000);
    for (const passed of [0, 1, 59_999]) {
      device.clock = NOON + passed;
      expect(clock.until(MOBILE)).toBe(NOON + LENGTH);
    }
    device.clock = NOON + LENGTH;
    expect(clock.until(MOBILE)).toBe(0);
  });

  it('promise O5: is kept in a form that another version understands, which tells the number to nobody', () => {
    expect([...started().device.stored]).toEqual([[`ciam-login:resend:${NAME}`, `${NOON + LENGTH}.219`]]);
  });

  it('promise O5: is over after sleep', () => {
    const { device, clock } = started();
    device.clock += 8 * HOUR;
    expect(clock.until(MOBILE)).toBe(0);
  });

  it('promise O5: outlives a reload, even before a number is typed', () => {
    const { device } = started();
    const reloaded = createResendClock({ ...fakeDevice(device.stored), now: () => NOON + 10_000 }, NAME);
    expect([reloaded.until(null), reloaded.until(MOBILE)]).toEqual([NOON + LENGTH, NOON + LENGTH]);
  });

  it('promise O5: is the same in a second tab', () => {
    const { device, clock } = started();
    const tab = fakeDevice(device.stored);
    tab.clock = device.clock += 30_000;
    expect(createResendClock(tab, NAME).start(OTHER)).toBe(NOON + 30_000 + LENGTH);
    expect(clock.until(OTHER)).toBe(NOON + 30_000 + LENGTH);
    expect(clock.until(null)).toBe(NOON + 30_000 + LENGTH);
  });

  it('promise O5: is never longer than itself, however far the clock is set back', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 400 * 24 * HOUR }), (back) => {
        const { device, clock } = started();
        device.clock -= back;
        const until = clock.until(MOBILE);
        expect(until - device.clock).toBeLessThanOrEqual(LENGTH);
        // It goes on counting from there, and does not begin anew each time it is looked at.
        device.clock += LENGTH - 1;
        expect(clock.until(MOBILE)).toBe(until);
        device.clock += 1;
        expect(clock.until(MOBILE)).toBe(0);
      }),
    );
  });

  it('promise O5: is for its number only: another is free at once', () => {
    const { clock } = started();
    expect(clock.until(OTHER)).toBe(0);
    expect(clock.until('+852-91234567')).toBe(0);
  });

  it('promise O5: keeps applications and purposes apart', () => {
    const { device } = started();
    expect(createResendClock(device, 'other-client:LOGIN_SMS').until(MOBILE)).toBe(0);
    expect(createResendClock(device, 'demo-client:BIND_MOBILE_SMS').until(null)).toBe(0);
  });

  it.each(['', '.', 'NaN.1', '-1.1', 'null', '{}', 'x.y.z', '0.0', ' ', '1780315200000'])(
    'promise O5: is over when its record is broken: %j',
    (record) => {
      const { device, clock } = started();
      for (const key of device.stored.keys()) device.stored.set(key, record);
      expect([clock.until(MOBILE), clock.until(null)]).toEqual([0, 0]);
    },
  );

  it('promise O5: a record that never ends is held to a minute', () => {
    const { device, clock } = started();
    for (const key of device.stored.keys()) device.stored.set(key, 'Infinity.1');
    expect(clock.until(null)).toBe(NOON + LENGTH);
  });
});

describe('promise O5: no number is stored', () => {
  it('promise O5: nor anything that resembles it: no four digits in a row', () => {
    const number = fc.oneof(
      fc.stringMatching(/^1\d{10}$/),
      fc
        .tuple(fc.constantFrom('1', '44', '852'), fc.stringMatching(/^\d{6,14}$/))
        .map((p) => `+${p.join('-')}`),
    );
    fc.assert(
      fc.property(number, (mobile) => {
        const device = fakeDevice();
        const clock = createResendClock(device, NAME);
        const moment = String(clock.start(mobile));
        clock.until(mobile);
        const raw = JSON.stringify([...device.stored]).replace(moment, '');
        expect(raw).not.toContain(mobile);
        const digits = mobile.replace(/\D/g, '');
        for (let at = 0; at + 4 <= digits.length; at++) expect(raw).not.toContain(digits.slice(at, at + 4));
      }),
    );
  });

  it('promise O5: what is kept of it fits millions of numbers', () => {
    const tags = new Set<string>();
    for (let i = 0; i < 5000; i++) {
      const device = fakeDevice();
      createResendClock(device, NAME).start(String(13_900_000_000 + i * 7919));
      tags.add([...device.stored.values()].join());
    }
    expect(tags.size).toBeGreaterThan(64);
    expect(tags.size).toBeLessThanOrEqual(256);
  });
});
