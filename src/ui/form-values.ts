import type { Values } from '../flow/step.js';

type Field = HTMLInputElement | HTMLSelectElement;

/**
 * What stands in the fields: read when it is needed. Only while another tab is open is it kept, so that it is still
 * there for whoever comes back; a password never is.
 */
export class FormValues {
  readonly #form: () => HTMLFormElement | null;
  readonly #drafts = new Map<string, Values>();

  /** @param form Where the fields are, once they are there. */
  constructor(form: () => HTMLFormElement | null) {
    this.#form = form;
  }

  read(): Values {
    const form = this.#form();
    return form ? (Object.fromEntries(new FormData(form)) as Values) : {};
  }

  /** Keeps what was typed on a tab that is about to be closed. */
  keep(tab: string): void {
    this.#drafts.set(tab, Object.fromEntries(this.#typed().map(({ name, value }) => [name, value])));
  }

  /** Puts back what was typed on a tab that has just been drawn. */
  putBack(tab: string): void {
    const draft = this.#drafts.get(tab);
    if (!draft || !this.#form()) return;
    this.#drafts.delete(tab);
    for (const field of this.#typed()) field.value = draft[field.name] ?? field.value;
  }

  /** Forgets all, and empties the fields. */
  clear(): void {
    this.#drafts.clear();
    this.#form()?.reset();
  }

  /** Forgets the code, and whatever is out of sight. */
  clearSecrets(): void {
    this.#drafts.clear();
    for (const field of this.#form()?.elements ?? [])
      if (field instanceof HTMLInputElement && (field.name === 'code' || field.type === 'password'))
        field.value = '';
  }

  #typed(): Field[] {
    const fields = [...(this.#form()?.elements ?? [])] as Field[];
    return fields.filter(({ name, type }) => name && !['password', 'checkbox', 'hidden'].includes(type));
  }
}
