import { STATUSES } from './kinds.ts';
import { testKinds } from './attempts.ts';

testKinds('a bad status', STATUSES);
