/**
 * Who speaks in what is told, and what they say was not their doing. Words of the languages of the catalogue's countries; what a
 * sentence is a sign of is the catalogue's.
 */

import { isEverydayWord, isWrittenLikeName, type Meaning, standsAt, sumsIn } from "../evidence/index.ts";
import type { Grounded } from "../ground/index.ts";
import { withoutAccounts } from "./words-told.ts";

/** What somebody says was not their doing is theirs least of all, whatever the sign it names. */
export const isDenial = (says: string): boolean =>
  /\b(not|never|neither|none of|no one|nobody|didn't|didn’t|hadn't|hadn’t|haven't|wasn't|don't recognise|don't recognize|without my|não|nunca|nie|nicht|keine?[nmrs]?|pas|jamais|mai|no (?:(?:me|nos|le|les) \p{L}+(?:aron|ieron)|hice|autoric[eé]|ped[ií]|reconozco|fui)|bukan|tidak)\b|(?<!\p{L})non (?:ho|sono)\b/iu.test(
    says,
  ) ||
  /(没有|没|未|从未|并未|沒有|從未)[^，。]{0,6}(申请|申請|办理|辦理|办|要求|操作|授权|授權|同意|点|做|登录|登入|借|买|转|轉|汇|匯|付|刷|取过|充)|不是(我|本人)|非本人|不认识的|不知道的|莫名/.test(
    says,
  ) ||
  /知らない|身に覚え|覚えのない|覚えがな|心当たり|していません|していない|(?:私|自分|本人)(?:では|じゃ)(?:ない|ありません)|모르는|하지 않|한 적 없|한 적이 없|안 했|본인이 아/.test(
    says,
  );

/** Money went, as its owner found out. */
const foundGone =
  /\b(gone|missing|emptied|drained|stolen|disappeared|vanished|taken out|(?:was|were|been) (?:taken|withdrawn|sent away|moved))\b|sumi(?:u|ram)|desaparec|zerad[ao]|esvazia|verschwunden|abgeräumt|leergeräumt|sparit[oie]|svuotat|disparu|vidé|vaciad/iu;
const foundGoneInScript =
  /被人|被盗|被刷|被转|被骗|被花|被用|不见了|少了|没了|被盜|被轉|不見了|なくなって|無くなって|なくなりました|引き落とされ|使われ|盗まれ|사라|빠져나|없어졌/;

/** What people call money that went; a word that may stand for a message or a device as well is none of them. */
const moneyWords =
  /\b(money|payments?|transfers?|transactions?|withdrawals?|purchases?|charges?|debits?|savings|balance|dinheiro|saldo|pix|transferências?|compras?|saques?|pagamentos?|geld|überweisung(?:en)?|abbuchung(?:en)?|lastschrift(?:en)?|konto|denaro|soldi|bonific[oi]|pagament[oi]|argent|virements?|paiements?|achats?|dinero|transferencias?|cargos?|pagos?|uang|saldo)\b/iu;
const moneyInScript =
  /[那这這几幾两兩一二三四五六七八九十]笔|[那這]筆|[转轉][过過]?[账賬帳]|[转轉付刷汇匯]的|钱|款|消费|转账|支付|余额|花呗|存款|错账|錢|消費|轉賬|餘額|お金|引き落とし|支払い|振込|残高|決済|預金|돈|이체|결제|출금|잔액|예금/;

/** Somebody says of money that went that it was none of their doing, or that they found it gone. */
export const isDeniedMoney = (says: string): boolean =>
  (moneyWords.test(says) || moneyInScript.test(says) || sumsIn(says).length > 0) &&
  (isDenial(says) || foundGone.test(says) || foundGoneInScript.test(says));

/**
 * The sums somebody speaks of: whoever tells what happened leaves the currency out. A bare number is held against rows of that
 * very sum, and says nothing where there is none.
 */
