import { testMatrix } from './matrix.ts';

describe('promise N4: sms, every status, every outcome: one event for each attempt, a usable form', function () {
  testMatrix.call(this, 0);
});
