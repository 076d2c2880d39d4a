import { CiamError } from '../protocol/errors.js';

const MAX_BYTES = 1024 * 1024;

/**
 * Reads a body as UTF-8 and stops at 1 MiB, whatever `Content-Length` says.
 *
 * @throws {CiamError} `bad-response` when there is more.
 */
export async function readText(response: Response): Promise<string> {
  const reader = response.body?.getReader();
  const decoder = new TextDecoder();
  let text = '';
  let bytes = 0;
  for (;;) {
    const chunk = await reader?.read();
    if (!chunk || chunk.done) return text + decoder.decode();
    bytes += chunk.value.byteLength;
    if (bytes > MAX_BYTES) throw new CiamError('bad-response', { httpStatus: response.status });
    text += decoder.decode(chunk.value, { stream: true });
  }
}
