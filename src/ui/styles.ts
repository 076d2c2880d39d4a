import { css } from 'lit';

/**
 * The look of the widget. Sizes are in `em` of a text that is never under 16 px, or phones would zoom in on every
 * field; a page whose root text is smaller changes nothing, and a person who wants it larger gets it larger.
 */
export const styles = css`
  :host {
    --accent: var(--ciam-accent, light-dark(#1f5eff, #8fb0ff));
    --on-accent: var(--ciam-on-accent, light-dark(#fff, #0a1633));
    --surface: var(--ciam-surface, light-dark(#fff, #16181d));
    --text: var(--ciam-text, light-dark(#14171f, #eceef3));
    --muted: var(--ciam-muted, light-dark(#5a6272, #a4acbb));
    --line: var(--ciam-line, light-dark(#868e9e, #6d7687));
    --soft: var(--ciam-soft, light-dark(#f2f4f8, #23272f));
    --danger: var(--ciam-danger, light-dark(#c0202f, #ff9a9f));
    --radius: var(--ciam-radius, 12px);
    display: block;
  }
  /* Browsers that cannot tell the page's colour scheme get the light one, whole. */
  @supports not (color: light-dark(red, red)) {
    :host {
      --accent: var(--ciam-accent, #1f5eff);
      --on-accent: var(--ciam-on-accent, #fff);
      --surface: var(--ciam-surface, #fff);
      --text: var(--ciam-text, #14171f);
      --muted: var(--ciam-muted, #5a6272);
      --line: var(--ciam-line, #868e9e);
      --soft: var(--ciam-soft, #f2f4f8);
      --danger: var(--ciam-danger, #c0202f);
    }
  }
  :host([hidden]) {
    display: none;
  }
  .box,
  dialog {
    box-sizing: border-box;
    color: var(--text);
    font: 400 max(16px, 1rem) / 1.5
      var(--ciam-font, system-ui, -apple-system, 'PingFang SC', 'Microsoft YaHei', sans-serif);
    letter-spacing: normal;
    text-align: start;
    text-transform: none;
    white-space: normal;
    visibility: visible;
    -webkit-tap-highlight-color: transparent;
  }
  .box {
    padding: var(--ciam-padding, 1.75em);
    border-radius: calc(var(--radius) * 1.5);
    background: var(--surface);
  }
  *,
  ::before,
  ::after {
    box-sizing: inherit;
  }
  a {
    color: var(--accent);
    text-underline-offset: 0.2em;
  }
  p {
    margin: 0;
  }
  .done {
    padding-block: 1.5em;
    font-size: 1.125em;
    font-weight: 600;
    text-align: center;
  }
  .done::before {
    content: '✓' / '';
    display: grid;
    place-items: center;
    width: 2.5em;
    height: 2.5em;
    margin: 0 auto 0.75em;
    border-radius: 50%;
    background: var(--accent);
    color: var(--on-accent);
    font-size: 1.25em;
  }
  .spoken {
    position: absolute;
    width: 1px;
    height: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  @media (prefers-reduced-motion: reduce) {
    * {
      transition: none !important;
      animation-duration: 3s !important;
    }
  }
`;
