import { css } from 'lit';

/** The look of the form. */
export const formStyles = css`
  form {
    /* A page without a doctype gives forms a margin. */
    margin: 0;
    display: grid;
    /* A grid's own columns would not get narrower than an input wants to be. */
    grid-template-columns: minmax(0, 1fr);
    gap: calc(1.125em * var(--_density));
  }
  label,
  .error {
    font-size: 0.875em;
  }
  label {
    font-weight: 500;
  }
  .field {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 0.375em;
  }
  .control {
    display: flex;
    /* Where the text is large the button goes below, and what is typed keeps its room. */
    flex-wrap: wrap;
    align-items: stretch;
    min-height: var(--_height);
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    background: var(--_surface);
  }
  .control:focus-within {
    border-color: var(--_focus);
    outline: 2px solid var(--_focus);
    outline-offset: -1px;
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
    flex: 1 1 5.5em;
    min-width: 0;
    min-height: calc(var(--_height) - 2px);
    padding: 0 0.875em;
    outline: 0;
  }
  .area {
    display: flex;
    align-items: center;
    padding-inline: 0.875em 0.25em;
    color: var(--_muted);
  }
  button {
    cursor: pointer;
    touch-action: manipulation;
  }
  button[aria-disabled='true'] {
    cursor: default;
  }
  :focus-visible {
    outline: 2px solid var(--_focus);
    outline-offset: 2px;
  }
  .send {
    flex: 0 1 auto;
    min-width: 0;
    min-height: 2em;
    margin: 0.25em;
    margin-inline-start: auto;
    padding: 0 0.75em;
    border-radius: calc(var(--_radius) - 4px);
    color: var(--_accent);
    font-size: 0.9375em;
    font-weight: 600;
    font-variant-numeric: tabular-nums;
  }
  .main {
    min-height: var(--_height);
    padding: 0.5em 1em;
    border-radius: var(--_radius);
    background: var(--_accent);
    color: var(--_on-accent);
    font-weight: 600;
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
    column-gap: 0.625em;
    grid-template-columns: auto minmax(0, 1fr);
    align-items: start;
    color: var(--_muted);
  }
  .consent input {
    width: 1.5em;
    height: 1.5em;
    margin: 0;
    accent-color: var(--_accent);
  }
  .consent a {
    display: inline-block;
    max-width: 100%;
  }
  .consent label {
    padding-block: 0.125em;
    font-weight: 400;
  }
  .error {
    color: var(--_danger);
    text-wrap: pretty;
  }
  .error:empty {
    display: none;
  }
`;
