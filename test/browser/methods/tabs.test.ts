import { expect } from '@open-wc/testing';
import { type Ciam, startCiam } from '../../support/ciam.ts';
import { focused, has } from '../support/hands.ts';
import type { LoginBox } from '../support/login-box.ts';
import { press, soon } from '../support/steps.ts';
import { TAB_NAMES, openTab, openTabName, openTabs, tabNames, tabOf, tabsOf } from '../support/tabs.ts';

const [SMS, ALIPAY, ONE_TAP] = TAB_NAMES.en;

describe('promise A2: tabs', function () {
  this.timeout(60_000);
  let ciam: Ciam;

  before(async () => {
    ciam = await startCiam();
  });
  afterEach(() => ciam.reset());

  for (const [lang, names] of Object.entries(TAB_NAMES)) {
    it(`have their names, and the row has one, too (${lang})`, async () => {
      const box = await openTabs(ciam, { lang });
      expect(tabNames(box)).to.deep.equal(names);
      const label = lang === 'en' ? 'Ways to log in' : '登录方式';
      expect(box.find('[role=tablist]').getAttribute('aria-label')).to.equal(label);
    });
  }

  it('say which of them is open, and what each one opens', async () => {
    const box = await openTabs(ciam);
    const attributes = (name: string) => tabsOf(box).map((tab) => tab.getAttribute(name));
    expect(attributes('aria-selected')).to.deep.equal(['true', 'false', 'false']);
    expect(attributes('tabindex'), 'one of them is in the order of Tab').to.deep.equal(['0', '-1', '-1']);
    await openTab(box, ALIPAY);
    expect(attributes('aria-selected')).to.deep.equal(['false', 'true', 'false']);
    expect(attributes('tabindex')).to.deep.equal(['-1', '0', '-1']);

    const panel = box.find('[role=tabpanel]');
    expect(attributes('aria-controls')).to.deep.equal([panel.id, panel.id, panel.id]);
    expect(panel.getAttribute('aria-labelledby')).to.equal(tabOf(box, ALIPAY).id);
    expect(new Set(tabsOf(box).map(({ id }) => id)).size).to.equal(3);
    expect(panel.contains(box.submitButton)).to.equal(true);
  });

  it('each open their own form', async () => {
    const box = await openTabs(ciam);
    const shown = () => [has(box, '#mobile'), has(box, '#code'), box.submitButton.textContent.trim()];
    expect(shown()).to.deep.equal([true, true, 'Log in']);
    await openTab(box, ALIPAY);
    expect(shown()).to.deep.equal([false, false, 'Continue with Alipay']);
    await openTab(box, ONE_TAP);
    expect(shown()).to.deep.equal([false, false, 'Log in with this phone’s number']);
    await openTab(box, SMS);
    expect(shown()).to.deep.equal([true, true, 'Log in']);
    box.element.lang = 'zh-CN';
    for (const [name, button] of [
      ['支付宝登录', '使用支付宝登录'],
      ['一键登录', '本机号码一键登录'],
    ] as const) {
      await box.element.updateComplete;
      await openTab(box, name);
      expect(shown()[2]).to.equal(button);
    }
  });

  /** Presses keys, and says after each which tab is open; the focus has to be on it. */
  async function walk(box: LoginBox, keys: string): Promise<string> {
    const seen: string[] = [];
    for (const key of keys.split(' ')) {
      await press(key);
      await box.element.updateComplete;
      expect(focused()?.textContent.trim(), 'the focus is on the tab that is open').to.equal(
        openTabName(box),
      );
      seen.push(openTabName(box));
    }
    return seen.join(', ');
  }

  it('arrow keys go round, Home and End to the ends; the focus stays on the tab', async () => {
    const box = await openTabs(ciam);
    tabsOf(box)[0]!.focus();
    expect(await walk(box, 'ArrowRight ArrowRight ArrowRight ArrowLeft ArrowLeft Home End Home')).to.equal(
      'Alipay, One tap, Text message, One tap, Alipay, Text message, One tap, Text message',
    );
    await soon(() => focused() === tabOf(box, SMS), 'it is still there');
  });

  it('arrow keys are mirrored from right to left', async () => {
    const box = await openTabs(ciam);
    box.element.parentElement!.dir = 'rtl';
    tabsOf(box)[0]!.focus();
    expect(await walk(box, 'ArrowLeft ArrowLeft ArrowRight End Home')).to.equal(
      'Alipay, One tap, Alipay, One tap, Text message',
    );
  });

  it('keys that belong to the browser, or to nobody, are left alone', async () => {
    const box = await openTabs(ciam);
    const [tab] = tabsOf(box);
    for (const init of [
      { key: 'ArrowLeft', altKey: true }, // back
      { key: 'End', ctrlKey: true },
      { key: 'ArrowRight', metaKey: true },
      { key: 'ArrowDown' },
      { key: 'x' },
    ]) {
      const event = new KeyboardEvent('keydown', { ...init, bubbles: true, cancelable: true });
      tab!.dispatchEvent(event);
      expect([event.defaultPrevented, box.element.openMethod.id], init.key).to.deep.equal([false, 'sms']);
    }
  });

  it('Tab goes from the open tab into its form, and back to it', async () => {
    const box = await openTabs(ciam, { method: 'one-click' });
    tabOf(box, ONE_TAP).focus();
    await press('Tab');
    expect(focused() === box.submitButton).to.equal(true);
    await openTab(box, SMS);
    await press('Tab');
    expect(focused() === box.mobile).to.equal(true);
  });

  it('are not there for one method', async () => {
    const box = await openTabs(ciam, { methods: 'alipay' });
    expect([has(box, '[role]'), tabNames(box).length]).to.deep.equal([false, 0]);
    expect(box.submitButton.textContent.trim()).to.equal('Continue with Alipay');
  });
});
