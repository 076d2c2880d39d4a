import type { CSSResult, css as litCss } from 'lit';

/** The look of what is not there, or not done, before the login's code has come. */
export function lateStyles(css: typeof litCss): CSSResult {
  return css`
    .control:has([aria-invalid='true']) {
      border-color: var(--_danger);
      outline-color: var(--_danger);
    }
    /* What else is in a field shows its own ring. */
    .control:has(.send:focus, select:focus) {
      border-color: var(--_line);
      outline: 0;
    }
    select.area {
      max-width: 7.5em;
      outline-offset: -3px;
      color: var(--_text);
    }
    /* A code has room beside it, or the field would grow when the code is sent. */
    .send[aria-disabled='true'] {
      padding: 0 0.375em;
      color: var(--_muted);
      font-size: 0.8125em;
      font-weight: 400;
    }
    .main[aria-disabled='true']:not([data-busy]) {
      background: var(--_soft);
      color: var(--_muted);
    }
    /* No outline: that is the mark of what has the focus. */
    .consent input[aria-invalid='true'] {
      border-radius: 2px;
      box-shadow: 0 0 0 1px var(--_danger);
    }
    .consent .error {
      grid-column: 1 / -1;
    }
    form > .error {
      padding: 0.625em 0.875em;
      border: 1px solid transparent;
      border-radius: var(--_radius);
      background: color-mix(in srgb, var(--_danger) 7%, transparent);
    }
    .title {
      margin: 0;
      outline: 0;
      font-size: 1.25em;
      line-height: 1.3;
    }
    .title + .hint {
      margin-top: -0.75em;
    }
    .plain {
      justify-self: center;
      max-width: 100%;
      min-height: 2.5em;
      padding: 0 1em;
      border-radius: var(--_radius);
      color: var(--_accent);
      font-weight: 500;
    }
    .main ~ .plain {
      margin-block-start: -0.75em;
    }
    /* The way back, whatever else there is; and what has to wait. */
    .plain:is(:last-child, [aria-disabled='true']) {
      color: var(--_muted);
    }
    form > .plain:last-child {
      margin-block-end: -0.5em;
    }
    .rules {
      margin: 0;
      padding-inline-start: 1.25em;
      color: var(--_muted);
      font-size: 0.875em;
      list-style: circle;
    }
    .rules [data-met] {
      color: var(--ciam-success, var(--_accent));
      list-style: '✓ ';
    }
    .done {
      display: grid;
      place-content: center;
      grid-template-columns: minmax(0, 1fr);
      position: relative;
      min-height: 12em;
      font-size: 1.125em;
      font-weight: 600;
      text-align: center;
      /* It is focused to be read out; there is nothing to press. */
      outline: 0;
    }
    .done::before,
    .done::after {
      content: '';
      grid-area: 1 / 1;
    }
    .done::before {
      width: 3.25em;
      height: 3.25em;
      margin: 0 auto 1.25em;
      border-radius: 50%;
      background: var(--ciam-success, var(--_accent));
      box-shadow: 0 0 0 0.5em color-mix(in srgb, var(--ciam-success, var(--_accent)) 14%, transparent);
    }
    /* A tick, as the two sides of a box that leans. */
    .done::after {
      width: 0.75em;
      height: 1.375em;
      margin: 0.75em auto;
      border: solid var(--_on-accent);
      border-width: 0 0.25em 0.25em 0;
      rotate: 45deg;
    }
    .main,
    .control {
      transition:
        filter 0.15s,
        border-color 0.15s;
    }
    /* What is new comes from where the eyes are. */
    .title,
    .title ~ *,
    .error,
    .done {
      animation: rise 0.2s ease-out;
    }
    .done::before {
      animation: pop 0.35s ease-out;
    }
    @keyframes rise {
      from {
        transform: translateY(0.375em);
      }
    }
    @keyframes pop {
      from {
        transform: scale(0.5);
      }
      60% {
        transform: scale(1.08);
      }
    }
    @media (hover: hover) {
      .main:hover:not([aria-disabled]) {
        filter: brightness(1.08);
      }
      .plain:hover,
      .send:hover:not([aria-disabled]) {
        background: var(--_soft);
      }
      [role='tab']:hover {
        color: var(--_text);
      }
    }
    @media (forced-colors: active) {
      :is(.main, .send, .plain) {
        border: 1px solid;
      }
      button[aria-disabled='true'] {
        color: GrayText !important;
      }
      :is(.control, .consent):has([aria-invalid='true']) {
        border: 2px dashed;
      }
      .consent:has([aria-invalid='true']) {
        padding: 0.5em;
      }
      [role='tab'][aria-selected='true'] {
        border-bottom: 3px solid Highlight;
      }
      /* All four sides would be drawn, and nothing be seen to turn. */
      [data-busy]::after {
        border-color: ButtonText;
        border-inline-end-color: transparent;
        forced-color-adjust: none;
      }
      .done::after {
        border-color: CanvasText;
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
