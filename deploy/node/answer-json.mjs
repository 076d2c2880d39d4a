/**
 * Answers in the API's own words, so that whatever reads its answers can read this one.
 *
 * @param {import('node:http').ServerResponse} response
 * @param {number} status
 * @param {string} message
 */
export function answerJson(response, status, message) {
  if (response.headersSent) return void response.destroy();
  const body = JSON.stringify({ error_code: `FRONT.${String(status)}`, error_msg: message });
  response.writeHead(status, { 'Content-Type': 'application/json' }).end(body);
}
