/**
 * What takes the alarm out of what was seen: a phone without a charge has no network either, not every payment is a
 * stranger's, and a password at a till is given to nobody.
 *
 * What to know to trust it: it is asked of one clause (and of the reason given for it), and only where that says so itself.
 * What somebody else did or what is denied to be one's own is never ordinary.
 */

import type { Tells } from "./sentence-words.ts";
import type { SignWord } from "./sign-words.ts";

/** Whether the clause a sign was found in says itself why it is none. */
export function isOrdinary(clause: string, tells: Tells): boolean {
  if ("gone" in tells && tells.gone === "card.bank") return inGoodHands.test(clause);
  if ("gone" in tells)
    return tells.gone === "device.phone" && (withChildren.test(clause) || toRepair.test(clause));
  if ("isSteered" in tells) return amongColleagues.test(clause);
  if ("isOpen" in tells || "isLocked" in tells) return otherLock.test(clause);
  if (!("sign" in tells)) return false;
  if (isOwnDoing.has(tells.sign) && !isOthersDoing.test(clause) && byOwner.test(clause)) return true;
  // A fake landlord is none.
  if (tells.sign.startsWith("paid") && isFake.test(clause)) return false;
  return ordinary[tells.sign]?.test(clause) === true;
}

const isFake = /\b(?:fake|bogus|fraudulent|phone?y|non-existent|scam\w*)\b|假的?|骗子|冒牌/;

/** The owner did it, or had it done. */
const byOwner =
  /\bby (?:me|us|myself|ourselves)\b|\bas (?:i|we) (?:asked|wanted|requested)\b|我自己|^我(?:们)?(?:刚|自己|先|赶紧|又|也|都|去|就){0,3}(?:(?:把|给|将)[^，。被人]{0,16}密码[^，。被]{0,4}(?:改|换|重置|重设)|(?:改|换|重置|重设)(?:了|掉)[^，。被人]{0,12}密码)|^[^，。被人我]{1,8}密码也(?:都)?(?:改|换)|^我(?:们)?(?:刚|今天|昨天|早上|上午|下午|晚上)?(?:在|给|向|去|从|用)[^，。]{0,8}(?:转账|转了|付款|支付|消费|提现|汇款|取款|登录|登陆)|^我(?:们)?(?:刚|今天|昨天)?(?:转账|转了|转走|付款|支付(?!宝)|消费|提现|汇款|取款)/;
const isOthersDoing =
  /\b(?:not|never|nobody|no one)\b|n't\b|不是|没|非我|被|有人|对方|骗|未经|收到|看到|发现|显示/;
const isOwnDoing: ReadonlySet<SignWord> = new Set(["row", "money-gone", "notice", "moving", "kicked-off"]);

/** A child that has the phone has it to play. */
const withChildren =
  /\b(?:son|daughter|child|kids?|baby|toddler|grandson|granddaughter) (?:has |have |just )?(?:took|taken|grabbed|has)\b|(?:儿子|女儿|孩子|小孩|孙子|孙女)[^，。]{0,3}拿/;

/** A card is lent to one's own, taken to the bank, handed in as evidence; another's card is none of the owner's. */
const ownPeople =
  "(?:wife|husband|partner|son|daughter|mother|father|mum|mom|dad|sister|brother|niece|nephew|grandson|granddaughter|carer|neighbou?r)";
const inGoodHands = new RegExp(
  `\\b(?:gave|give|handed|passed|lent)(?: over)? (?:my|our|her|his|the) (?:\\w+ ){0,2}cards? (?:over )?to (?:my|our|her|his) ${ownPeople}\\b(?!'s)|\\b(?:my|our) ${ownPeople} (?:has |had )?took (?:my|our|her|his|the) (?:\\w+ )?cards?\\b|\\b(?:to|at) (?:the |a |my )?(?:bank (?:clerk|teller|counter)|bank|branch|counter|teller|waiter|waitress|cashier)\\b(?!.*\\bdoor\\b)|\\bas evidence\\b|\\bgave me (?:his|her|their|a)\\b|(?:交|递|拿|借)?给了?(?:我|她|他)?(?:女儿|儿子|老公|老婆|爸爸?|妈妈?|父亲|母亲|家人|姐姐?|妹妹?|哥哥?|弟弟?)(?!的)`,
  "u",
);

const toRepair = /\bto (?:the|a|an) (?:\w+ )?(?:shop|store|repair\w*)\b/;
/** At work and at school screens are shared, and programs put on, every day. */
const amongColleagues =
  /\b(?:for|at) (?:work|school|the office)\b|\b(?:my boss|my company|the company|our it|teacher) (?:asked|told|had)\b|给(?:同事|同学|老师|领导)看|老师(?:让|叫|要)|学习软件/;

/** A phone is not the only thing that has a lock. */
const otherLock =
  /\b(?:door|car|gate|house|room|locker|bike|window|safe|tablet|laptop)s? (?:was|is|were|are) |门没|车没|平板|电视|电脑/;

/** Where nobody has an account: `locked out of my house`. */
const building =
  "(?:car|house|flat|home|apartment|room|building|garage|office|shop|store|pub|bar|party|club|tournament|school|hotel|hostel|gym|toilet)";
const ofAccount =
  "(?: \\w+)? ?(?:app|apps|account|accounts|bank|banking|e-?mail|mail|portal|site|website|login|chat|group)";

