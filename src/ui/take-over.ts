type Control = HTMLInputElement & Pick<HTMLAnchorElement, 'href'>;

/**
 * Takes over from the form that a server had drawn, once our own is drawn before it: what was typed there and what was
 * ticked, the focus and the caret. Theirs goes last, so that the focus is never nowhere: phones would put their
 * keyboard away.
 */
export function takeOver(root: ParentNode & DocumentOrShadowRoot): void {
  const early = root.querySelector('#early');
  const controls = early ? [...root.querySelectorAll<Control>('a,button,input:not([type=hidden])')] : [];
  for (const from of controls) {
    // The first with this name is ours. What only one of the two forms has finds itself.
    const to = controls.find((control) => nameOf(control) === nameOf(from)) as Control;
    // Any text comes after none: what is empty there takes nothing away here.
    if (from.value > to.value || from.checked) {
      to.value = from.value;
      to.checked = from.checked;
      to.dispatchEvent(new Event('input', { bubbles: true })); // as if it were typed here
    }
    if (from !== root.activeElement) continue;
    to.focus({ preventScroll: true });
    // Buttons have no caret, and nobody is told that of an e-mail address.
    if (from.selectionEnd != null)
      to.setSelectionRange(from.selectionStart, from.selectionEnd, from.selectionDirection as 'none');
  }
  early?.remove();
}

function nameOf({ id, part, href }: Control): string {
  return [id, part, href].join();
}
