/**
 * A lock that may keep nobody out, wherever in a text that is said: it is only hoped for or was there before, whoever has the
 * phone knows or can guess what opens it, it was in use when it went, or it is the lock of another phone.
 *
 * What to know to trust it: a phone taken for locked sounds safe, so any such word leaves open how it is locked, and both are
 * weighed then. Words of the language, as people tell of their own phone; no sender's and no institution's.
 */
export const isLockInDoubt = (text: string): boolean => inDoubt.test(text.toLowerCase());

const inDoubt =
  /\b(?:hopefully|hope|think|thought|guess\w*|believe|probably|perhaps|supposed|usually|normally|always|used to|not sure|before (?:i|we)|needs? a new)\b|\b(?:he|she|they|thie(?:f|ves)|somebody|someone|stranger|scammer|caller|guy|man|woman)\b[^.!?]{0,20}\b(?:knows?|knew|saw|seen|watched|filmed|read|has) (?:me |us |my |our |the |it\b|how\b|how to\b)|\b(?:told|gave|showed) (?:him|her|them|somebody|someone)\b|\b(?:written|wrote)\b|\bon (?:a|the) (?:note|paper|piece of paper|sticker|back)\b|\bout of (?:my|our|his|her) hands?\b|\b(?:while|when) (?:i|we|he|she) (?:was|were) (?:\w+ing|on)\b|\bin use\b|\b(?:old|other|second|spare|work|[a-z]+'s) (?:phone|mobile|iphone|handset)\b|\b(?:0000|1111|1234|12345|123456|birthday|birth ?date)\b|好像|应该|可能|大概|估计|也许|希望|但愿|平时|之前|以前|原来|后来|(?:他|她|对方|小偷|骗子|有人|别人|那人)[^，。]{0,8}(?:知道|看[见到过]|看着|记住|猜|偷看|见过)|(?:告诉|给)(?:了)?(?:他|她|对方|骗子)|写在|纸条|贴着|贴在|生日|(?:旧|另一[部台个]|备用|工作|别的)的?手机|(?:0000|1111|1234|123456)|亮着|解锁(?:着|状态)|正在用|正用着|手[里上]抢/u;
