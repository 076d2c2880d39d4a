import { describe, expect, it } from 'vitest';
import { ratio, shuffled, summarise } from '../../bench/statistics.js';

describe('what many measurements come to', () => {
  it('is the one in the middle, whatever their order', () => {
    expect(summarise([9, 1, 5]).median).toBe(5);
    expect(summarise([10, 9, 1, 2]).median).toBe(5.5);
  });

  it('is between quarters: one wild load changes nothing', () => {
    expect(summarise([1, 2, 3, 4, 5])).toEqual({ median: 3, low: 2, high: 4 });
    expect(summarise([1, 2, 3, 4, 5000])).toEqual({ median: 3, low: 2, high: 4 });
    expect(summarise([7])).toEqual({ median: 7, low: 7, high: 7 });
  });

  it('is nothing where nothing was measured', () => {
    expect(() => summarise([])).toThrow(RangeError);
  });

  it('is compared by medians', () => {
    expect(ratio(summarise([250]), summarise([100, 200, 900]))).toBe(1.25);
  });
});

describe('the order of a round', () => {
  const rows = ['a', 'b', 'c', 'd', 'e', 'f'];

  it('has every row once, and is the same for the same seed', () => {
    expect(shuffled(rows, 3).sort()).toEqual(rows);
    expect(shuffled(rows, 3)).toEqual(shuffled(rows, 3));
  });

  it('puts every row first at some time', () => {
    const firsts = Array.from({ length: 60 }, (_, seed) => shuffled(rows, seed)[0]);
    expect([...new Set(firsts)].sort()).toEqual(rows);
  });
});
