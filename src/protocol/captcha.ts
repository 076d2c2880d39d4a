import { CiamError } from './errors.js';
import { readJsonObject, readString } from './json.js';

/** A puzzle: a picture with a hole, and the piece that was cut out of it (AJ-Captcha's `blockPuzzle`). */
export interface CaptchaChallenge {
  /** `data:` address of the picture, 310 image pixels wide. */
  readonly picture: string;
  /** `data:` address of the piece, as high as the picture; it moves sideways only. */
  readonly piece: string;
  readonly token: string;
  /** Set where the tenant may want the point encrypted; see `encryptPoint` of the client's configuration. */
  readonly secretKey: string | null;
}

/** Reads the answer of `GET /captcha`. @throws {CiamError} `bad-response` */
export function readChallenge(text: string): CaptchaChallenge {
  const body = readJsonObject(text) ?? {};
  const picture = readPicture(readString(body, 'originalImageBase64'));
  const piece = readPicture(readString(body, 'jigsawImageBase64'));
  const token = readString(body, 'token');
  if (!picture || !piece || !token) throw new CiamError('bad-response', { httpStatus: 200 });
  return { picture, piece, token, secretKey: readString(body, 'secretKey') };
}

/** Reads the answer of `POST /captcha/verify`: the token is passed on untouched. @throws {CiamError} `bad-response` */
export function readCaptchaToken(text: string): string {
  const token = readString(readJsonObject(text) ?? {}, 'captcha_token');
  if (!token) throw new CiamError('bad-response', { httpStatus: 200 });
  return token;
}

/**
 * The place of the piece as the API wants it: JSON inside a string, with one decimal, y always 5.0.
 *
 * @param x Left edge of the piece in image pixels.
 */
export function pointJson(x: number): string {
  return `{"x":${x.toFixed(1)},"y":5.0}`;
}

function readPicture(base64: string | null): string | null {
  const bare = base64?.replace(/^data:image\/png;base64,/, '').replace(/\s/g, '');
  return bare && /^[A-Za-z0-9+/]+=*$/.test(bare) ? `data:image/png;base64,${bare}` : null;
}