const ordinary: Readonly<Partial<Record<SignWord, RegExp>>> = {
  "no-service":
    /\babroad\b|\broaming\b|很正常|地下室|地下车库|山里|山区|信号不好|飞机上|\bbasement\b|\bbatter|\bcharge|flight mode|airplane|aeroplane|\bin (?:the|a|an|this) (?:lift|elevator|tunnel|valley|mountains?)\b|没电|充电|飞行模式|停电|电梯|隧道/,
  "money-gone":
    /[少差]了?(?:几|[一两二三四五六七八九十\d]{1,2})(?:块|毛|元|分)钱?|\b(?:salary|wages?|refund)\b|工资(?!卡)/,
  call: /^(?:i|we)(?:'m| am| was| were)? (?:on the phone with|called the number) .*\b(?:about (?:an?|my|our|the)|on the back of)\b|\bwrong number\b/,
  notice:
    /^(?:i|we) (?:\w+ )?(?:put in|entered|typed|used|saved|printed|wrote down)\b|\bmy own new (?:log|sign)|^(?:the|my|our) new (?:phone|device)\b.*\b(?:works?|is|has)\b|\b(?:i|we) (?:\w+ )?(?:moved|put|inserted|bought|set up|switched)\b.*\bnew (?:phone|device|sim|iphone)\b/,
  moving:
    /\b(?:watch|straps?|laptop|glasses)\b|\b(?:i|we) (?:switched|moved|changed|ported|transferred)(?: (?:it|over|them))?(?: (?:myself|ourselves)|$)|(?:^|[^给帮替])我(?:自己)?(?:去|要|刚|在|想)[^，。]{0,8}(?:补办|补卡|换卡|转网|过户|销户)/,
  row: /房贷|\b(?:salary|wages?|refund|rent|landlord|mortgage)\b|(?<!\b(?:me|us|that|says|said|shows) )\b(?:i|we) (?:made|sent|paid|set up|ordered|bought)\b|工资|退款|转账给我|给我转账|房租|房东|水电费/,
  "new-account": new RegExp(
    `^(?!.*(?:\\bnever\\b|\\bnot\\b|n't\\b|\\bnothing\\b|\\bno idea\\b|\\bsome(?:one|body)\\b|\\bstranger\\b|\\bhe\\b|\\bthey\\b)).*(?:(?:^|\\b(?:my|our|her|his|the|both|all) )(?:[\\w']+ ){0,2}(?:numbers?|lines?|sims?|sim cards?|accounts?|cards?|contracts?|mortgages?) (?:is|are|was|were) (?:all |both |only |registered |still |now |always )*in (?:my|our|her|his|my \\w+'s) (?:own )?name\\b|\\b(?:my|our) ${ownPeople} (?:has |had )?(?:opened|took|got|bought|has) .*\\bin (?:his|her) (?:own )?name\\b)`,
    "u",
  ),
  "kicked-off": new RegExp(
    `\\b(?:in|into|out|off|of|to) (?:(?:my|our|the|a|this) )?(?:\\w+ )?${building}\\b(?!${ofAccount}\\b)|\\b(?:forgot|forgotten|misremember)|忘|维护|系统升级|(?:服务器|系统|微信|支付宝|官方|大家)[^，。]{0,4}(?:崩|挂|瘫痪|出问题)|大家都|\\b(?:outage|servers? (?:is|are|went) down|down for everyone)\\b|\\bmaintenance\\b|^(?:i|we) (?:(?!was|were|got|am|are|been)\\w+ )?(?:logged|signed) (?:myself |ourselves )?out\\b`,
  ),
  given:
    /\b(?:with|to) (?:nobody|no ?one)\b|\b(?:wi-?fi|door|gate|building|alarm|post(?:al)?|zip|promo(?:tion)?|discount|area|country|voucher|referral|dress) (?:code|password|pin)|\b(?:code|password|pin) (?:of|for|to) (?:the |my |our )?(?:\w+ )?(?:wi-?fi|door|gate|building|house|garage|alarm)\b|\bat (?:the|a) (?:till|supermarket|checkout|petrol station|gas station|restaurant)\b|\b(?:told|gave|sent) my (?:wife|husband|partner|son|daughter)\b|\bon my own (?:phone|tablet|laptop|computer)\b|\bon (?:the|a) (?:map|box|label|packet)\b|自己的(?:账号|账户|号)|门锁|家门|门禁|无线|买票|取件|取快递/,
  diverted:
    /\bto check\b|\bbalance\b|查话费|查余额|\b(?:is|was|are|were) (?:now |turned |switched )?off\b|\b(?:cancel(?:led)?|disabled|deactivated|removed|ended|stopped) (?:the |all |my )*(?:call )?(?:forwarding|divert|diversion)|\bforwarding (?:was |is |has been )*(?:cancelled|disabled|deactivated|removed|ended)\b|取消|关闭|关了|\b(?:i|we) (?:\w+ )?(?:use|set|set up|have|forward|divert|forwarded|diverted)\b.*\b(?:office|work|home|landline|voicemail|secretary|desk|holiday)\b|\bto (?:my|our) (?:office|work|home|desk|landline|voicemail|other|second|own|new)\b|(?:我|自己)(?:把|给|设)[^，。]{0,12}(?:呼叫转移|呼转|转接|转移)|(?:办公室|座机|自己的|另一个号|副号)/,
  paid: /(?:正在|正要|准备|马上要|快要|执意要?|要去)[^，。了]{0,8}(?:转|汇|付|打款)|\b(?:rent|landlord|mortgage|grocer\w+|salary|wages|(?<!\b(?:his|her|their) )bills?|tuition|taxi|pension)\b|房租|房东|工资|水电费|物业费|学费|红包/,
  code: /\b(?:i|we) (?:was|were|am|are) (?:just )?(?:(?:logging|signing) in|paying|buying|registering)\b|^(?!.*(?:不是|没|非)).*(?:自己|我)(?:申请|登录|要|在登|用)/,
};
