/**
 * Whether what was noted speaks of anything that such a night is about: money, a phone, an account, a secret, a place that
 * keeps one of them. What does not is kept, and asks nobody for an answer.
 */
const ofTheNight =
  /\b(?:money|cash|bank\w*|cards?|accounts?|balance|savings|pay\w*|paid|transfer\w*|withdr\w*|charge[ds]?|purchase\w*|loan\w*|credit|debit\w*|wallets?|refunds?|invest\w*|crypto|coins?|bitcoins?|phones?|mobile|iphone|sims?|e-?sim|number|line|signal|network|service|screen|laptop|computer|tablet|app|apps|codes?|otps?|pins?|pass(?:word|code|key)s?|log(?:ged|in|out|ging)?|sign(?:ed)? (?:in|out)|e-?mails?|mailbox|inbox|texts?|texted|sms|messages?|links?|websites?|sites?|hack\w*|scam\w*|fraud\w*|stole\w*|stolen|steal\w*|robbed|snatch\w*|lost|missing|gone|stranger\w*|caller|called|rang|phoned|police|id|passport|documents?|address|whatsapp|telegram|facebook|instagram|google|apple|paypal|locked|blocked|changed|reset|online|device|sent|gave|given|told)\b|[£$€₹¥]\s?\d/i;
const ofTheNightZh =
  /钱|錢|款|卡|账|帳|户口|戶口|银行|銀行|支付|微信|转|轉|贷|貸|借|余额|餘額|手机|手機|电话|電話|号码|號碼|信号|信號|短信|簡訊|短訊|验证|驗證|码|碼|密|登[录錄入]|登不|邮箱|郵箱|邮件|链接|連結|网站|網站|骗|騙|诈|詐|盗|盜|偷|抢|搶|丢|丟|不见|不見|冒|陌生|客服|警|身份|证件|證件|封|锁|鎖|冻|凍|应用|軟體|软件|屏幕|螢幕|电脑|電腦|平板|刷|扣|付|充值|理财|理財|投资|投資|app|sim|line|whatsapp/i;

export const isEveryday = (text: string, places: readonly string[]): boolean =>
  places.length === 0 && !ofTheNight.test(text) && !ofTheNightZh.test(text);
