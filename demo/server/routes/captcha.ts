import { need, type Route } from '../call.js';
import { json } from '../reply.js';

const PREFIX = '/api/v2/sdk';

/** Fields of AJ-Captcha's answer that this use of it leaves empty. */
const UNUSED = {
  captchaId: null,
  projectCode: null,
  captchaType: null,
  captchaOriginalPath: null,
  captchaFontType: null,
  captchaFontSize: null,
  point: null,
  wordList: null,
  pointList: null,
  pointJson: null,
  captchaVerification: null,
  clientUid: null,
  ts: null,
  browserInfo: null,
};

/** The puzzle: a picture, and the check of where the piece was put. */
export const captchaRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: `${PREFIX}/captcha`,
    handle: (_call, { captchas, settings, paint }) => {
      const puzzle = paint();
      return json({
        ...UNUSED,
        secretKey: settings.secretKey,
        originalImageBase64: puzzle.picture.toString('base64'),
        jigsawImageBase64: puzzle.piece.toString('base64'),
        token: captchas.open(puzzle.x),
        result: false,
      });
    },
  },
  {
    method: 'POST',
    path: `${PREFIX}/captcha/verify`,
    handle: (call, { captchas }) => {
      const pointJson = need(call, 'point_json', 'PARAM.0004');
      const token = need(call, 'token', 'PARAM.0005');
      const sender = need(call, 'sender', 'PARAM.0006');
      return json({ captcha_token: captchas.verify(token, pointJson, sender) });
    },
  },
];
