import { alipay } from './alipay.js';
import { code, refusals } from './code.js';
import { continued, passwords } from './continued.js';
import { firstStep, puzzle } from './first-step.js';
import { oneTap, tabs } from './tabs.js';
import type { Walk } from './walk.js';

/** Every state of the login box, as ways through it; the longest first, so that two at a time end together. */
export const WALKS: Readonly<Record<string, Walk>> = {
  continued,
  code,
  puzzle,
  refusals,
  passwords,
  alipay,
  'first-step': firstStep,
  tabs,
  'one-tap': oneTap,
};
