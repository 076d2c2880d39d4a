import { describe, expect, it } from 'vitest';
import { readRefusal } from '../../../src/protocol/refusal.js';
import { NOON } from '../support/fake-device.js';

const inSeconds = (seconds: number) => new Date(NOON + seconds * 1000).toUTCString();

describe('promise N5: Retry-After', () => {
  it.each([
    ['1', 1],
    ['30', 30],
    [' 30 ', 30],
    ['007', 7],
    ['600', 600],
    ['601', 600],
    ['86400', 600],
    ['9'.repeat(400), 600],
    [inSeconds(1), 1],
    [inSeconds(90), 90],
    [inSeconds(601), 600],
    [inSeconds(86_400), 600],
  ])('promise N5: %.40s is %d seconds', (retryAfter, seconds) => {
    for (const status of [429, 503, 400])
      expect(readRefusal({ status, text: '', retryAfter, now: NOON }).retryAfter).toBe(seconds);
  });

  it('promise N5: a date is rounded up to whole seconds', () => {
    const error = readRefusal({ status: 503, text: '', retryAfter: inSeconds(10), now: NOON + 1 });
    expect(error.retryAfter).toBe(10);
  });

  it.each([
    ...[
      null,
      '',
      ' ',
      '0',
      '000',
      '-5',
      'soon',
      'NaN',
      'Infinity',
      'null',
      '{}',
      '5s',
      '1.5',
      '1e2',
      'later, please',
    ],
    ...[inSeconds(0), inSeconds(-60), 'Mon, 99 Foo 2026 99:99:99 GMT', '\u0665'],
  ])('promise N5: %j says nothing', (retryAfter) => {
    expect(readRefusal({ status: 503, text: '', retryAfter, now: NOON }).retryAfter).toBeNull();
  });
});
