import { TEST_PASSWORD } from '../../../demo/server/test-numbers.js';
import type { CiamClient } from '../../../src/client/client.js';
import { loginWithPassword } from '../../../src/client/login.js';
import type { Session } from '../../../src/protocol/login-answer.js';

/** The session of somebody who has just logged in; in the dialect of BambooCloud, which alone has this call. */
export async function begunSession(client: CiamClient, userName = 'li.lei'): Promise<Session> {
  const answer = await loginWithPassword(client, { userName, password: TEST_PASSWORD });
  if (answer.kind !== 'session') throw new Error(answer.kind);
  return answer.session;
}
