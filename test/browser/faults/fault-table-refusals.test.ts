import { REFUSALS } from './kinds.ts';
import { testKinds } from './attempts.ts';

testKinds('a refusal', REFUSALS);
