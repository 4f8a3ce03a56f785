/** Frames of Chinese clauses: what one speaks of and what became of it, in any order (`sentence-frames.ts`). */
import { type Frame, zh } from "./sentence-frame.ts";

const phonesZh = "手机(?!号|卡|银行|话费)|华为|小米|苹果手机|iphone|三星|荣耀|oppo|vivo";
const takenZh =
  "被(?:人|小偷|贼)?(?:偷|抢|扒|拿|摸|顺|盗|拔|拆|卸|取)(?!刷|用|号|录|登)|被(?!.{0,3}(?:儿子|女儿|孩子|小孩|宝宝))[^，。]{0,6}(?:偷|抢|拿|顺|摸|骗)走|丢了|掉了|弄丢|遗失|不见了|找不(?:到|着)|(?:有人|小偷|贼|他|她|对方|骗子)[^，。]{0,4}(?:偷|抢|拿|取|拔|顺)走|偷走|抢走|拔走|不翼而飞|被?(?:搜|翻|掏|摸)走";
const othersZh = "有人|别人|他人|对方|骗子|陌生人|他们|不法分子|冒充|冒用|冒名|被人|被(?=他|别)|那人|那个人";
const someZh = String.raw`(?:\d[\d,.]*|[一二两三四五六七八九十百千万几]+)\s?多?(?:[万千百亿元块]|美元|港币|欧元){0,3}多?钱?`;
const creditZh = "催收|催款|贷款|网贷|借款|小额贷|消费贷|信用卡|分期|现金贷";
const laterZh = "花呗|借呗|白条|金条|微粒贷|月付|先用后付|放心借|备用金|分付|美团借钱|度小满|360借条";
export const framesInChinese: readonly Frame[] = [
  {
    of: zh("短信|验证码|信息"),
    does: zh("(?:全|都|再也|突然|一条也|一直|什么都)[^，。]{0,3}(?:收不到|没收到|不来)"),
    without: zh("朋友|同事|他们|儿子|女儿"),
    isOfDenial: true,
    tells: { sign: "no-codes" },
  },
  {
    of: zh("朋友|同事|亲戚|家人|同学|妈|爸|客户|好友|老公|老婆|姐|妹|哥|弟"),
    does: zh(
      "(?:说|发现|问我?(?:为什么|怎么|是不是|咋|是否))我?[^，。]{0,12}(?:借钱|要钱|转钱|要验证码|发(?:广告|链接|消息|二维码))",
    ),
    tells: { sign: "in-my-name" },
  },
  {
    of: zh("卡|账户|支付宝|微信|白条|花呗|余额宝|京东"),
    does: zh("被(?!我|老公|老婆|儿子|女儿|妈|爸)[^，。]{0,8}(?:盗刷|盗用|刷卡|消费|人使用|人用|扣款)"),
    tells: { sign: "row" },
  },
  {
    of: zh("钱(?!包|夹)|余额|存款|积蓄|工资"),
    does: zh("(?:没|不见|消失|少|空)了"),
    without: zh("我(?:自己)?(?:花|用|转|取|交|买)|还(?:差|少)|快没|差点|没钱了吧"),
    isOfDenial: true,
    tells: { sign: "money-gone" },
  },
  {
    of: zh("让我|叫我|要我|教我|骗我"),
    does: zh("(?:转|打|汇|付|充)(?:账|款|钱|值)?(?:给了?|到了?)(?:他|她|对方|客服|平台|他们|那个|指定|一个)"),
    tells: { sign: "paid" },
  },
  {
    of: zh("转账|支出|消费|付款|扣款|提现|支付|订单|充值|交易|预授权"),
    does: zh("通知|提醒|短信|提示|信息|收到|显示|本人"),
    ifDisowned: true,
    isOfDenial: true,
    tells: { sign: "row" },
  },
  {
    of: zh("微信|qq|抖音|账号|账户|支付宝|快手|微博|小红书|(?<!银行)号"),
    does: zh("被(?:永久|临时|平台)?封(?:号|禁|了)?|封号"),
    tells: { sign: "kicked-off" },
  },
  {
    of: zh("手机卡|电话卡|信用卡|银行卡|贷款合同|账单"),
    does: zh("收到|寄来|快递|寄到"),
    ifDisowned: true,
    isOfDenial: true,
    tells: { sign: "new-account" },
  },
  {
    of: zh("投资|理财|平台|充值|本金|炒股|虚拟币|基金|博彩|刷单"),
    does: zh("提不出来|提现不了|不给提现|取不出来|提不了现?|不让提现|提不到|出不了金"),
    without: zh("到期|封闭期|锁定期"),
    isOfDenial: true,
    tells: { sign: "paid" },
  },
  {
    of: zh("抖音号|微信号|qq号?|小红书号?|微博|账号|游戏号|快手号?"),
    does: zh("被盗(?!刷)|被(?:人|别人)?(?:偷|黑|抢)了?"),
    tells: { sign: "somebody-in" },
  },
  {
    of: zh(String.raw`1008\d|1001\d|1000\d|移动|联通|电信|广电|营业厅`),
    does: zh("办(?:了|过|理)?(?:停机|挂失|销户|过户|补卡|携号)"),
    ifDisowned: true,
    isOfDenial: true,
    tells: { sign: "moving" },
  },
  {
    of: zh(phonesZh),
    does: zh(takenZh),
    without: zh("被盗刷|儿子|女儿|孩子"),
    tells: { gone: "device.phone" },
  },
  {
    of: zh("sim卡|手机卡|电话卡|卡槽"),
    does: zh(`${takenZh}|卡槽[^，。,]{0,3}空|卡槽里没`),
    without: zh("新手机|没装|还没"),
    tells: { gone: "sim.main" },
  },
  {
    of: zh("银行卡|信用卡|钱包|储蓄卡|钱夹"),
    does: zh(`${takenZh}|(?:钱包|钱夹|卡包)[^，。,]{0,3}(?:没了|空了|没影)`),
    tells: { gone: "card.bank" },
  },
  {
    of: zh("身份证(?!号)|护照|驾照|驾驶证|社保卡"),
    does: zh(takenZh),
    tells: { gone: "document.id-card" },
  },
  {
    of: zh("手机卡|电话卡|sim卡|手机号码?|号码|(?<![行用份储])卡(?!里)"),
    does: zh("补(?:办|走|了|卡|换)|换(?:了)?(?:卡|主|绑)|过户|挂失|注销|销户|停机|携号"),
    with: zh(`${othersZh}|冒|被`),
    tells: { sign: "moving" },
  },
  {
    of: zh("手机号码?|号码|我的号|手机卡|电话卡"),
    does: zh("办了?(?:停机|挂失|销户|过户|补卡)"),
    ifDisowned: true,
    isOfDenial: true,
    tells: { sign: "moving" },
  },
  {
    of: zh("补卡|补了?我?的?(?:手机|电话|sim)?卡"),
    does: zh("补"),
    with: zh(othersZh),
    tells: { sign: "moving" },
  },
  {
    of: zh(creditZh),
    does: zh("办|批|申请|放款|下款|欠|催收|逾期|开通?|多了?(?:一|几|两)|贷"),
    with: zh(`${othersZh}|名下|莫名|我的(?:名字|名义|身份|信息)`),
    without: zh("账单|一笔[^贷款，。]{0,4}的|消费"),
    tells: { sign: "new-account" },
    isOfDenial: true,
  },
  {
    of: zh(creditZh),
    does: zh(
      "办|批|申请|放款|下款|欠|催收|逾期|开通?|多了|有一|放(?:的|了)|(?:借|贷)[^，。,]{0,12}(?:成功|到账|到了)",
    ),
    without: zh("账单多|多了一笔[^贷款，。]{0,4}的|消费"),
    ifDisowned: true,
    isOfDenial: true,
    tells: { sign: "new-account" },
  },
  {
    of: zh(laterZh),
    does: zh(String.raw`多(?:了|出)(?:一|两|几|\d)|逾期|催收|被(?!我)`),
    tells: { sign: "row" },
  },
  {
    of: zh(laterZh),
    does: zh("没(?:有)?(?:开通|用|借|申请)过|欠"),
    ifDisowned: true,
    isOfDenial: true,
    tells: { sign: "row" },
  },
  {
    of: zh("卡|余额|账户|零钱|支付宝|微信|存款|公积金|基金|股票|积分|养老金|社保|医保|补贴|退税|押金"),
    does: zh(String.raw`
    少了?\s?${someZh}|(?:转|提|取|划|刷|扣|花|卖|赎回)(?:走|掉|光|了)?\s?(?:了)?\s?${someZh}|
    被(?:人|别人)?(?:全部)?(?:提取?|取|领|转|划|刷|卖|赎回|套)(?:走|掉|光|空|了)`),
    without: zh(
      "不足|利息|手续费|房租|房贷|水电|这个?月|我(?:自己)?(?:去|刚|用|给|把|转|取|花|买|卖)|给(?:了)?(?:他|她|对方|骗子|指定)",
    ),
    tells: { sign: "money-gone" },
  },
  {
    of: zh("淘宝|京东|拼多多|美团|账号|饿了么|滴滴|外卖|抖音"),
    does: zh("被(?:人|别人)?(?:下了?|刷了?)(?:好?几|很多|一|两)?(?:个|笔)?单?"),
    tells: { sign: "row" },
  },
  {
    of: zh("密码|账号|微信|支付宝|网银|qq"),
    does: zh("(?:试|猜|撞|尝试(?:登[录陆]|破解|重置))(?:我|登|密码|了)|一直(?:在)?试"),
    with: zh(othersZh),
    tells: { sign: "notice" },
  },
  {
    of: zh("密码|密保|绑定的?(?:手机|邮箱)|预留手机号?"),
    does: zh("(?:被)?(?:重置|修改|更改|改掉|换掉|改了|换了)"),
    with: zh(`被|${othersZh}|凌晨|不知道|不是我`),
    without: zh("被?我(?:自己|刚|给)?(?:重置|修改|更改|改|换)"),
    tells: { sign: "notice", isDone: true },
  },
  {
    of: zh("苹果|apple ?id|id|icloud|账号|账户|手机"),
    does: zh("被?锁(?:定|了|住|死)|变(?:成)?(?:了)?砖|被(?:人)?抹"),
    with: zh("(?:苹果|apple|id|icloud|账号|账户)|砖|给钱|付钱|赎"),
    tells: { sign: "kicked-off" },
  },
  {
    of: zh("支付宝|微信|银行|网银|账号|账户|qq|抖音|淘宝|京东|app"),
    does: zh("(?:登|进|打)不(?:上|进|开|了)|(?:登录|登陆)(?:不了|失败|不上)"),
    isOfDenial: true,
    without: zh("忘|网(?:络)?(?:不好|断)|服务器|维护|升级|崩了|没网"),
    tells: { sign: "kicked-off" },
  },
  {
    of: zh("屏幕|手机|电脑"),
    does: zh("(?:能|可以|在)(?:看|看到|看见|控制|操作|操控)"),
    with: zh(othersZh),
    without: zh("看到我在|看视频"),
    tells: { isSteered: true },
  },
  {
    of: zh("向日葵|todesk|anydesk|teamviewer|ultraviewer|rustdesk|远程(?:软件|桌面|协助|控制)"),
    does: zh("装|下(?:载|了|个)|连|用|打开"),
    tells: { isSteered: true },
  },
  {
    of: zh("我的?(?:微信|qq|抖音|微博|小红书|朋友圈)|账号|被盗"),
    does: zh(
      "(?:在|给|向|找|到处|还在|乱)[^，。]{0,6}(?:发|卖|推|借|骗)[^，。]{0,8}(?:借钱|消息|链接|广告|东西|货|群|好友|钱)",
    ),
    without: zh("我(?:自己|在|给|刚)"),
    tells: { sign: "in-my-name" },
  },
  // A card that pays out of somebody else's wallet: whoever holds it spends, and the wallet's owner ends it.
  {
    of: zh("亲属卡|亲情卡|亲情付|亲情号|亲密付|亲友付|家庭卡|代付"),
    does: zh(
      `(?:被人?|(?:${othersZh}|他|她)[^，。,]{0,12})(?:给)?(?:自己)?(?:开通?|绑|办|加|领|赠|送|设)了?|(?:用|拿)[^，。,]{0,8}(?:开通?|绑|办|加|设)了?[^，。,]{0,6}亲|(?:多了?|冒出)[^，。,]{0,4}(?:张|个)`,
    ),
    without: zh("我(?:自己)?(?:给|开|送|绑|就给)|(?:老公|老婆|妈|爸|儿子|女儿|孩子)(?:开|送|给我)"),
    tells: { sign: "notice", isDone: true },
  },
  {
    of: zh("亲属卡|亲情卡|亲情付|亲密付|亲友付|代付"),
    does: zh(
      "(?:开通?|绑|办|赠|送|发|给)了?[^，。,]{0,8}(?:他|她|对方|骗子|租客|买家|卖家|客服|网友|一[张个])|(?:给|向|替|帮)(?:他|她|对方|人家|租客|买家)[^，。,]{0,8}(?:开通?|绑|办|赠|送|发)",
    ),
    without: zh("老公|老婆|我?[妈爸]|儿子|女儿|孩子|父母"),
    tells: { sign: "given", ifDeceived: true },
  },
  {
    of: zh("密码|验证码|卡号|身份证号?|银行卡(?![^，。,]{0,4}(?:交|递|拿)给)"),
    does: zh("(?:全|都|也)?(?:告诉|说了|说给|报了|报给|念了|念给|给了|发给|发了|填了|输了|输入了)"),
    with: zh("对方|他|她|骗子|客服|链接|网站|网页|陌生|人家|自称|[都全](?:告诉|说了|报|念|给|填|输)"),
    without: zh("我自己的(?:账号|账户)|儿子|女儿|老公|老婆"),
    tells: { sign: "given" },
  },
];
