import type { OneClickProvider } from '../../../src/entries/element.ts';
import type { Ciam } from '../../support/ciam.ts';
import { type LoginBox, openLogin } from './login-box.ts';
import { soon } from './steps.ts';

/** The application's id at Alipay in all tests. */
export const APP_ID = '2021000000000000';

/** The names of the tabs, in their order of old. */
export const TAB_NAMES = {
  en: ['Text message', 'Alipay', 'One tap'],
  'zh-CN': ['短信登录', '支付宝登录', '一键登录'],
} as const;

/** A provider that gives one token, or whatever else. */
export function providerOf(getToken: OneClickProvider['getToken']): OneClickProvider {
  return { getToken };
}

/** A box that offers every method. */
export async function openTabs(
  ciam: Ciam,
  attributes: Readonly<Record<string, string>> = {},
  provider = providerOf(() => Promise.resolve('token')),
): Promise<LoginBox> {
  const box = await openLogin(ciam, { 'alipay-app-id': APP_ID, ...attributes });
  box.element.oneClick = provider;
  await box.element.updateComplete;
  return box;
}

/** The tabs that are shown, in their order. */
export function tabsOf(box: LoginBox): HTMLElement[] {
  return [...box.root.querySelectorAll<HTMLElement>('[role=tablist] > [role=tab]')];
}

/** What stands on the tabs. */
export function tabNames(box: LoginBox): string[] {
  return tabsOf(box).map(({ textContent }) => textContent.trim());
}

/** The name of the tab that is open; of all of them, if it should be more than one. */
export function openTabName(box: LoginBox): string {
  const open = tabsOf(box).filter((tab) => tab.getAttribute('aria-selected') === 'true');
  return open.map(({ textContent }) => textContent.trim()).join();
}

/** The tab of this name. */
export function tabOf(box: LoginBox, name: string): HTMLElement {
  const tab = tabsOf(box).find(({ textContent }) => textContent.trim() === name);
  if (!tab) throw new Error(`no tab ${name}, but ${tabNames(box).join()}`);
  return tab;
}

/** Opens a tab with a real click, and waits until its form shows. */
export async function openTab(box: LoginBox, name: string): Promise<void> {
  await box.click(tabOf(box, name));
  await soon(() => openTabName(box) === name, `the tab ${name} is open`);
}

/** Waits for the code of the login: its styles are the last to come. A page in the background has to be touched first. */
export function codeArrives(box: LoginBox): Promise<void> {
  box.element.focus();
  return soon(() => box.root.adoptedStyleSheets.length > 3, 'the code of the login is there');
}
