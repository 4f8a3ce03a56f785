/**
 * Names that are everyday words, and everyday words that hold a name: `nothing is missing` is no phone of Nothing's, and
 * `电信诈骗` is no China Telecom. One list for every question that looks for names in what people write. It belongs to the
 * languages and to no institution, which is why no file of the catalogue has it.
 */

/** Names that somebody writes who means no institution, in lower case. */
const everyday: ReadonlySet<string> = new Set([
  ..."access advance ally alliance alpha ants arc bait bamboo barter base bell bit bolt bonus boost branch cake carbon".split(
    " ",
  ),
  ..."chase chime circles citizens clear coin coins compass cred cricket dialog discover discovery eight fido fizz flip".split(
    " ",
  ),
  ..."flow free freedom fuse fusion galaxy globe goto grab honor hype jazz jiffy jupiter keeper kite lemon little live".split(
    " ",
  ),
  ..."loop lotus max mint moto neon next nickel noon nothing nova nutmeg octopus olive one outlook pan pass personal play".split(
    " ",
  ),
  ..."plus prime promise rain red regions rocket salt security seven signal skinny sky smart smile snap spark spin".split(
    " ",
  ),
  ..."starling steam sunrise surf tangerine target terra three tiger titan toss true trust very wind zap".split(
    " ",
  ),
  ..."co-op|move it|free mail|aruba".split("|"),
  // What people are called.
  ..."ben elisa felix freja george iris liv lydia marcus mari maya otto robi tim".split(" "),
  // In other languages: of course, at once, free, alive, way, password, net, us, box, I am, blue, do, first, funds, hit by.
  ..."claro subito libero vivo modo clave dale nos caixa inter simpel blau drei erste mach tre tri dana kena pintu bos mae".split(
    " ",
  ),
  "pec",
  // By it money goes from any bank, and whose app it was nobody says.
  "upi",
  // 去哪儿: where to; 拿去花: to be spent; the others: word of mouth, a dried fish, on one road, glory, to look for.
  ..."去哪儿 拿去花 口碑 咸鱼 同程 荣耀 查找".split(" "),
  // Proof of who one is, next, a carrot and `of course`, an auction, a watermelon, a lake.
  ..."본인확인 다음 당근 옥션 スイカ レイク オリーブ".split(" "),
  // They stand within other words: savings, a fruit, a city.
  ..."сбер киви navi".split(" "),
]);

/** Everyday words in which a name stands, or into which it reaches: `其中信用卡` is no CITIC, `オンライン` no LINE. */
const holders: readonly string[] = [
  "navi mumbai",
  ..."电信诈骗 电信网络 电信业务 移动硬盘 移动电源 移动支付 移动端 移动设备 移动互联 移动办公 移动网络 移动数据 移动到".split(
    " ",
  ),
  ..."一路平安 报平安 保平安 平安无事 平安到 平安夜 平平安安 平安归来 三星级 小米粥 苹果汁 苹果派 红米饭 快手快脚".split(
    " ",
  ),
  ..."其中 集中 手中 北京通州 平台 转交 提交 上交 施工 修建 扩建 创建 新建 务农".split(" "),
  ..."オンライン ガイドライン タイムライン インスタント ブレイク オリーブオイル アップルパイ".split(" "),
  ..."토스트 토스터 сбереж сбереч".split(" "),
];

/** Is it an everyday word? In running text it names somebody only where it is written like a name. */
export const isEverydayWord = (name: string): boolean => everyday.has(name);

/**
 * Does an everyday word hold the name at this place of `text` (in lower case), or reach into it from before? It reaches into
 * names of two characters alone: `其中信用卡`, and not `其中国银行`.
 */
export const isWithinEverydayWord = (text: string, at: number, name: string): boolean =>
  holders.some((holder) => {
    if (name.includes(holder) || !text.includes(holder)) return false;
    for (let from = text.indexOf(holder); from >= 0 && from <= at; from = text.indexOf(holder, from + 1)) {
      const end = from + holder.length;
      if (end >= at + name.length || (from < at && end > at && name.length === 2)) return true;
    }
    return false;
  });

/** Written with a capital that nothing else asks for, or as who signs: `a code from Noon`, `Sky: your bill`. A script without capitals shows neither. */
export function isWrittenLikeName(text: string, name: string): boolean {
  const first = name[0] ?? "";
  if (first.toUpperCase() === first) return false;
  const written = `${first.toUpperCase()}${name.slice(1)}`.replaceAll(/[.*+?^${}()|[\]\\]/g, "\\$&");
  return new RegExp(`[^.!?。！？\\s]\\s+${written}\\b|(?:^|[\\[【(])${written}\\s?[:\\]】)]`).test(text);
}
