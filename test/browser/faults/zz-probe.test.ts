import { startSecondOrigin } from '../../support/second-origin.ts';
import { aTimeout } from '@open-wc/testing';

describe('probe', function () {
  this.timeout(20000);
  for (const lost of ['not-found', 'reset'] as const) it('p ' + lost, async () => {
    const { writeProbe } = { writeProbe: 0 }; void writeProbe;
    const o = await startSecondOrigin({ '/chunks/': { folder: 'dist/cdn/chunks', lost } });
    const out: string[] = [];
    const tryIt = async (label: string, url: string) => {
      await import(/* @vite-ignore */ url).then(() => out.push(label + ' ok'), (e: unknown) => out.push(label + ' ' + String(e)));
    };
    const login = (await (await fetch('/dist/cdn/ciam-login.js')).text()).match(/chunks\/login-[\w-]+\.js/)![0];
    const sms = (await (await fetch('/dist/cdn/ciam-login.js')).text()).match(/chunks\/sms-step-[\w-]+\.js/)![0];
    await tryIt('login', `${o}/${login}`);
    await fetch(`${o}/back`);
    await tryIt('login again', `${o}/${login}`);
    await aTimeout(1500);
    await tryIt('login later', `${o}/${login}`);
    await tryIt('sms (dep poisoned?)', `${o}/${sms}`);
    await tryIt('login?q', `${o}/${login}?q`);
    await tryIt('login#h', `${o}/${login}#h`);
    console.log(navigator.userAgent.slice(-25), performance.getEntriesByType('resource').filter(e => e.name.startsWith(o)).map(e => e.name.slice(-25)).join(' '), '\n' + out.join('\n'));
  });
});
