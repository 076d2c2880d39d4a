import { testMatrix } from './matrix.ts';

describe('promise N4: alipay, every status, every outcome: one event for each attempt, a usable form', function () {
  testMatrix.call(this, 1);
});
