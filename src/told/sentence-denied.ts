/** What a clause only denies, asks, fears, tells of long ago or of somebody else: none of it was seen. */

const supposed =
  /\b(?:if(?! (?:it|this|that)(?: is| was|'s) (?:me|you|us)\b)|in case|unless|afraid|worried|fear|scared|might|maybe|perhaps|suspect|wonder|wondering|how to|what happens|imagine|could(?! not|n't)|would|should)\b|\b(?:almost|nearly) (?:gave|got|had|was|stole|stolen|snatched|grabbed|took|taken|robbed|mugged|handed|sent|paid|told|read|transferred|lost|fell|clicked|let|passed|posted|typed)\b|\bmay (?:be|have)\b|如果|要是|万一|假如|假设|(?<!听[^，。]{0,6})的话|怕|担心|以免|防止|避免|可能|怀疑|也许|或许|会不会|能不能|要不要(?!允许|同意|批准)|是不是(?!我?本人|我在[^，。]{0,8}登)|有没有|是否(?!我?本人|允许|同意)|难道|吗|差一?点儿?(?!钱)|险些/;
const asks =
  /^\s*(?:is|are|was|were|do|does|did|has|have|had|can|will)\s+(?:i|you|it|they|he|she|we|my|your|the|this|that|there|someone|somebody|anyone|anybody)\b/;
/** Whoever asks why takes it for so. */
const asksWhy = /\bwhy\b|\bhow come\b|为什么|为何|怎么会|怎么就|怎么突然|咋/;
/** What others ask about is what they saw. */
const othersAsk =
  /(?:问我|来问|打电话问)[^，。]{0,4}(?:是不是|怎么|为什么|真的|是否)|\basked (?:me )?(?:if|whether|why) i\b/;
const longAgo =
  /\b(?:last (?:month|year)|(?:months|years) ago)\b|去年|前年|[几好多一二两三四五六七八九十\d](?:个月|年)前|上个月/;
const ofOthers =
  /\b(?:friend|neighbou?r|colleague|coworker|classmate|stranger)(?:'s|s')\s|(?:朋友|邻居|同事|同学|网友|别人)(?:家)?的?(?:手机|号码|手机号|卡|银行卡|账户|账号|微信|支付宝|钱)|(?:他|她|业主|房东|对方)[的个]?(?:whatsapp|微信|line|qq|fb|ig|telegram|账号|账户)[^，。]{0,4}被|\b(?:in|on) the news\b|新闻/;

/** Long ago, or somebody else's. */
export const isElsewhere = (clause: string): boolean => longAgo.test(clause) || ofOthers.test(clause);

/** Asked, feared, long ago, or somebody else's. */
export function isNotSeen(clause: string, mark: string): boolean {
  if (isElsewhere(clause)) return true;
  if (asksWhy.test(clause) || othersAsk.test(clause)) return false;
  return supposed.test(clause) || asks.test(clause) || /[?？]/.test(mark);
}

/** Stands for a letter of a wording that was found, so that the `no` of `no network` denies nothing after it. */
export const hidden = "\u0001";
/** How others say no: German, French, Spanish, Portuguese, Italian, Indonesian, Vietnamese; not `I did not ask for` it. */
const ofOtherTongues =
  "nicht|keine?[rmns]?|nie|ohne|ne|pas|jamais|aucune?|sans|nunca|jamás|ningún|ninguna?|sin|não|nenhuma?|sem|non|mai|nessuna?|senza|tidak|belum|bukan|tanpa|(?:không|chưa|chẳng)(?! (?:phải|yêu cầu|đăng ký|thực hiện|làm|biết|rõ))";
const deniesBefore = new RegExp(
  `(?:(?<![\\p{L}])(?:no|not|never|without|nor|neither|none|nothing|nobody|cannot|hardly|${ofOtherTongues})(?![\\p{L}])|n't\\b)[^${hidden}]{0,32}$`,
  "u",
);
const fewWords = /^\S*(?:\s+\S+){0,5}\s*$/;
const deniesAfter =
  /^\S{0,2}\s*(?:(?:has|have|had|did|does|do|was|were|is|are)\s*(?:not|n't)\b|(?:hasn't|haven't|hadn't|didn't|doesn't|wasn't|weren't|isn't|aren't)\b|never\b)|^(?:短信|消息|的事)?(?:也|还|都|一直|并|从来|根本)?(?:没有?|未)(?:再)?(?:来|到|收|发|出|成|有|动|被)/;
const deniesBeforeZh = new RegExp(
  `(?:没|未|无|不是|并非|不曾|不会|别(?![处的人地家]))(?:(?:有|再|曾|收到|看到|见到|发现|接到|出现|发生|显示|被|任何|什么)[^${hidden}]{0,12}|[^的${hidden}]{0,6})$`,
);

/** Korean says no before the verb or after its stem; `등록하지 않은 새 기기` tells of a device that somebody else registered. */
const deniesBeforeKo = /(?<!\p{L})(?:안|못)\s*$/u;
const deniesAfterKo =
  /^[가-힣]{0,4}지(?:는|도)?\s*(?:않|못)(?!은|는|을|한|았는데|했는데|았지만|했지만)|^[가-힣]{0,3}\s?(?:건|것은|게|거)\s?아니|^\s?(?:[가-힣]{1,4}(?:은|는|이|가|도)\s)?안\s?(?:됐|되었|왔|나갔|떴)/;
/** Japanese after it, and of its own verb alone: `覚えがありません` disowns what was seen. */
const deniesAfterJa =
  /^(?:(?:は|も|が)?(?:登録|変更|追加|設定|確認)?(?:され|られ))?て?(?:いません|いない(?!の?に)|おりません)/;
const deniesElsewhere = (before: string, after: string): boolean =>
  deniesBeforeKo.test(before) || deniesAfterKo.test(after) || deniesAfterJa.test(after);

/** `no code came`, `没收到验证码`; not `a code I did not ask for`, `没申请过的验证码`. */
export function isDenied(masked: string, from: number, to: number, clauseAt: number): boolean {
  const before = masked.slice(clauseAt, from);
  const after = masked.slice(to);
  const denial = deniesBefore.exec(before)?.[0];
  if (denial !== undefined && fewWords.test(denial)) return true;
  return deniesBeforeZh.test(before) || deniesAfter.test(after) || deniesElsewhere(before, after);
}
