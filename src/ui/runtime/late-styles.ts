import type { CSSResult, css as litCss } from 'lit';

/** The look of what is not there, or not done, before the login's code has come. */
export function lateStyles(css: typeof litCss): CSSResult {
  return css`
    .control:has([aria-invalid='true']) {
      border-color: var(--_danger);
      outline-color: var(--_danger);
    }
    /* The button in a field shows its own ring. */
    .control:has(.send:focus) {
      border-color: var(--_line);
      outline: 0;
    }
    select.area {
      max-width: 7.5em;
      color: var(--_text);
    }
    .send[aria-disabled='true'] {
      color: var(--_muted);
      font-weight: 400;
    }
    .main[aria-disabled='true']:not([data-busy]) {
      background: var(--_soft);
      color: var(--_muted);
    }
    .consent input[aria-invalid='true'] {
      outline: 2px solid var(--_danger);
      outline-offset: 1px;
    }
    .consent .error {
      grid-column: 1 / -1;
    }
    @media (hover: hover) {
      .main:hover:not([aria-disabled]) {
        filter: brightness(1.08);
      }
      .send:hover:not([aria-disabled]) {
        background: var(--_soft);
      }
    }
    @media (forced-colors: active) {
      .main,
      .send {
        border: 1px solid;
      }
      /* All four sides would be drawn, and nothing be seen to turn. */
      [data-busy]::after {
        border-color: ButtonText;
        border-inline-end-color: transparent;
        forced-color-adjust: none;
      }
    }
    .control {
      transition: border-color 0.15s;
    }
    .main {
      transition: filter 0.15s;
    }
    .done {
      display: grid;
      place-content: center;
      min-height: 12em;
      font-size: 1.125em;
      font-weight: 600;
      text-align: center;
      /* It is focused to be read out; there is nothing to press. */
      outline: 0;
    }
    .done::before {
      content: '✓';
      content: '✓' / '';
      display: grid;
      place-items: center;
      width: 2.5em;
      height: 2.5em;
      margin: 0 auto 0.75em;
      border-radius: 50%;
      background: var(--_accent);
      color: var(--_on-accent);
      font-size: 1.25em;
    }
    .rules {
      display: grid;
      gap: 0.125em;
      margin: 0;
      padding: 0;
      color: var(--_muted);
      font-size: 0.875em;
      list-style: none;
    }
    .rules li::before {
      content: '○';
      content: '○' / '';
      display: inline-block;
      width: 1.25em;
    }
    .rules [data-met] {
      color: var(--ciam-success, var(--_accent));
    }
    .rules [data-met]::before {
      content: '✓';
      content: '✓' / '';
    }
    .title {
      margin: 0;
      outline: 0;
      font-size: 1.125em;
      font-weight: 600;
    }
    .title + .hint {
      margin-top: -0.75em;
    }
    .plain {
      justify-self: center;
      min-height: 2.75em;
      padding: 0 1em;
      border-radius: var(--_radius);
      color: var(--_accent);
    }
    @media (hover: hover) {
      [role='tab']:hover {
        color: var(--_text);
      }
      .plain:hover {
        background: var(--_soft);
      }
    }
    @media (forced-colors: active) {
      [role='tab'][aria-selected='true'] {
        border-bottom: 3px solid Highlight;
      }
    }
  `;
}

/**
 * Adds a style sheet to a shadow root. Where style sheets cannot be made (Safari before 16.4) what it is for is plain,
 * and works.
 *
 * @returns Takes it away again.
 */
export function addStyles(root: ShadowRoot, { styleSheet }: CSSResult): () => void {
  if (styleSheet) root.adoptedStyleSheets = [...root.adoptedStyleSheets, styleSheet];
  return () => {
    if (styleSheet) root.adoptedStyleSheets = root.adoptedStyleSheets.filter((other) => other !== styleSheet);
  };
}
