import { css } from 'lit';

/** The look of the tabs, and of what stands around a form that has few fields or none. */
export const tabStyles = css`
  .tabs {
    display: flex;
    flex-wrap: wrap;
    margin-bottom: 1.25em;
    border-bottom: 1px solid var(--_soft);
  }
  [role='tab'] {
    /* No word is broken as long as there is another line. */
    flex: 1 1 min-content;
    min-width: 0;
    min-height: 2.75em;
    padding: 0.25em;
    border-radius: 4px 4px 0 0;
    box-shadow: inset 0 0 var(--_accent);
    color: var(--_muted);
    font-size: 0.9375em;
    word-break: keep-all;
    transition: box-shadow 0.15s;
  }
  [role='tab'][aria-selected='true'] {
    box-shadow: inset 0 -2px var(--_accent);
    color: var(--_text);
    font-weight: 600;
  }
  .hint {
    color: var(--_muted);
    font-size: 0.9375em;
    text-wrap: pretty;
  }
`;
