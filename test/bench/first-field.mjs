/**
 * Runs in each page before everything else, and writes down when somebody could have begun to type: the yardstick for
 * all rows. A field counts once it is in the page, seen, of some size, and neither disabled nor only to be read.
 *
 * It looks at the end of every task that has changed the document or a shadow root, and before every frame, since a
 * style sheet may show what was there.
 */
{
  const notes = /** @type {import('./page-notes.js').PageNotes} */ ({
    usable: null,
    longTasks: [],
    shift: 0,
    clicks: [],
  });
  Object.assign(globalThis, { notes });

  /** @type {WeakSet<Node>} */
  const watched = new WeakSet();
  const observer = new MutationObserver(look);
  const { attachShadow } = Element.prototype;
  Element.prototype.attachShadow = function (/** @type {ShadowRootInit} */ options) {
    const root = attachShadow.call(this, options);
    watch(root);
    return root;
  };
  watch(document);
  requestAnimationFrame(lookAgain);
  addEventListener('click', ({ timeStamp }) => notes.clicks.push(timeStamp), { capture: true });
  watchEntries('longtask', ({ startTime, duration }) => notes.longTasks.push({ startTime, duration }));
  watchEntries('layout-shift', (entry) => {
    const { value } = /** @type {PerformanceEntry & { value: number }} */ (entry);
    notes.shift += value;
  });

  /** @param {Node} root */
  function watch(root) {
    if (watched.has(root)) return;
    watched.add(root);
    observer.observe(root, { childList: true, subtree: true, attributes: true });
  }

  function look() {
    if (notes.usable !== null) return;
    if (hasUsableField(document)) {
      notes.usable = performance.now();
      observer.disconnect();
    }
  }

  function lookAgain() {
    look();
    if (notes.usable === null) requestAnimationFrame(lookAgain);
  }

  /**
   * @param {ParentNode} root
   * @returns {boolean}
   */
  function hasUsableField(root) {
    return [...root.querySelectorAll('*')].some((element) => {
      if (element.shadowRoot) watch(element.shadowRoot);
      return (
        (element instanceof HTMLInputElement && isUsable(element)) ||
        (element.shadowRoot && hasUsableField(element.shadowRoot))
      );
    });
  }

  /** @param {HTMLInputElement} field */
  function isUsable(field) {
    const { width, height } = field.getBoundingClientRect();
    return (
      width > 9 &&
      height > 9 &&
      !field.matches(':disabled, :read-only') &&
      field.checkVisibility({ opacityProperty: true, visibilityProperty: true })
    );
  }

  /**
   * @param {string} type
   * @param {(entry: PerformanceEntry) => void} note
   */
  function watchEntries(type, note) {
    new PerformanceObserver((list) => list.getEntries().forEach(note)).observe({ type, buffered: true });
  }
}
