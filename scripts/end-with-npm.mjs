/**
 * Ends this process soon after the one that started it. An npm that is told to end tells only its shell, and the shell
 * goes without a word to what it runs: the demo's server would stay behind, and keep its port.
 */
const parent = process.ppid;
const watch = setInterval(() => {
  if (process.ppid === parent) return;
  clearInterval(watch);
  process.kill(process.pid, 'SIGTERM');
}, 500);
watch.unref();
