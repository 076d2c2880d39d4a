import type { TestRunnerPlugin } from '@web/test-runner';
import { mergeSettings } from '../../demo/server/check-settings.js';
import type { CiamServer } from '../../demo/server/ciam-server.js';
import type { CiamAnswer, CiamCommand, CiamOperation } from './ciam-commands.js';
import { startQuickServer } from './quick-server.js';

/**
 * Gives browser tests real CIAM servers, on ports and thus origins of their own: nothing is mocked inside the page, so
 * CORS, preflights and broken connections are the browser's own. Tests use it through `ciam.ts`.
 */
export function ciamPlugin(): TestRunnerPlugin<CiamCommand> {
  const servers = new Map<string, CiamServer>();
  return {
    name: 'ciam',
    async executeCommand({ command, payload }): Promise<CiamAnswer<unknown> | undefined> {
      if (command !== 'ciam' || !payload) return undefined;
      if (payload.op === 'start') {
        const server = await startQuickServer(payload.options);
        servers.set(server.origin, server); // no two servers share an origin, so it serves as the id as well
        return { value: { id: server.origin, origin: server.origin } };
      }
      const server = servers.get(payload.id);
      if (!server) throw new Error(`no CIAM server ${payload.id}: it was stopped, or never started`);
      if (payload.op === 'stop') servers.delete(payload.id);
      return { value: await operate(server, payload) };
    },
    async serverStop() {
      await Promise.all([...servers.values()].map((server) => server.stop()));
    },
  };
}

function operate(server: CiamServer, command: CiamOperation): unknown {
  switch (command.op) {
    case 'settings':
      mergeSettings(server.settings, command.values);
      return;
    case 'fault':
      server.faults.set(command.pattern, command.fault);
      return;
    case 'clear-faults':
      server.faults.clear();
      return;
    case 'journal':
      return server.journal.list();
    case 'clear-journal':
      server.journal.clear();
      return;
    case 'code':
      return server.inbox.latestCode(command.mobile);
    case 'inbox':
      return server.inbox.list(command.mobile);
    case 'puzzle-x':
      return server.puzzleX(command.token);
    case 'advance':
      server.advance(command.ms);
      return;
    case 'alipay-code':
      return server.issueAlipayCode(command.options);
    case 'wechat-code':
      return server.issueWechatCode(command.options);
    case 'one-click-token':
      return server.issueOneClickToken(command.options);
    case 'rotate-signing-key':
      server.rotateSigningKey();
      return;
    case 'reset':
      server.reset();
      return;
    case 'stop':
      return server.stop();
  }
}
