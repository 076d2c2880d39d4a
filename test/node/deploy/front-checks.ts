import { describe, it } from 'vitest';
import { findOpenssl } from '../../../scripts/programs.mjs';
import type { StartFront } from '../../support/front/front.js';
import { checkCalls } from './call-checks.js';
import { startFrontBench } from './front-bench.js';
import { checkPages } from './page-checks.js';

/** Declares what any server has to do that stands in front of a tenant: the same for each, whatever it is made of. */
export function describeFront(title: string, start: StartFront | undefined): void {
  const openssl = findOpenssl();
  if (!start || !openssl) {
    console.log(`${title} is not tested: ${start ? 'openssl' : 'nginx'} is not installed here`);
    describe.skip(title, () => {
      it('stands in front of a tenant', () => undefined);
    });
    return;
  }
  describe(title, async () => {
    const bench = await startFrontBench(start, openssl);
    checkPages(bench);
    checkCalls(bench);
  });
}
