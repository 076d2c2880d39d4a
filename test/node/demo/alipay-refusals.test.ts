import { describe, expect, it } from 'vitest';
import { linksOf, refusedIn, REQUEST, SHOPS, startAlipayBench } from './support.js';

const { url, ask, askFor } = await startAlipayBench(() => 'code');

const APP_UNKNOWN = 'app_id: no such application';
const SCOPE_WRONG = 'scope: neither auth_user nor auth_base';
const STATE_WRONG = 'state: not 1 to 100 letters, digits, +, / or =';
const NOT_REGISTERED = 'redirect_uri: not registered';

async function refusal(response: Response): Promise<string[]> {
  expect(response.status).toBe(400);
  expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8');
  const html = await response.text();
  expect(linksOf(html).size).toBe(0);
  return refusedIn(html);
}

describe('a request is refused', () => {
  it.each([
    ['an app_id that is missing', { app_id: undefined }, ['app_id: missing']],
    ['an empty app_id', { app_id: '' }, ['app_id: missing']],
    ['an app_id that Alipay does not know', { app_id: '2021000000000001' }, [APP_UNKNOWN]],
    ['a scope that is missing', { scope: undefined }, ['scope: missing']],
    ['another scope', { scope: 'auth_zhima' }, [SCOPE_WRONG]],
    ['two scopes in one', { scope: 'auth_user,auth_base' }, [SCOPE_WRONG]],
    ['a state that is missing', { state: undefined }, ['state: missing']],
    ['a state with a hyphen', { state: 'a-b' }, [STATE_WRONG]],
    ['a state with a line break', { state: 'ab\n' }, [STATE_WRONG]],
    ['a state of 101 characters', { state: 'a'.repeat(101) }, [STATE_WRONG]],
    ['a redirect_uri that is missing', { redirect_uri: undefined }, ['redirect_uri: missing']],
    ['a redirect_uri that is no address', { redirect_uri: '/' }, [NOT_REGISTERED]],
    ['another origin', { redirect_uri: 'https://evil.example/' }, [NOT_REGISTERED]],
    ['another port', { redirect_uri: 'http://localhost:5174/' }, [NOT_REGISTERED]],
    ['a port that only begins alike', { redirect_uri: `${SHOPS[0]}0/` }, [NOT_REGISTERED]],
    ['another scheme', { redirect_uri: 'https://localhost:5173/' }, [NOT_REGISTERED]],
    ['a user name', { redirect_uri: 'http://shop@localhost:5173/' }, [NOT_REGISTERED]],
    ['a password', { redirect_uri: 'http://:word@localhost:5173/' }, [NOT_REGISTERED]],
    ['a fragment', { redirect_uri: `${SHOPS[0]}/#login` }, [NOT_REGISTERED]],
    ['an empty fragment', { redirect_uri: `${SHOPS[0]}/#` }, [NOT_REGISTERED]],
    ['a script', { redirect_uri: 'javascript:alert(1)' }, [NOT_REGISTERED]],
    ['several at once', { app_id: 'x', scope: 'x', state: '-' }, [APP_UNKNOWN, SCOPE_WRONG, STATE_WRONG]],
  ])('%s', async (_what, change, problems) => {
    expect(await refusal(await ask(change))).toEqual(problems);
  });

  it.each(Object.entries({ ...REQUEST, other: '1' }))('with two of a kind: %s', async (name, value) => {
    const query = new URLSearchParams({ ...REQUEST, other: '1' });
    query.append(name, value);
    expect(await refusal(await askFor(String(query)))).toEqual([`${name}: given more than once`]);
  });

  it('without a query', async () => {
    expect(await refusal(await fetch(url))).toEqual([
      'app_id: missing',
      'scope: missing',
      'state: missing',
      'redirect_uri: missing',
    ]);
  });

  it('and nothing of it becomes markup', async () => {
    const evil = `"><script>alert(1)</script>&'`;
    const html = await (
      await askFor(
        String(
          new URLSearchParams([
            [evil, ''],
            [evil, ''],
          ]),
        ),
      )
    ).text();
    expect(html).not.toContain('<script');
    expect(refusedIn(html)[0]).toBe(`${evil}: given more than once`);
  });

  it('where a link leads to as well', async () => {
    const decide = url.replace(/[^/]+$/, 'decide.htm');
    const way = (change: Record<string, string>): Promise<Response> =>
      fetch(`${decide}?${String(new URLSearchParams({ ...REQUEST, way: 'agree', ...change }))}`, {
        redirect: 'manual',
      });
    expect((await way({})).status).toBe(302);
    expect(await refusal(await way({ redirect_uri: 'https://evil.example/' }))).toEqual([NOT_REGISTERED]);
    expect(await refusal(await way({ state: '-' }))).toEqual([STATE_WRONG]);
    expect(await refusal(await way({ way: 'constructor' }))).toEqual(['way: no such way']);
  });

  it('by another method, or at another path', async () => {
    const posted = await ask({}, { method: 'POST' });
    expect([posted.status, posted.headers.get('allow')]).toEqual([405, 'GET']);
    expect((await fetch(new URL('/oauth2/publicAppAuthorize.html', url))).status).toBe(404);
    expect((await fetch(new URL('/', url))).status).toBe(404);
  });
});
