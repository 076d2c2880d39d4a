import { css } from 'lit';

/** The look of the form. */
export const formStyles = css`
  form {
    display: grid;
    /* A grid's own columns would not get narrower than an input wants to be. */
    grid-template-columns: minmax(0, 1fr);
    gap: 1.125em;
  }
  label,
  .error,
  .consent {
    font-size: 0.875em;
  }
  .field {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 0.375em;
  }
  .control {
    display: flex;
    align-items: stretch;
    min-height: 3em;
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    background: var(--_surface);
    transition: border-color 0.15s;
  }
  .control:focus-within {
    border-color: var(--_accent);
    outline: 1px solid var(--_accent);
  }
  .control:has([aria-invalid='true']) {
    border-color: var(--_danger);
    outline-color: var(--_danger);
  }
  input,
  select,
  button {
    margin: 0;
    border: 0;
    border-radius: inherit;
    background: none;
    color: inherit;
    font: inherit;
  }
  .control input {
    flex: 1;
    min-width: 0;
    padding: 0 0.875em;
    outline: 0;
  }
  .area {
    display: flex;
    align-items: center;
    padding-inline: 0.875em 0.25em;
    color: var(--_muted);
  }
  select.area {
    max-width: 7.5em;
    color: var(--_text);
  }
  button {
    cursor: pointer;
    touch-action: manipulation;
  }
  button[aria-disabled='true'] {
    cursor: default;
  }
  :focus-visible {
    outline: 2px solid var(--_accent);
    outline-offset: 2px;
  }
  .send {
    flex: none;
    margin: 0.25em;
    padding: 0 0.75em;
    border-radius: calc(var(--_radius) - 4px);
    color: var(--_accent);
    font-size: 0.9375em;
    font-weight: 600;
    font-variant-numeric: tabular-nums;
  }
  .send[aria-disabled='true'] {
    color: var(--_muted);
  }
  .main {
    min-height: 3em;
    padding: 0.5em 1em;
    border-radius: var(--_radius);
    background: var(--_accent);
    color: var(--_on-accent);
    font-weight: 600;
    transition: filter 0.15s;
  }
  @media (hover: hover) {
    .main:hover {
      filter: brightness(1.08);
    }
    .send:hover:not([aria-disabled]) {
      background: var(--_soft);
    }
  }
  /* What works is marked by a turning ring; the name of the button stays. */
  [data-busy] {
    position: relative;
  }
  [data-busy] span {
    opacity: 0;
  }
  [data-busy]::after {
    content: '';
    position: absolute;
    inset: 0;
    width: 1.25em;
    height: 1.25em;
    margin: auto;
    border: 2px solid currentcolor;
    border-inline-end-color: transparent;
    border-radius: 50%;
    animation: turn 0.8s linear infinite;
  }
  @keyframes turn {
    to {
      transform: rotate(1turn);
    }
  }
  .consent {
    grid-template-columns: auto minmax(0, 1fr);
    align-items: start;
    color: var(--_muted);
  }
  .consent input {
    width: 1.7143em;
    height: 1.7143em;
    margin: 0;
    accent-color: var(--_accent);
  }
  .consent label {
    padding-block: 0.1em;
  }
  .consent .error {
    grid-column: 1 / -1;
  }
  .error {
    color: var(--_danger);
  }
  .error:empty {
    display: none;
  }
  @media (forced-colors: active) {
    .main,
    .send {
      border: 1px solid;
    }
  }
`;
