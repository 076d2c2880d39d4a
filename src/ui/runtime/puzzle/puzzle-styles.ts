import type { CSSResult, css as litCss } from 'lit';

/** The look of the puzzle; its colours are the form's. */
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
      box-shadow: 0 1.25em 4em rgb(0 0 0 / 35%);
    }
    .puzzle::backdrop {
      background: rgb(10 14 24 / 55%);
    }
    .puzzle h2 {
      margin: 0 0 0.75em;
      font-size: 1.0625em;
      font-weight: 600;
      line-height: 1.4;
    }
    .picture {
      position: relative;
      overflow: hidden;
      aspect-ratio: 2;
      border-radius: var(--_radius);
      background: var(--_soft);
    }
    .picture:not(:has(img))::after {
      content: '';
      position: absolute;
      inset: 0;
      width: 1.5em;
      height: 1.5em;
      margin: auto;
      border: 2px solid var(--_line);
      border-inline-end-color: transparent;
      border-radius: 50%;
      animation: turn 0.8s linear infinite;
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
      position: relative;
      height: 3em;
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
    }
    .handle::after {
      content: '';
      position: absolute;
      inset: 0;
      width: 0.875em;
      height: 0.875em;
      margin: auto;
      border-inline: 2px solid;
    }
    .handle[aria-disabled='true'] {
      background: var(--_line);
      cursor: default;
    }
    .notes {
      display: grid;
      min-height: 4.5em;
      margin-top: 0.5em;
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
      display: grid;
      grid-template-columns: 1fr 1fr;
      gap: 0.5em;
      margin-top: 0.5em;
    }
    .choices button {
      min-height: 2.75em;
      padding: 0.25em 0.5em;
      border: 1px solid var(--_line);
      border-radius: var(--_radius);
      font-size: 0.9375em;
    }
    .choices .check {
      grid-column: 1 / -1;
      border-color: transparent;
      background: var(--_accent);
      color: var(--_on-accent);
      font-weight: 600;
    }
    .choices button[aria-disabled='true'] {
      border-color: transparent;
      background: var(--_soft);
      color: var(--_muted);
    }
  `;
}
