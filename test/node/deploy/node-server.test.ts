import { startNodeFront } from '../../support/front/front.js';
import { describeFront } from './front-checks.js';

describeFront('deploy/node-server.mjs', startNodeFront);
