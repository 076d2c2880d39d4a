import { css } from 'lit';

/**
 * The ground of the widget: its tokens, and nothing of the page's style but direction and colour scheme. Sizes are in
 * `em` of a text that is never under 16 px, or phones would zoom in on every field; a page whose root text is smaller
 * changes nothing, and a person who wants it larger gets it larger.
 */
export const styles = css`
  :host {
    display: block;
  }
  :host([hidden]) {
    display: none;
  }
  /* Around the box, and around what floats over it. On the box itself it would undo what its language does. */
  .root {
    --_accent: var(--ciam-accent, light-dark(#1f5eff, #8fb0ff));
    --_on-accent: var(--ciam-on-accent, light-dark(#fff, #0a1633));
    --_surface: var(--ciam-surface, light-dark(#fff, #16181d));
    --_text: var(--ciam-text, light-dark(#14171f, #eceef3));
    --_muted: var(--ciam-muted, light-dark(#5a6272, #a4acbb));
    --_line: var(--ciam-line, light-dark(#858d9d, #6d7687));
    --_soft: var(--ciam-soft, light-dark(#f2f4f8, #23272f));
    --_danger: var(--ciam-danger, light-dark(#c0202f, #ff9a9f));
    --_focus: var(--ciam-focus, var(--_accent));
    --_radius: var(--ciam-radius, 12px);
    --_density: var(--ciam-density, 1);
    --_height: calc(var(--ciam-control-height, 3em) * var(--_density));
    all: initial;
    display: block;
    color: var(--_text);
    color-scheme: inherit;
    /* A page may have switched off the place that it stands in. */
    pointer-events: inherit;
    font: 400 max(16px, 1rem) / 1.5 var(--ciam-font, system-ui, sans-serif);
    overflow-wrap: break-word;
    -webkit-tap-highlight-color: transparent;
  }
  /* Browsers that cannot tell the page's colour scheme get the light one, whole. */
  @supports not (color: light-dark(red, red)) {
    .root {
      --_accent: var(--ciam-accent, #1f5eff);
      --_on-accent: var(--ciam-on-accent, #fff);
      --_surface: var(--ciam-surface, #fff);
      --_text: var(--ciam-text, #14171f);
      --_muted: var(--ciam-muted, #5a6272);
      --_line: var(--ciam-line, #858d9d);
      --_soft: var(--ciam-soft, #f2f4f8);
      --_danger: var(--ciam-danger, #c0202f);
    }
  }
  .box {
    position: relative;
    max-width: var(--ciam-max-width, 26em);
    margin: auto;
    padding: var(--ciam-padding, calc(min(1.75em, 7vw) * var(--_density)));
    /* To be seen where colours are forced. */
    border: 1px solid transparent;
    border-radius: calc(var(--_radius) * 1.5);
    background: var(--_surface);
  }
  *,
  ::before,
  ::after {
    box-sizing: border-box;
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
    ::after,
    ::backdrop {
      transition: none !important;
      animation: none !important;
    }
  }
`;
