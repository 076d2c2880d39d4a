import { Album, writeContactSheet } from './support/album.js';
import { test } from './support/demo.js';
import { LANGS } from './support/names.js';
import { statesAfterCode, statesBeforeCode } from './support/states.js';

test.describe.configure({ timeout: 90_000 });
// A trace takes pictures of its own, and half of the time.
test.use({ trace: 'off' });
test.afterAll(writeContactSheet);

for (const lang of LANGS) {
  test(`promises A1, A5 and A8: every state of the login box fits its place (${lang})`, async ({
    person,
    demo,
    complaints,
  }) => {
    Album.clear(new RegExp(`^(?!page-).*-${lang}-`));
    const album = new Album(person.page);
    const onState = async (state: string): Promise<void> => {
      await album.shoot(state, lang);
      complaints.expectNone();
    };
    await person.open(lang);
    await statesBeforeCode(person, demo, onState);
    await statesAfterCode(person, demo, onState);
  });
}

for (const lang of LANGS) {
  test(`the whole page fits every window (${lang})`, async ({ person }) => {
    Album.clear(new RegExp(`^page-.*${lang}-`));
    const album = new Album(person.page);
    await person.open(lang, { methods: 'sms,alipay,one-click', 'area-codes': '86,852,853' });
    await album.shootPage('page', lang);
    await person.open(lang);
    await person.getCode();
    await album.shootPage('page-with-message', lang, [1280, 320]);
  });
}
