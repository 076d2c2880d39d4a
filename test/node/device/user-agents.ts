/**
 * Real user agents, and what may honestly be said of their system. Where they are of:
 * - `wbu`: collected on devices by github.com/fjqgx/web-browser-utils, `tests/mock/useragent.ts`
 * - `cd`: fixtures of github.com/matthewhudson/current-device, which cite their own sources
 * - `uat`: fixtures of github.com/hubvue/tools, `packages/utils/__mocks__/ua.ts`
 * - `webkit`: webkit.org, "WebKit Features in Safari 26.0"; `pxlnv`: pxlnv.com on an iPhone with iOS 26.3
 * - `huawei`: Huawei's and OpenHarmony's guide "User-Agent Development"
 * - `android`: Android's page on the reduction of web views' user agents
 * - `scripts`: strings sent by public scripts that were taken from an app's traffic (github.com)
 * - `debian`: the browsers of Debian 12 that the tests run in
 * - `form`: not captured, but written after the form that the browser's makers document
 */
// prettier-ignore
export const USER_AGENTS: readonly { from: string; ua: string; touch?: number; os: string }[] = [
  // Windows: 10 is what 11 says too
  { from: 'cd', os: 'Windows 10 or later', ua: 'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/134.0.0.0 Safari/537.36' },
  { from: 'cd', os: 'Windows 10 or later', ua: 'Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:135.0) Gecko/20100101 Firefox/135.0' },
  { from: 'wbu', os: 'Windows 10 or later', ua: 'Mozilla/5.0 (Windows NT 10.0; WOW64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/78.0.3904.108 Safari/537.36 SE 2.X MetaSr 1.0' },
  { from: 'form', os: 'Windows 8.1', ua: 'Mozilla/5.0 (Windows NT 6.3; Win64; x64; rv:115.0) Gecko/20100101 Firefox/115.0' },
  { from: 'cd', os: 'Windows 8', ua: 'Mozilla/5.0 (compatible; MSIE 10.0; Windows NT 6.2; Win64; x64; Trident/6.0; Touch; MALNJS)' },
  { from: 'cd', os: 'Windows RT', ua: 'Mozilla/5.0 (compatible; MSIE 10.0; Windows NT 6.2; ARM; Trident/6.0; Touch; ARMBJS)' },
  { from: 'form', os: 'Windows 7', ua: 'Mozilla/5.0 (Windows NT 6.1; Win64; x64; rv:115.0) Gecko/20100101 Firefox/115.0' },
  { from: 'wbu', os: 'Windows Vista', ua: 'Mozilla/4.0 (compatible; MSIE 8.0; Windows NT 6.0)' },
  { from: 'wbu', os: 'Windows XP', ua: 'Mozilla/4.0 (compatible; MSIE 6.0; Windows NT 5.1)' },
  { from: 'wbu', os: 'Windows unknown', ua: 'Mozilla/4.0 (compatible; MSIE 5.0; Windows NT)' },
  { from: 'cd', os: 'Windows Phone 10.0', ua: 'Mozilla/5.0 (Windows Phone 10.0; Android 6.0.1; Microsoft; Lumia 950) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/52.0.2743.116 Mobile Safari/537.36 Edge/15.15254' },
  // macOS: 10.15 is what all later ones say
  { from: 'cd', os: 'macOS unknown', ua: 'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.10 Safari/605.1.15' },
  { from: 'wbu', os: 'macOS unknown', ua: 'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/104.0.0.0 Safari/537.36' },
  { from: 'form', os: 'macOS unknown', ua: 'Mozilla/5.0 (Macintosh; Intel Mac OS X 10.15; rv:135.0) Gecko/20100101 Firefox/135.0' },
  { from: 'form', os: 'macOS 10.13.6', ua: 'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_13_6) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/13.1.2 Safari/605.1.15' },
  // iPadOS as a Mac, and as itself
  { from: 'wbu', os: 'iPadOS 18.4', touch: 5, ua: 'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.4 Safari/605.1.15' },
  { from: 'form', os: 'iPadOS unknown', touch: 5, ua: 'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) CriOS/136 Version/11.1.1 Safari/605.1.15' },
  { from: 'wbu', os: 'iPadOS 18.4.1', touch: 5, ua: 'Mozilla/5.0 (iPad; CPU OS 18_4_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Mobile/22E252 AliApp(DingTalk/7.6.60) com.laiwang.DingTalk/45715949 Channel/201200 Pad/iPad language/zh-Hans-CN UT4Aplus/0.0.6 WK' },
  { from: 'uat', os: 'iOS 3.2', ua: 'Mozilla/5.0 (iPad; U; CPU OS 3_2 like Mac OS X; en-us) AppleWebKit/531.21.10 (KHTML, like Gecko) Version/4.0.4 Mobile/7B334b Safari/531.21.10' },
  // iOS: from 26 on, 18_6 and 18_7 are frozen
  { from: 'webkit', os: 'iOS 18.6', touch: 5, ua: 'Mozilla/5.0 (iPhone; CPU iPhone OS 18_6 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.6 Mobile/15E148 Safari/604.1' },
  { from: 'webkit', os: 'iOS 26.0', touch: 5, ua: 'Mozilla/5.0 (iPhone; CPU iPhone OS 18_6 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/26.0 Mobile/15E148 Safari/604.1' },
  { from: 'pxlnv', os: 'iOS 26.3', touch: 5, ua: 'Mozilla/5.0 (iPhone; CPU iPhone OS 18_7 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/26.3 Mobile/15E148 Safari/604.1' },
  { from: 'scripts', os: 'iOS 18.7 or later', touch: 5, ua: 'Mozilla/5.0 (iPhone; CPU iPhone OS 18_7 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Mobile/15E148 MicroMessenger/8.0.57(0x18003921) NetType/4G Language/zh_CN' },
  { from: 'scripts', os: 'iOS 26.1.0', touch: 5, ua: 'Mozilla/5.0 (iPhone; CPU iPhone OS 26_1_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) CriOS/144.0.7559.95 Mobile/15E148 Safari/604.1' },
  { from: 'wbu', os: 'iOS 18.5.0', touch: 5, ua: 'Mozilla/5.0 (iPhone; CPU iPhone OS 18_5_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) EdgiOS/138.0.3351.109 Version/18.0 Mobile/15E148 Safari/604.1' },
  { from: 'wbu', os: 'iOS 18.4.1', touch: 5, ua: 'Mozilla/5.0 (iPhone; CPU iPhone OS 18_4_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Mobile/15E148 MicroMessenger/8.0.59(0x18003b26) NetType/4G Language/zh_CN' },
  { from: 'scripts', os: 'iOS 16.5', touch: 5, ua: 'Mozilla/5.0 (iPhone; CPU iPhone OS 16_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Mobile/20F66 Ariver/1.1.0 AliApp(AP/10.3.86.6100) Nebula WK RVKType(0) AlipayDefined(nt:WIFI,ws:430|932|3.0) AlipayClient/10.3.86.6100 Language/zh-Hans Region/CN NebulaX/1.0.0 XRiver/10.2.58.1' },
  { from: 'cd', os: 'iOS 15.0', touch: 5, ua: 'Mozilla/5.0 (iPod touch; CPU iPhone OS 15_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/15.0 Mobile/15E148 Safari/604.1' },
  // Android: "10; K" is what Chromium says on all
  { from: 'cd', os: 'Android unknown', touch: 5, ua: 'Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/134.0.0.0 Mobile Safari/537.36' },
  { from: 'android', os: 'Android unknown', touch: 5, ua: 'Mozilla/5.0 (Linux; Android 10; K; wv) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/140.0.0.0 Mobile Safari/537.36' },
  { from: 'wbu', os: 'Android unknown', touch: 5, ua: 'Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) SamsungBrowser/28.1 Chrome/130.0.0.0 Mobile Safari/537.36' },
  { from: 'cd', os: 'Android 10', touch: 5, ua: 'Mozilla/5.0 (Linux; Android 10; SAMSUNG SM-T500) AppleWebKit/537.36 (KHTML, like Gecko) SamsungBrowser/12.1 Chrome/79.0.3945.136 Safari/537.36' },
  { from: 'wbu', os: 'Android 12', touch: 5, ua: 'Mozilla/5.0 (Android 12; Mobile; rv:134.0) Gecko/134.0 Firefox/134.0' },
  { from: 'wbu', os: 'Android 12', touch: 5, ua: 'Mozilla/5.0 (Linux; Android 12; DCO-AL00 Build/HUAWEIDCO-AL00; wv) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/134.0.6998.136 Mobile Safari/537.36 XWEB/1340075 MMWEBSDK/20250201 MMWEBID/7690 MicroMessenger/8.0.58.2841(0x28003A3C) WeChat/arm64 Weixin NetType/WIFI Language/zh_CN ABI/arm64' },
  { from: 'uat', os: 'Android 10', touch: 5, ua: 'Mozilla/5.0 (Linux; U; Android 10; zh-CN; H9493 Build/52.1.A.3.49) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/69.0.3497.100 UWS/3.21.0.169 Mobile Safari/537.36 AlipayChannelId/5136 UCBS/3.21.0.169_200731162109 NebulaSDK/1.8.100112 Nebula AlipayDefined(nt:WIFI,ws:411|0|3.5,ac:sp) AliApp(AP/10.2.0.8026) AlipayClient/10.2.0.8026 Language/zh-Hans useStatusBar/true isConcaveScreen/false Region/CN NebulaX/1.0.0 Ariver/1.0.0' },
  { from: 'wbu', os: 'Android 8.1.0', touch: 5, ua: 'Mozilla/5.0 (Linux; Android 8.1.0; vivo X20A Build/OPM1.171019.011; wv) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/131.0.6778.200 Mobile Safari/537.36 VivoBrowser/25.5.52.0' },
  // HarmonyOS: the old one names an Android, NEXT its own number
  { from: 'wbu', os: 'HarmonyOS unknown', touch: 5, ua: 'Mozilla/5.0 (Linux; Android 12; HarmonyOS; NOH-AL10; HMSCore 6.13.0.339) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/99.0.4844.88 HuaweiBrowser/14.0.2.313 Mobile Safari/537.36' },
  { from: 'cd', os: 'HarmonyOS unknown', touch: 5, ua: 'Mozilla/5.0 (Linux; Android 10; HarmonyOS; ELS-AN10; HMSCore 6.0.0.306) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/88.0.4324.93 HuaweiBrowser/11.1.2.301 Mobile Safari/537.36' },
  { from: 'huawei', os: 'OpenHarmony 5.0', touch: 5, ua: 'Mozilla/5.0 (Phone; OpenHarmony 5.0) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/114.0.0.0 Safari/537.36 ArkWeb/4.1.6.1 Mobile' },
  { from: 'huawei', os: 'OpenHarmony 5.0', touch: 5, ua: 'Mozilla/5.0 (Phone; OpenHarmony 5.0) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/114.0.0.0 Safari/537.36 ArkWeb/4.1.6.1 Mobile HuaweiBrowser/5.1.9.301' },
  // The rest
  { from: 'cd', os: 'Linux unknown', ua: 'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/134.0.0.0 Safari/537.36' },
  { from: 'debian', os: 'Linux unknown', ua: 'Mozilla/5.0 (X11; Linux x86_64; rv:153.0) Gecko/20100101 Firefox/153.0' },
  { from: 'form', os: 'Ubuntu unknown', ua: 'Mozilla/5.0 (X11; Ubuntu; Linux x86_64; rv:135.0) Gecko/20100101 Firefox/135.0' },
  { from: 'cd', os: 'Chrome OS unknown', ua: 'Mozilla/5.0 (X11; CrOS x86_64 14541.0.0) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/134.0.0.0 Safari/537.36' },
  { from: 'cd', os: 'Chrome OS 15329.44.0', ua: 'Mozilla/5.0 (X11; CrOS aarch64 15329.44.0) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/120.0.0.0 Safari/537.36' },
  { from: 'cd', os: 'Tizen 5.0', ua: 'Mozilla/5.0 (SMART-TV; Linux; Tizen 5.0) AppleWebKit/537.36 (KHTML, like Gecko) SamsungBrowser/2.2 Chrome/63.0.3239.84 TV Safari/537.36 SmartTV' },
  { from: 'form', os: 'KaiOS 2.5', ua: 'Mozilla/5.0 (Mobile; Nokia_8110_4G; rv:48.0) Gecko/48.0 Firefox/48.0 KAIOS/2.5' },
  { from: 'wbu', os: 'unknown', touch: 5, ua: 'Mozilla/5.0 (X11; Windows) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/115.0.5790.168 Safari/537.36 HeyTapBrowser/40.10.0.2' },
  { from: 'form', os: 'unknown', ua: 'curl/8.7.1' },
];
