import { createHash } from 'node:crypto';
import { answerSpelling } from './countries.js';

/** A user of this tenant, as the `api` claim shows one. */
export interface Person {
  id: string;
  userName: string;
  name: string;
  mobile: string;
  email: string;
}

const SURNAMES = ['王', '李', '张', '刘', '陈', '杨', '赵', '黄', '周', '吴'];
const GIVEN_NAMES = ['晓彤', '子轩', '雨桐', '浩然', '思远', '梓涵', '一鸣', '嘉怡', '明月', '若曦'];

/** The user behind a mobile number, email address or user name: made from it, so always the same one. */
export function personOf(account: string): Person {
  const hash = createHash('sha256').update(account).digest();
  const pick = (list: readonly string[], at: number): string => list[(hash[at] ?? 0) % list.length] ?? '';
  const isEmail = account.includes('@');
  const isMobile = /^\+?[\d-]+$/.test(account);
  const userName = isEmail || isMobile ? `user_${hash.toString('hex', 8, 12)}` : account;
  return {
    id: `20${hash.readBigUInt64BE(0).toString().padStart(20, '0').slice(0, 17)}`,
    userName,
    name: pick(SURNAMES, 1) + pick(GIVEN_NAMES, 2),
    mobile: isMobile ? answerSpelling(account) : '',
    email: isEmail ? account : `user_${hash.toString('hex', 8, 12)}@example.com`,
  };
}
