import { BODIES } from './kinds.ts';
import { testKinds } from './attempts.ts';

testKinds('a body that is none', BODIES);