export const sumsSaidIn = (says: string): readonly number[] => [
  ...new Set([
    ...sumsIn(says),
    ...[...withoutAccounts(says).matchAll(bareNumber)].map(([number]) => Number(number.replaceAll(",", ""))),
  ]),
];
const bareNumber = /(?<![\d.,/:-])(?:\d{1,3}(?:,\d{2,3})+|\d{3,7})(?:\.\d{1,2})?(?![\d,/:-]*\d)/g;

/** Somebody says that they know nobody of a name. */
export const isUnknownName = (says: string): boolean =>
  /\b(?:do not|don['’]t|doesn['’]t|didn['’]t|never|not)\b[^,.;]{0,8}\b(?:know|knew|recogni[sz]e|heard of|met) |\bno idea who\b|\bwho (?:is|are) |\bkenne (?:ich )?(?:kein\p{L}*|nicht)|\bno conozco\b|\bnão conheço\b|\bje ne connais\b|\bnon conosco\b/iu.test(
    says,
  ) || /不认识|不認識|没听说过|不知道是谁|知らない人|知りません|모르는 사람|누군지 모/u.test(says);

/** It says that somebody paid, sent or bought something; whose hand it was, `told-hands.ts` says. */
export const isPaid = (says: string): boolean => payment.test(says) || paymentInScript.test(says);
const payment =
  /\b(?:paid|sent|transferred|moved|bought|ordered|withdrew|topped up|paguei|transferi|comprei|saquei|enviei|mandei|überwiesen|bezahlt|gekauft|abgehoben|payé|viré|acheté|retiré|pagato|trasferito|comprato|prelevato|pagué|transferí|compré|envié|saqué|membayar|mentransfer|membeli)\b/iu;
const paymentInScript =
  /付了|交了|转了|转给|转到|汇了|买了|取了|还了|充了|給了|轉了|買了|払いました|支払いました|振り込みました|買いました|送金しました|보냈|샀|결제했|이체했|송금했/;

/** What came to whoever speaks is no money that went. */
export const isPaidToThem = (says: string): boolean =>
  /(?<!\b(?:not|by|without) |n't )\b(?:me|us)\b|[给給还還退了]我(?!的)/iu.test(says);

/** Somebody says of a code that they had not asked for it; one that never came, or that they told nobody, is none of these. */
export const isDeniedCode = (says: string): boolean =>
  (/\b(codes?|otps?|tan|código|codice)\b/iu.test(says) ||
    /验证码|校验码|驗證碼|認証コード|인증번호/.test(says)) &&
  isDenial(says) &&
  !notOfAsking.test(says);
const notOfAsking =
  /\b(?:not|never|nobody|no one|\w+n['’]t)(?: (?:ever|even|really|been))? (?:gave|give|given|told|tell|shared?|read|forward(?:ed)?|sent|send|get|got|received?|arrived?|come|came|entered|enter|typed?|used?|seen?|saw)\b|nicht (?:weitergegeben|bekommen|erhalten|angekommen)|não (?:passei|dei|recebi|chegou)|no (?:di|he dado|recibí|llegó)\b|non (?:ho (?:dato|ricevuto)|è arrivato)|pas (?:donné|reçu|communiqué|arrivé)|[没沒未](?:有)?[^，。]{0,8}(?:收到|告诉|告訴|给|給|透露|泄露|发|發)|届いていない|教えていない/iu;

/** Somebody says that they told nobody. */
export const isKeptSecret = (says: string): boolean =>
  /[没沒未](?:有)?[^，。]{0,10}(?:告诉|告訴|透露给|泄露给|给|給)(?:过|了)?(?:任何人|别人|別人|他|她|对方|對方|谁|人)|教えていません/u.test(
    says,
  );

/** Somebody says that they told whoever called or wrote nothing, or hung up. */
export const isNothingTold = (says: string): boolean =>
  /\b(?:told|gave|said|shared)\b[^,.;]*\bnothing\b|\b(?:did not|didn['’]t|never) (?:tell|give|read|share)\b|\bhung up\b|\baufgelegt\b|\braccroché\b|\bdesliguei\b|\bcolgué\b/iu.test(
    says,
  ) ||
  /什么(?:都|也)没(?:说|给|告诉)|没(?:有)?(?:告诉|给)(?:他|她|对方)|挂了(?:电话)?|切りました|教えていません|끊었|알려주지 않/.test(
    says,
  );

export const isLinkOpened = (says: string): boolean =>
  /\blinks?\b|\benlace\b|\blien\b|链接|連結|リンク|링크/iu.test(says);

/** A message that came is nobody's own act, whoever tells of it. */
const isReceived = (says: string): boolean =>
  /\b(?:got|received|had|saw|noticed|was sent|recebi|chegou|recibí|me llegó|erhielt|bekam|ho ricevuto|j'ai reçu|menerima)\b.*\b(?:texts?|messages?|sms|e-?mails?|mails?|codes?|notifications?|notices?|alerts?|letters?|calls?|mensagem|código|mensaje|nachricht|messaggio|codice|pesan)\b/iu.test(
    says,
  ) || /收到|来了(?:短信|邮件|验证码)|弹出|届い|が来ました|받았|문자가 왔/.test(says);

/** Who speaks of what they did themselves: by a word for themselves, or by a verb where such a word is left out. */
export const isOwnVoice = (says: string): boolean =>
  !isReceived(says) && ownVoice.some((each) => each.test(says.trim()));

const ownVoice: readonly RegExp[] = [
  /^(i|we|he|she|my \w+|ich|wir|j'ai|nous|ho|abbiamo|hice|hicimos|llamé|avisé|bloqueé|pedí|cambié|fui|eu|nós|liguei|avisei|pedi|fiz|bloqueei|registrei|troquei|mudei|cancelei|saya|kami)\b/iu,
  /\b(?:gave|handed|issued|sold|made) (?:me|us|him|her) (?:an?|my|our|the) (?:new|replacement|duplicate|fresh)\b/i,
  /^(got|called|phoned|rang|blocked|reported|changed|reset|cancelled|canceled|froze|asked|went|visited|bought|set up|turned|removed|replaced|suspended|stopped)\b/i,
  /(?<!不)是(?:我|我们|我們|我?(?:家人|丈夫|妻子|老公|老婆|妈妈|爸爸|女儿|儿子))(?:自己|本人|让)?[^，。；被]{0,6}(?:转|付|买|取|汇|充|还|刷|办|改|轉|買|匯|還|辦)的?/,
  /^(我|我们|我們|她|他|家人|丈夫|妻子|老公|老婆|私|제가|저는|내가|아내가|남편이)/,
  /^(打了|打电话|打電話|到营业厅|去营业厅|去银行|到银行|致电|拨打|补办了|补了|挂失了|报了警|报警|冻结了|修改了|改了|重置了|重设了|找回了)/,
  /(電話して|連絡して|再発行して|届を出し|신고했|전화했|정지했|정지시켰|연락했)/,
];

/** It says who did it: whoever speaks, or one of their relatives. */
export const isOwnHand = (says: string): boolean => ownHand.test(says.trim());
const ownHand =
  /^(?:(?:i|we|my (?:husband|wife|partner|son|daughter|mother|father|mum|mom|dad|brother|sister|parents)|ich|wir|j'ai|nous|ho|abbiamo|eu|nós|saya|kami)\b|我|我们|我們|家人|丈夫|妻子|老公|老婆|私|제가|저는|내가|아내가|남편이|(?<!不)是我)/iu;

/** It speaks of somebody who is not one of them, or may not be. */
export const isOfStranger = (says: string): boolean =>
  /\b(?:he|she|they|someone|somebody|anyone|who|(?:an?|the|some|two|three) (?:man|woman|men|guys?|boys?|caller|stranger|thie(?:f|ves)|hackers?|scammers?|fraudsters?|intruder|attacker)|thie(?:f|ves)|hackers?|scammers?|fraudsters?|criminals?|er|jemand|alguien|alguém|quelqu'un|qualcuno|elle|ladrão|ladrón)\b|他|她|它|别人|別人|有人|某人|对方|對方|骗子|騙子|小偷|黑客|駭客|陌生|坏人|犯人|誰か|누군가|누가/iu.test(
    says,
  );

/** It says that somebody who is none of them did it: `someone got into my mail`. Who sits at a bank or in a shop is asked to. */
export const isStrangersHand = (says: string): boolean => strangersHand.test(says.trim());
const strangersHand =
  /^(?:(?:someone|somebody|an? unknown \w+|an? (?:man|woman|guy|person) (?:i|we) (?:do not|don['’]t) know|(?:an?|the|some) (?:stranger|thie(?:f|ves)|hackers?|scammers?|fraudsters?|intruder|attacker|criminals?)|thieves|hackers|scammers|fraudsters|criminals|jemand|(?:ein|der) (?:dieb|betrüger|fremder|unbekannter|hacker)|alguien|alguém|quelqu['’]un|qualcuno|(?:un|le) (?:voleur|escroc|inconnu|hacker)|(?:un|il) (?:ladro|truffatore|hacker)|(?:o|el|um|un) (?:ladrão|ladrón|golpista|bandido|estafador|hacker|desconhecido|desconocido)|seseorang|(?:pencuri|penipu))(?![\p{L}])(?!\s+(?:at|from|in|of|bei|von|aus|de|do|da|no|na|del|della|en|chez|du|dari|di)(?![\p{L}]))|有人|别人|別人|某人|对方|對方|骗子|騙子|小偷|黑客|駭客|陌生人|誰か|犯人|詐欺師|누군가|사기꾼|도둑)/iu;

/** The parts of a sentence. */
export const clausesOf = (says: string): readonly string[] =>
  says.split(/[,.;!?，。；！？]|\b(?:and|then|but)\b/iu).map((clause) => clause.trim());

/**
 * Whom a sentence names: one's own, or one of the same country by a name that is written as one. `three debits` are no carrier of
 * another country, nor is a word in small letters a bank nobody spoke of.
 */
export function namedIn(
  says: string,
  {
    meaning,
    own,
    world: { catalog, person },
  }: {
    readonly meaning: Meaning;
    readonly own: ReadonlySet<string>;
    readonly world: Pick<Grounded, "catalog" | "person">;
  },
): readonly string[] {
  const region = person.things.get("person")?.attributes.get("region");
  const isHere = (id: string): boolean => {
    const regions = catalog.institutions.get(id)?.regions ?? [];
    return region === undefined || regions.length === 0 || regions.includes(region);
  };
  const isWrittenAsName = (name: string): boolean => {
    const plain = says.normalize("NFKC");
    if (isEverydayWord(name)) return isWrittenLikeName(plain, name);
    return [...standsAt(plain.toLowerCase(), name)].some((at) => {
      const first = plain.slice(at, at + name.length);
      return !/^\p{Ll}/u.test(first) || /\p{Lu}/u.test(first);
    });
  };
  const written = new Set(meaning.institutionsIn(says, isWrittenAsName).filter(isHere));
  return meaning.institutionsIn(says).filter((id) => own.has(id) || written.has(id));
}

/** `a code from O2`: what is too short to be looked for in any text is one of the person's own. */
export function namedShortly(says: string, meaning: Meaning, own: ReadonlySet<string>): readonly string[] {
  const words = says.split(/[^\p{L}\p{N}&-]+/u).slice(1);
  const capital = words.filter((word) => /^\p{Lu}/u.test(word));
  return [...new Set(capital.flatMap((word) => meaning.institutionsOf(word)))].filter((id) => own.has(id));
}
