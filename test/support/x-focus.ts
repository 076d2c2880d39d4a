import { type Socket, connect } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';

const GET_WINDOW_ATTRIBUTES = 3;
const QUERY_TREE = 15;
const SET_INPUT_FOCUS = 42;
const GET_INPUT_FOCUS = 43;
const IS_VIEWABLE = 2;
const REVERT_TO_PARENT = 2;

/**
 * Gives the keyboard's focus to the window on an X display, as a window manager would; Xvfb has none. Until then no page
 * in WebKitGTK is active: `document.hasFocus()` is false, and nothing matches `:focus`, however many keys it gets.
 *
 * @param display As in `DISPLAY`, for example `:1`.
 */
export async function focusWindow(display: string): Promise<void> {
  const server = new XConnection(connect(`/tmp/.X11-unix/X${display.slice(1)}`));
  try {
    const root = await server.open();
    for (let tries = 0; tries < 250; tries++) {
      for (const window of await server.children(root)) {
        if (!(await server.isShown(window))) continue;
        await server.focus(window);
        return;
      }
      await wait(20);
    }
    throw new Error('no window has shown');
  } finally {
    server.close();
  }
}

/** The four requests of the X protocol that this takes. Numbers are little-endian, since we say so when we connect. */
class XConnection {
  readonly #socket: Socket;
  readonly #bytes: AsyncIterator<Buffer, undefined>;
  #read = Buffer.alloc(0);

  constructor(socket: Socket) {
    this.#socket = socket;
    this.#bytes = socket[Symbol.asyncIterator]() as AsyncIterator<Buffer, undefined>;
  }

  /** @returns The root window. */
  async open(): Promise<number> {
    this.#socket.write(Buffer.from([0x6c, 0, 11, 0, 0, 0, 0, 0, 0, 0, 0, 0])); // version 11, nobody in particular
    const head = await this.#take(8);
    const setup = await this.#take(head.readUInt16LE(6) * 4);
    if (head[0] !== 1) throw new Error('the X server lets nobody in');
    const vendorBytes = Math.ceil(setup.readUInt16LE(16) / 4) * 4;
    const pixmapFormats = setup.readUInt8(21);
    return setup.readUInt32LE(32 + vendorBytes + pixmapFormats * 8);
  }

  async children(window: number): Promise<number[]> {
    const { head, more } = await this.#ask(QUERY_TREE, window);
    return Array.from({ length: head.readUInt16LE(16) }, (_, i) => more.readUInt32LE(i * 4));
  }

  async isShown(window: number): Promise<boolean> {
    const { head } = await this.#ask(GET_WINDOW_ATTRIBUTES, window);
    const [mapState, isUnmanaged] = head.subarray(26);
    return mapState === IS_VIEWABLE && !isUnmanaged;
  }

  async focus(window: number): Promise<void> {
    this.#send(SET_INPUT_FOCUS, REVERT_TO_PARENT, window, 0);
    await this.#ask(GET_INPUT_FOCUS); // what is answered afterwards shows that it has been done
  }

  close(): void {
    this.#socket.destroy();
  }

  async #ask(code: number, ...words: number[]): Promise<{ head: Buffer; more: Buffer }> {
    this.#send(code, 0, ...words);
    const head = await this.#take(32);
    if (head[0] !== 1) throw new Error(`X request ${String(code)}: error ${String(head[1])}`);
    return { head, more: await this.#take(head.readUInt32LE(4) * 4) };
  }

  #send(code: number, detail: number, ...words: number[]): void {
    const request = Buffer.alloc(4 + words.length * 4);
    request.writeUInt8(code, 0);
    request.writeUInt8(detail, 1);
    request.writeUInt16LE(1 + words.length, 2);
    words.forEach((word, i) => request.writeUInt32LE(word, 4 + i * 4));
    this.#socket.write(request);
  }

  async #take(count: number): Promise<Buffer> {
    while (this.#read.length < count) {
      const next = await this.#bytes.next();
      if (next.done) throw new Error('the X server has hung up');
      this.#read = Buffer.concat([this.#read, next.value]);
    }
    const taken = this.#read.subarray(0, count);
    this.#read = this.#read.subarray(count);
    return taken;
  }
}
