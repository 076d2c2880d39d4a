import { isIP } from 'node:net';

/**
 * Who is at the other end of the connection.
 *
 * @param {import('node:http').IncomingMessage} request
 * @returns {string}
 */
function peerOf({ socket }) {
  return plain(socket.remoteAddress ?? '');
}

/**
 * Makes what finds out who is calling. Each proxy adds to the right of `X-Forwarded-For` whom it has heard, so that only
 * what one's own proxies have written is to be believed; without proxies of one's own, nothing is.
 *
 * @param {number} proxies How many stand before this server.
 * @returns {(request: import('node:http').IncomingMessage) => string}
 */
export function addressBehind(proxies) {
  let isTold = proxies > 0;
  return (request) => {
    const named = request.headers['x-forwarded-for'];
    if (named !== undefined && !isTold) {
      isTold = true;
      console.warn('X-Forwarded-For is not believed: behind a proxy set CIAM_PROXIES, or give `addressOf`.');
    }
    return proxies > 0
      ? (
          String(named ?? '')
            .split(',')
            .at(-proxies) ?? ''
        ).trim()
      : peerOf(request);
  };
}

/**
 * What `addressOf` says, or the peer where that is no address: it becomes a header, and what is counted.
 *
 * @param {import('node:http').IncomingMessage} request
 * @param {(request: import('node:http').IncomingMessage) => unknown} addressOf
 * @returns {string}
 */
export function callerOf(request, addressOf) {
  const address = plain(String(addressOf(request)));
  return isIP(address) === 0 ? peerOf(request) : address;
}

/**
 * What one caller has to oneself: an address of IPv4, or of IPv6 the first half, in which anybody has addresses without end.
 *
 * @param {string} address
 * @returns {string}
 */
export function networkOf(address) {
  if (isIP(address) !== 6) return address;
  const [left = [], right] = address
    .replace(/%.*$/, '')
    .replace(/[\d.]+\.[\d.]+$/, '0:0')
    .split('::')
    .map((half) => half.split(':').filter((group) => group !== ''));
  const zeros = right ? Array.from({ length: 8 - left.length - right.length }, () => '0') : [];
  const groups = [...left, ...zeros, ...(right ?? [])].slice(0, 4);
  return groups.map((group) => Number.parseInt(group, 16).toString(16)).join(':');
}

/**
 * Without what a socket for both kinds of addresses puts before one of IPv4.
 *
 * @param {string} address
 */
function plain(address) {
  return address.replace(/^::ffff:(?=[\d.]+$)/i, '');
}
