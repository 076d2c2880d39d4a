import { describe, expect, it } from 'vitest';
import { readRefusal } from '../../../src/protocol/refusal.js';
import { NOON } from '../support/fake-device.js';

const BODIES = {
  empty: '',
  JSON: '{"status":500,"error":"Internal Server Error","path":"/"}',
  HTML: '<!doctype html><h1>Forbidden</h1>',
  'null as JSON': 'null',
  'an array': '[{"error_code":"USER.0001"}]',
  'half of it': '{"error_code":"USER.00',
};

const STATUSES = [
  ...[201, 204, 302, 304].map((status) => [status, 'bad-response', false] as const),
  ...[400, 401, 403, 404, 405, 409, 413, 415, 451].map((status) => [status, 'bad-response', false] as const),
  [408, 'timeout', true] as const,
  [429, 'rate-limited', true] as const,
  ...[500, 501, 502, 503, 504, 520, 599].map((status) => [status, 'busy', true] as const),
];

describe.each(Object.entries(BODIES))('promise N4: an answer with %s', (_, text) => {
  it.each(STATUSES)('promise N4: %d is %s', (status, code, retryable) => {
    const error = readRefusal({ status, text, retryAfter: null, now: NOON });
    expect(error).toMatchObject({
      code,
      httpStatus: status,
      serverCode: null,
      serverMessage: null,
      retryable,
    });
    expect(error).toMatchObject({ retryAfter: null, subject: null, message: code });
  });
});
