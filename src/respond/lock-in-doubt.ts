/**
 * A lock that may keep nobody out, wherever in a text that is said: it is only hoped for or was there before, whoever has the
 * phone knows or can guess what opens it, it was in use when it went, or it is the lock of another phone.
 *
 * What to know to trust it: a phone taken for locked sounds safe, so any such word leaves open how it is locked, and both are
 * weighed then. Words of the language, as people tell of their own phone; no sender's and no institution's.
 */
export const isLockInDoubt = (text: string): boolean => inDoubt.test(text.toLowerCase());

/**
 * Whether the phone was in use or had no lock when it was taken out of a hand, wherever in the text either stands: a phone that is
 * looked at or typed on is open.
 */
export const wasInUse = (text: string): boolean => inUse.test(text.toLowerCase());

const tornAway =
  "(?:grabbed|snatched|ripped|tore|torn|yanked|pulled|swiped|nicked|stole|stolen|took|taken|robbed)";
const using =
  "(?:i|we|she|he|my \\w+) (?:was|were) (?:\\w+ )?(?:(?:us|text|typ|check|film|scroll|pay|play|navigat|messag|chatt|brows|record|stream)ing|looking at|reading|taking (?:a )?(?:photo|picture|video)|on (?:the phone|a call|my phone|maps|whatsapp)|talking on)";
const usingZh = "在(?:用|玩|刷|看|打|回|发|拍|导航|扫)";
const noLockZh = "(?<![门车柜箱窗])没(?:有)?(?:锁屏?|上锁|设(?:置|过|上)?[^，。]{0,6}密码)";
const wentZh = "(?:丢|掉了|偷|抢|拿走|捡走|摸走|顺走|不见)";
const inUse = new RegExp(
  [
    `\\b${tornAway}\\b.{0,80}\\b(?:while|as|when) ${using}\\b`,
    `\\b${using}\\b.{0,60}\\b(?:grabbed|snatched|ripped|tore|yanked|pulled)\\b`,
    `${usingZh}[^，。]{0,6}(?:手机|电话|微信|视频|消息|照片|导航|码)?[^。]{0,12}(?:被|给)[^，。]{0,6}[抢夺拽]`,
    `[抢夺拽]走?[^。]{0,16}${usingZh}`,
    "(?:解锁|亮屏|没锁屏?|未锁)(?:的)?状态[^。，]{0,6}(?:被|给)?[^，。]{0,4}[抢夺拽偷拿]|[抢夺拽偷][走了]?[^。]{0,10}(?:解锁|亮屏|没锁屏?|未锁)(?:的)?状态",
    `${noLockZh}[^。]{0,20}${wentZh}|${wentZh}[^。]{0,16}${noLockZh}`,
    `\\b(?:still |already )?unlocked (?:when|as|while) [^.]{0,30}\\b${tornAway}\\b`,
  ].join("|"),
  "u",
);

const inDoubt =
  /\b(?:hopefully|hope|think|thought|guess\w*|believe|probably|perhaps|supposed|usually|normally|always|used to|not sure|before (?:i|we)|needs? a new)\b|\b(?:he|she|they|thie(?:f|ves)|somebody|someone|stranger|scammer|caller|guy|man|woman)\b[^.!?]{0,20}\b(?:knows?|knew|saw|seen|watched|filmed|read|has) (?:me |us |my |our |the |it\b|how\b|how to\b)|\b(?:told|gave|showed) (?:him|her|them|somebody|someone)\b|\b(?:written|wrote)\b|\bon (?:a|the) (?:note|paper|piece of paper|sticker|back)\b|\bout of (?:my|our|his|her) hands?\b|\b(?:while|when) (?:i|we|he|she) (?:was|were) (?:\w+ing|on)\b|\bin use\b|\b(?:old|other|second|spare|work|[a-z]+'s) (?:phone|mobile|iphone|handset)\b|\b(?:0000|1111|1234|12345|123456|birthday|birth ?date)\b|好像|应该|可能|大概|估计|也许|希望|但愿|平时|之前|以前|原来|后来|(?:他|她|对方|小偷|骗子|有人|别人|那人)[^，。]{0,8}(?:知道|看[见到过]|看着|记住|猜|偷看|见过)|(?:告诉|给)(?:了)?(?:他|她|对方|骗子)|写在|纸条|贴着|贴在|生日|(?:旧|另一[部台个]|备用|工作|别的)的?手机|(?:0000|1111|1234|123456)|亮着|解锁(?:着|状态)|正在用|正用着|手[里上]抢/u;

/**
 * Whether a text says that phone and cards are with whoever wrote it, or that nothing is gone: then nobody asks whether anything is.
 */
export const saysAllIsThere = (text: string): boolean => allIsThere.test(text.toLowerCase());
const allIsThere = new RegExp(
  [
    "(?:手机|手机卡|卡|东西|证件)(?:和|跟|、)?[^，。]{0,8}?(?:都|一直|还|全)?在(?:我|自己|他自己|她自己)?(?:手里|手上|身上|身边|这里|这儿)",
    "(?:什么|东西|手机和卡)都?没(?:有)?丢|没丢(?:任何)?东西",
    "\\b(?:phone|sim|cards?|wallet|everything)(?: and (?:my |the )?(?:phone|sim|cards?|wallet))? (?:is|are|was|were)(?: all)?(?: still)? (?:here |right )?(?:with (?:me|us)|in (?:my|our) (?:hand|hands|pocket|possession)|on me|here)\\b",
    "\\b(?:i|we) still have (?:my|our|the) (?:phone|sim|cards?|wallet)\\b|\\bnothing (?:is|was|has been) (?:gone|missing|stolen|lost)\\b",
  ].join("|"),
  "u",
);
