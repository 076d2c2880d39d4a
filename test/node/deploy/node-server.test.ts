import { startNodeFront } from '../../support/front/front.js';
import { describeFront } from './front-checks.js';

describeFront('promises N1, N4, N5 and S1: deploy/node-server.mjs', startNodeFront);
