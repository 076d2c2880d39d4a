import { describe, expect, it } from 'vitest';
import { ownAddress } from '../../../demo/page/own-address.js';
import {
  CARRIER_ANSWERS,
  defaultScene,
  readScene,
  writeScene,
  type Scene,
} from '../../../demo/page/scene.js';
import { readServerState, writeServerState, type ServerState } from '../../../demo/page/server-state.js';

const BASE = defaultScene('en');
// Nothing as it is by default.
const SCENE: Scene = {
  lang: 'zh-CN',
  boxLang: 'ar',
  scheme: 'dark',
  theme: 'bank',
  methods: ['one-click', 'alipay'],
  consent: true,
  areaCodes: '86,852',
  origin: 'same',
  carrier: 'hang',
};
const SERVER: ServerState = {
  dialect: 'hw',
  idToken: true,
  faults: [
    { name: 'hang', place: '*' },
    { name: 'reset', place: '/sms/send' },
  ],
};
const ALIPAYS: [string, string][] = [
  ['app_id', '2021000000000000'],
  ['source', 'alipay_wallet'],
  ['scope', 'auth_user'],
  ['state', 'a+b/c='],
  ['state', 'twice'],
  ['auth_code', 'f00'],
];

function chosen(): URLSearchParams {
  const query = new URLSearchParams();
  writeScene(query, SCENE, BASE);
  writeServerState(query, SERVER);
  return query;
}

describe('the address of the page', () => {
  it('offers every method, and a carrier that gives a token, unless it says otherwise', () => {
    expect(BASE).toMatchObject({ methods: ['sms', 'alipay', 'one-click'], carrier: 'token' });
    expect(readScene(new URLSearchParams('carrier=pigeon&methods=pigeon'), BASE)).toEqual(BASE);
  });

  it.each(CARRIER_ANSWERS)('keeps a carrier: %s', (carrier) => {
    const query = new URLSearchParams();
    writeScene(query, { ...BASE, carrier }, BASE);
    expect(query.get('carrier')).toBe(carrier === 'token' ? null : carrier);
    expect(readScene(query, BASE).carrier).toBe(carrier);
  });

  it('says the same after the way to Alipay and back', () => {
    const back = new URLSearchParams([...chosen(), ...ALIPAYS]);
    expect(readScene(back, BASE)).toEqual(SCENE);
    expect(readServerState(back)).toEqual(SERVER);
    writeScene(back, SCENE, BASE);
    writeServerState(back, SERVER);
    expect([...back].filter(([name]) => ALIPAYS.some(([theirs]) => theirs === name))).toEqual(ALIPAYS);
  });
});

describe('the address to return to', () => {
  const at = (search: string): string =>
    ownAddress({ origin: 'http://localhost:5173', pathname: '/', search });

  it('has all that was chosen, and nothing of Alipay’s', () => {
    const own = chosen();
    expect(at(`?${String(new URLSearchParams([...ALIPAYS, ...own]))}`)).toBe(
      `http://localhost:5173/?${String(own)}`,
    );
  });

  it('has no hash and no query where nothing was chosen', () => {
    expect(at('?state=x&toString=1')).toBe('http://localhost:5173/');
  });
});
