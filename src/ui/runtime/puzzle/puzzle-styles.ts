import type { CSSResult, css as litCss } from 'lit';

/** The look of the puzzle; its colours and its buttons are the form's. */
export function puzzleStyles(css: typeof litCss): CSSResult {
  return css`
    .puzzle {
      width: min(23em, calc(100vw - 1.5em));
      max-width: none;
      max-height: calc(100vh - 1.5em);
      max-height: calc(100dvh - 1.5em);
      margin: auto;
      padding: 1.25em;
      /* To be seen where colours are forced. */
      border: 1px solid transparent;
      border-radius: calc(var(--_radius) * 1.5);
      background: var(--_surface);
      color: inherit;
      box-shadow: 0 1em 4em rgb(0 0 0 / 35%);
    }
    .puzzle::backdrop {
      background: rgb(10 14 24 / 55%);
      animation: appear 0.2s;
    }
    @keyframes appear {
      from {
        opacity: 0;
      }
    }
    .puzzle h2 {
      margin: 0 0 0.75em;
      font-size: 1.0625em;
      line-height: 1.4;
    }
    .picture {
      overflow: hidden;
      aspect-ratio: 2;
      border-radius: min(var(--_radius), 1em);
      background: var(--_soft);
    }
    .picture,
    .track {
      position: relative;
    }
    .picture img {
      position: absolute;
      inset-block: 0;
      height: 100%;
      user-select: none;
    }
    .ground {
      left: 0;
      width: 100%;
    }
    .piece {
      left: var(--x);
      width: var(--piece);
      cursor: grab;
      touch-action: none;
      filter: drop-shadow(0 1px 4px rgb(0 0 0 / 50%));
    }
    .track {
      height: 2.75em;
      margin-top: 0.75em;
      border: 1px solid var(--_line);
      border-radius: var(--_radius);
      background: var(--_soft);
    }
    .handle {
      position: absolute;
      inset-block: -1px;
      left: var(--x);
      width: var(--piece);
      min-width: 24px;
      border: 1px solid transparent;
      border-radius: var(--_radius);
      background: var(--_accent);
      color: var(--_on-accent);
      cursor: grab;
      touch-action: none;
      user-select: none;
      /* Where the window is low, the picture stays in sight with it. */
      scroll-margin-top: 11em;
    }
    /* Keys move it however it got the focus; Firefox would not show so after a press of the mouse. */
    .handle:focus {
      outline: 2px solid var(--_focus);
      outline-offset: 2px;
    }
    /* An arrow's head. */
    .handle::after {
      content: '';
      position: absolute;
      inset: 0 0.25em 0 0;
      width: 0.625em;
      height: 0.625em;
      margin: auto;
      border: solid;
      border-width: 2px 2px 0 0;
      rotate: 45deg;
    }
    .handle[aria-disabled='true'] {
      background: var(--_line);
      cursor: default;
    }
    .notes {
      display: grid;
      grid-template-columns: minmax(0, 1fr);
      min-height: 3em;
      margin-top: 0.625em;
      font-size: 0.875em;
    }
    .notes p {
      grid-area: 1 / 1;
    }
    .note {
      font-weight: 600;
    }
    .wrong {
      color: var(--_danger);
    }
    .help {
      color: var(--_muted);
    }
    .help[data-covered] {
      visibility: hidden;
    }
    .choices {
      display: flex;
      /* Where the text is large each button has a line of its own. */
      flex-wrap: wrap;
      gap: 0.5em;
      margin-top: 0.5em;
    }
    .choices .main {
      flex: 1 1 100%;
      min-width: 0;
      padding-inline: 0.25em;
    }
    .choices .plain {
      flex: 1 1 40%;
      margin: 0;
      padding: 0 0.25em;
    }
    .plain[aria-disabled='true'] {
      color: var(--_muted);
    }
  `;
}
