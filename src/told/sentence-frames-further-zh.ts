/**
 * Frames of Chinese clauses, of what was heard in nights made up as families tell them: a phone that lay open when it went, a payment that
 * is only about to be made, gold and cash that were fetched, an office that rang (`sentence-frames.ts`).
 */
import { type Frame, zh } from "./sentence-frame.ts";

const phones = "手机(?!号|卡|银行|话费)|iphone|平板";
const notPhones = "车|门|柜|箱|单车|抽屉|办公室|支付密码|银行卡|账号|账户|微信|支付宝";
const offices =
  "公安|警察|民警|警官|派出所|刑警|检察院|检察官|法院|社保局|医保局|海关|通信管理局|通管局|银保监|金融监管|信用中心";

export const framesFurtherInChinese: readonly Frame[] = [
  // Gone, and open: whether it was is said of the whole text.
  {
    of: zh(phones),
    does: zh(
      "(?:没锁屏?|没上锁|没(?:有)?设[^，。,]{0,6}密码)[^，。,]{0,3}就(?:被[^，。,]{0,4})?(?:丢|掉|偷|抢|拿走|不见|没了)|(?:没锁屏?|没上锁|没(?:有)?设[^，。,]{0,6}密码)[,，]\\s*(?:在|被|让)[^，。,]{0,10}(?:丢|掉|偷|抢|拿走|捡走|摸走)了?",
    ),
    without: zh(notPhones),
    isOfDenial: true,
    tells: { gone: "device.phone" },
  },
  {
    of: zh("密码|图案"),
    does: zh(
      "(?:锁屏|开机|解锁|手机)(?:的)?(?:密码|图案)(?:就|很|太)?(?:是|用的是|设的是)?(?:我|他|她|老公|老婆|儿子|女儿|孩子)?的?(?:生日|简单|好猜|容易猜|\\d{4,6}|六个\\d|六个[零一二三四五六七八九])",
    ),
    without: zh("支付|银行|微信|支付宝|账号|改成|改了|换成|不是"),
    tells: { isOpen: true, isCodeSeen: true },
  },
  {
    of: zh("手机|屏幕|电脑"),
    does: zh(
      "(?:手机|屏幕|电脑)[^，。,没未]{0,4}(?:自己|自动|正|上|里)?(?:正)?在(?:自己|自动)?(?:转账|转钱|转走|付款|汇款|打款|提现)",
    ),
    without: zh("我在|我正在|自己在用"),
    tells: { sign: "row" },
  },
  // A payment that is about to be made.
  {
    of: zh("对方|骗子|他们|那人|那个人|自称|客服"),
    does: zh(
      "(?:一直|还|正)在(?:电话|通话|视频|微信)(?:里|中|上|那头|那边)?(?:等|催|说|盯)?|(?:不让|不许|不准)(?:我|她|他|我[妈爸])?挂(?:断|电话)?",
    ),
    without: zh("昨|后来|挂了|已经挂|报警|骗子电话"),
    isOfDenial: true,
    tells: { sign: "led" },
  },
  {
    of: zh("转|汇|打款|付|取"),
    does: zh(
      "(?:我|她|他|妈|爸|老人|老公|老婆|现在|目前)[^，。,]{0,4}还没(?:有)?(?:转|汇|打款|付|打钱)(?:过去|给|钱|账|款)?",
    ),
    without: zh("房租|学费|工资|社保|水电|还没转正"),
    isOfDenial: true,
    tells: { sign: "led", ifDeceived: true },
  },
  {
    of: zh("骗子|安全账户|假(?:客服|警察|公安)"),
    does: zh(
      "(?:正在?|准备|马上要?|快要|正要|要去|在去)[^，。,了没不]{0,14}(?:给|向|往|到)?[^，。,了没不]{0,6}(?:转|汇|打|送|取)(?:钱|款|账|过去)",
    ),
    without: zh("拦住|没转成|挂失|冻结|报警"),
    tells: { sign: "led" },
  },
  // What was paid.
  {
    of: zh("付|转|扫码|二维码|汇"),
    does: zh("(?:付|转|汇|打)(?:了|完)?(?:款|钱|账|过去)了?"),
    with: zh("(?:发现|才知道|原来|结果)[^，。,]{0,8}(?:假|骗|钓鱼|山寨|冒牌)"),
    without: zh("差点|没付|没转|退(?:了|回)|假(?:货|一赔)"),
    tells: { sign: "paid" },
  },
  {
    of: zh("黄金|金条|金饰|金镯|首饰|现金"),
    does: zh(
      "(?:快递员?|骑手|跑腿|司机|网约车|上门的?人?|陌生人|一个(?:男|女)?人|对方|他们?派的?人?)[^，。,没未]{0,8}(?:收|拿|取|带|运)走了?",
    ),
    without: zh("典当|银行|保险柜|偷|抢|老公|老婆|儿子|女儿|回收"),
    tells: { sign: "paid-in-cash" },
  },
  // Who rang.
  {
    of: zh(offices),
    does: zh(`(?:${offices})[^，。,]{0,6}(?:打|来)(?:来|了|过)?(?:一?个)?电话(?!给)`),
    with: zh(
      "涉案|洗钱|嫌疑|冻结|案件|违法|传票|通缉|逮捕|诈骗|异常|过期|停机|停保|注销|名下|核查|配合|包裹|逾期|泄露",
    ),
    without: zh("我(?:打|给|已经)|打给|报警|报案|回访|回电"),
    tells: { sign: "call" },
  },
];
