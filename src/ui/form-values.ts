import type { Values } from '../flow/step.js';

type Field = HTMLInputElement | HTMLSelectElement;

/**
 * What stands in the fields: read when it is needed. Only while another place is shown, a tab or a step, is it kept, so
 * that it is still there for whoever comes back; a password never is, nor the code of a step that is done.
 */
export class FormValues {
  readonly #form: () => HTMLFormElement | null;
  readonly #drafts = new Map<string, Values>();
  #place = '';
  #isNew = false;

  /** @param form Where the fields are, once they are there. */
  constructor(form: () => HTMLFormElement | null) {
    this.#form = form;
  }

  read(): Values {
    const form = this.#form();
    return form ? (Object.fromEntries(new FormData(form)) as Values) : {};
  }

  /** This place is about to be drawn: what was typed at another is kept, the code only where it is still good. */
  moveTo(place: string, keepsCode: boolean): void {
    const before = this.#place;
    this.#place = place;
    if (!before || before === place) return;
    const typed = this.#fields().filter(
      ({ name, type }) => type !== 'password' && (keepsCode || name !== 'code'),
    );
    this.#drafts.set(before, Object.fromEntries(typed.map(({ name, value }) => [name, value])));
    this.#isNew = true;
  }

  /** The place is drawn, perhaps with the fields of the one before: they get what was typed here, or nothing. */
  putBack(): void {
    if (!this.#isNew) return;
    this.#isNew = false;
    const draft = this.#drafts.get(this.#place);
    for (const field of this.#fields())
      field.value = draft?.[field.name] ?? (field instanceof HTMLSelectElement ? field.value : '');
  }

  /** Forgets all, and empties the fields. */
  clear(): void {
    this.#drafts.clear();
    this.#form()?.reset();
  }

  /** Forgets the code, and whatever is out of sight. */
  clearSecrets(): void {
    this.#drafts.clear();
    for (const field of this.#fields())
      if (field.name === 'code' || field.type === 'password') field.value = '';
  }

  #fields(): Field[] {
    const fields = [...(this.#form()?.elements ?? [])] as Field[];
    return fields.filter(({ name, type }) => name && !/checkbox|hidden/.test(type));
  }
}
