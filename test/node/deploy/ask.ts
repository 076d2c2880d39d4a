import { type IncomingHttpHeaders, request } from 'node:http';

/** What came back, as it was on the wire. */
export interface Reply {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly text: string;
}

/** What is asked for, besides where. */
export interface Question {
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

/** Asks as no `fetch` would: preflights, forged headers, addresses with dots in them. */
export function ask(
  origin: string,
  path: string,
  { method = 'GET', headers = {}, body }: Question = {},
): Promise<Reply> {
  return new Promise((resolve, reject) => {
    const call = request(origin, { path, method, headers }, (response) => {
      let text = '';
      response.setEncoding('latin1').on('data', (part: string) => {
        text += part;
      });
      response.on('error', reject).on('end', () => {
        resolve({ status: response.statusCode ?? 0, headers: response.headers, text });
      });
    });
    call.on('error', reject).end(body);
  });
}

/** Asks, and goes away as soon as the answer begins. */
export function askAndGo(origin: string, path: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const call = request(origin, { path }, (response) => {
      response.on('error', () => undefined).on('close', resolve);
      call.destroy();
    });
    call.on('error', reject).end();
  });
}
