import type { LitElement } from 'lit';

/** Draws an element again whenever the `lang` of something around it changes, out through every shadow root. */
export function watchLanguage(element: LitElement): void {
  const observer = new MutationObserver(() => {
    element.requestUpdate();
  });
  element.addController({
    hostConnected() {
      let node: Node | undefined = element;
      while ((node = node.parentNode ?? (node as ShadowRoot).host))
        observer.observe(node, { attributeFilter: ['lang'] });
    },
    hostDisconnected() {
      observer.disconnect();
    },
  });
}
