import { describe, expect, it } from 'vitest';
import { readLoad } from '../../bench/cold-load.js';
import { brokenPromises } from '../../bench/verdicts.js';
import { sample } from './sample.js';

describe('what the figures say of the promises', () => {
  it('nothing where all is well', () => {
    expect(brokenPromises(sample())).toEqual([]);
    expect(
      brokenPromises(
        sample({ module: { usable: 500, longTask: 60 }, fast: { longTask: 50 }, login: { longTask: 200 } }),
      ),
    ).toEqual([]);
  });

  it('P2, where the form takes more than 1.25 times as long as the bare element', () => {
    expect(brokenPromises(sample({ module: { usable: 504 } }))).toEqual([
      'P2: module, slow phone: 1.26 × of a bare Lit element, more than 1.25',
    ]);
  });

  it('P3, where a third file comes before the form', () => {
    expect(brokenPromises(sample({ module: { requests: 3 } }))).toEqual([
      "P3: slow phone: 3 requests before the form shows, the page's own included",
    ]);
  });

  it('P3, where a login makes another call', () => {
    const calls = ['GET /api/v2/sdk/captcha'];
    expect(brokenPromises(sample({ login: { calls } }))).toEqual([
      'P3: a login made these calls: GET /api/v2/sdk/captcha',
    ]);
  });

  it('P4, where a task is too long, before the form or after it', () => {
    expect(brokenPromises(sample({ fast: { longTask: 60 }, login: { longTask: 201 } }))).toEqual([
      'P4: module, fast: a task of 60 ms before the form',
      'P4: a task of 201 ms in a login, 6 × slower',
    ]);
  });
});

describe('what counts of a load', () => {
  const answers = [
    { responseEnd: 20, encodedBodySize: 100 },
    { responseEnd: 90, encodedBodySize: 5000 },
    { responseEnd: 140, encodedBodySize: 70_000 },
    { responseEnd: 0, encodedBodySize: 9 }, // still on its way
  ];
  const longTasks = [
    { startTime: 60, duration: 55 },
    { startTime: 95, duration: 70 },
    { startTime: 150, duration: 400 },
  ];

  it('only what was there before somebody could type', () => {
    expect(readLoad({ usable: 100, longTasks, shift: 0.2, clicks: [] }, answers)).toEqual({
      usable: 100,
      bytes: 5100,
      requests: 2,
      longTask: 70,
      shift: 0.2,
    });
  });

  it('a page without a field is no result', () => {
    expect(() => readLoad({ usable: null, longTasks: [], shift: 0, clicks: [] }, answers)).toThrow(
      'no field',
    );
  });
});
