import { css } from 'lit';

/**
 * The look of the widget. Sizes are in `em` of a text that is never under 16 px, or phones would zoom in on every
 * field; a page whose root text is smaller changes nothing, and a person who wants it larger gets it larger.
 */
export const styles = css`
  :host {
    --_accent: var(--ciam-accent, light-dark(#1f5eff, #8fb0ff));
    --_on-accent: var(--ciam-on-accent, light-dark(#fff, #0a1633));
    --_surface: var(--ciam-surface, light-dark(#fff, #16181d));
    --_text: var(--ciam-text, light-dark(#14171f, #eceef3));
    --_muted: var(--ciam-muted, light-dark(#5a6272, #a4acbb));
    --_line: var(--ciam-line, light-dark(#7f8798, #6d7687));
    --_soft: var(--ciam-soft, light-dark(#f2f4f8, #23272f));
    --_danger: var(--ciam-danger, light-dark(#c0202f, #ff9a9f));
    --_radius: var(--ciam-radius, 12px);
    display: block;
  }
  /* Browsers that cannot tell the page's colour scheme get the light one, whole. */
  @supports not (color: light-dark(red, red)) {
    :host {
      --_accent: var(--ciam-accent, #1f5eff);
      --_on-accent: var(--ciam-on-accent, #fff);
      --_surface: var(--ciam-surface, #fff);
      --_text: var(--ciam-text, #14171f);
      --_muted: var(--ciam-muted, #5a6272);
      --_line: var(--ciam-line, #7f8798);
      --_soft: var(--ciam-soft, #f2f4f8);
      --_danger: var(--ciam-danger, #c0202f);
    }
  }
  :host([hidden]) {
    display: none;
  }
  .box,
  dialog {
    box-sizing: border-box;
    color: var(--_text);
    font: 400 max(16px, 1rem) / 1.5
      var(--ciam-font, system-ui, -apple-system, 'PingFang SC', 'Microsoft YaHei', sans-serif);
    letter-spacing: normal;
    word-spacing: normal;
    text-indent: 0;
    text-shadow: none;
    text-align: start;
    text-transform: none;
    white-space: normal;
    visibility: visible;
    -webkit-tap-highlight-color: transparent;
  }
  .box {
    position: relative;
    padding: var(--ciam-padding, min(1.75em, 7vw));
    border-radius: calc(var(--_radius) * 1.5);
    background: var(--_surface);
  }
  *,
  ::before,
  ::after {
    box-sizing: inherit;
  }
  a {
    color: var(--_accent);
    text-underline-offset: 0.2em;
  }
  p {
    margin: 0;
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
    *,
    ::before,
    ::after {
      transition: none !important;
      animation-duration: 3s !important;
    }
  }
`;
