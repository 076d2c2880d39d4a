import { findNginx } from '../../../scripts/programs.mjs';
import { nginxStarter } from '../../support/front/nginx.js';
import { describeFront } from './front-checks.js';

const nginx = findNginx();
describeFront(
  'promises N1, N4, N5 and S1: deploy/nginx.conf',
  nginx === undefined ? undefined : nginxStarter(nginx),
);
