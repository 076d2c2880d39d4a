import { css, html, LitElement } from 'lit';

/** The least that a login form made with Lit can be: what promise P2 compares with. */
class BareLogin extends LitElement {
  static override styles = css`
    label,
    input {
      display: block;
    }
  `;

  protected override render() {
    return html`<form>
      <label for="mobile">Mobile number</label>
      <input id="mobile" name="mobile" type="tel" autocomplete="tel" />
      <label for="code">Verification code</label>
      <input id="code" name="code" inputmode="numeric" autocomplete="one-time-code" />
      <button>Log in</button>
    </form>`;
  }
}

customElements.define('bare-login', BareLogin);
