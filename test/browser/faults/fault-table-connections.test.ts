import { WIRE } from './kinds.ts';
import { testKinds } from './attempts.ts';

testKinds('a bad connection', WIRE);
