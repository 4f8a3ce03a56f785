/** Whom to call, and what was seen, in words: a place nobody named is `your carrier`, a sign is a sentence and no id. */
import type { Grounded } from "../ground/index.ts";
import { splitCapability } from "../model/index.ts";
import { type Incident, momentText, type Sign, type Taken } from "../respond/index.ts";
import type { SignWord } from "../told/index.ts";
import { inBrackets, marks } from "./marks.ts";
import { timeOf } from "./respond-happened.ts";
import { respondWords } from "./respond-words.ts";
import { sayCapabilityName, sayThing } from "./say.ts";
import { sayOfKind, sayPlace } from "./say-place.ts";
import { type Both, both, type Lang } from "./words.ts";

const seen: Readonly<Record<SignWord, Both<string>>> = {
  "number-rings": both("the number rings", "号码打得通"),
  "number-off": both("the number is off", "号码关机"),
  "no-service": both("no network", "手机没有信号"),
  "stranger-answers": both("a stranger answers the number", "陌生人接了电话"),
  "no-codes": both("codes do not come", "收不到验证码"),
  diverted: both("calls to the number go elsewhere", "来电被转到别的号码"),
  code: both("a code came", "收到验证码"),
  call: both("a call came", "接到来电"),
  prompt: both("asked to say yes to something the owner did not begin", "收到不是本人发起的确认请求"),
  moving: both("told that the number is to be stopped or moved", "被告知号码要停机、补卡或转网"),
  mail: both("an email came", "收到邮件"),
  notice: both("a message came", "收到通知"),
  row: both("a payment that is not the owner's", "有一笔不是本人的交易"),
  "kicked-off": both("thrown out", "被挤下线"),
  refused: both("not taken any more", "提示密码不对"),
  "active-again": both("lifted again", "又被解除"),
  "still-blocked": both("still blocked", "仍在冻结或挂失"),
  "not-mine": both("an account that is not the owner's", "登录后不是本人的账户"),
  "new-account": both("an account opened in the owner's name", "名下多出账户"),
  unbound: both("taken off its account", "被解绑"),
  "phone-online": both("seen by find-my-phone", "查找手机显示在线"),
  "money-there": both("the money is there", "钱还在"),
  "money-gone": both("money is gone", "钱少了"),
  given: both("a code or password was given away", "把验证码或密码给了别人"),
  "somebody-in": both("somebody else is signed in", "账号被别人登录"),
  "in-my-name": both("somebody writes or pays in the owner's name", "有人冒用本人名义发消息或付款"),
  paid: both("the owner paid somebody who lied", "本人受骗，自己付了款"),
  "paid-in-gift-cards": both("the owner paid somebody who lied, in gift cards", "本人受骗，买礼品卡付了款"),
  "paid-in-crypto": both("the owner paid somebody who lied, in coins", "本人受骗，转出了虚拟币"),
  "paid-in-cash": both("the owner handed cash or goods to somebody who lied", "本人受骗，交出了现金或财物"),
  led: both("somebody is being talked into a payment just now", "有人正被骗子牵着，准备付款"),
  quiet: both("nothing came", "没有动静"),
};

/** `sign 3 (21:48): no network, the number`. */
export function saySign(world: Grounded, incident: Incident, index: number, lang: Lang): string {
  const words = respondWords(lang);
  // One sentence may tell of several things.
  const signs = incident.signs.filter((each) => each.index === index);
  const [sign] = signs;
  const told = incident.taken.find((each) => each.signs.some((sign) => sign.index === index));
  const name =
    told?.list === "done"
      ? words.deedNumber(told.index + 1)
      : index < 0
        ? words.noteNumber(-index)
        : words.sign(index + 1);
  if (sign === undefined) return name;
  const time = momentText(sign.at.from, incident.offset).slice(11, 16);
  const { colon, semicolon } = marks[lang];
  return `${name}${inBrackets(time, lang)}${colon}${signs.map((each) => sayWhatWasSeen(world, each, lang)).join(semicolon)}`;
}

/** `no network, the number`. */
export function sayWhatWasSeen(
  world: Grounded,
  sign: Pick<Sign, "sign" | "on" | "from">,
  lang: Lang,
): string {
  const parts = [seen[sign.sign][lang], aboutIn(world, sign, lang), senderIn(world, sign, lang)];
  return parts.filter((part) => part !== "").join(marks[lang].comma);
}

/** Of an act that is a call: that nobody was there when it was tried, as somebody told. */
export function sayNotReached(
  incident: Pick<Incident, "at" | "offset" | "attempts">,
  attempt: NonNullable<Taken["attempt"]> | undefined,
  lang: Lang,
): readonly string[] {
  // What stands in `done` is said by its own act.
  if (attempt === undefined || !incident.attempts.includes(attempt)) return [];
  const words = respondWords(lang);
  const [time, until] = [timeOf(incident, attempt.at, lang), timeOf(incident, attempt.until, lang)];
  if (attempt.result === "in-person") return [words.wantedThere(time)];
  return [attempt.result === "closed" ? words.wasClosed({ time, until }) : words.wasNotAnswered(time)];
}

/** A call that came to nothing: whom, when, and when it is worth trying again. */
function sayAttempt(
  world: Grounded,
  incident: Pick<Incident, "at" | "offset">,
  attempt: NonNullable<Taken["attempt"]>,
  lang: Lang,
): string {
  const words = respondWords(lang);
  const { places, kind, result, at, until } = attempt;
  const called =
    places.length === 0
      ? sayOfKind(kind ?? "other", lang)
      : places.map((place) => sayPlace(world, place, lang)).join(words.orElse);
  const say = { closed: words.isClosed, "no-answer": words.notReached, "in-person": words.inPerson };
  return say[result]({
    name: called ?? words.whomCalled,
    time: timeOf(incident, at, lang),
    until: timeOf(incident, until, lang),
  });
}

/** What a sentence was taken for, to be changed where it is not so. */
export function sayTaken(
  world: Grounded,
  incident: Pick<Incident, "at" | "offset">,
  { text, signs, gone, isSteered, isOpen, isLocked, attempt, deeds = [] }: Taken,
  lang: Lang,
): string {
  const words = respondWords(lang);
  const what = [
    ...(attempt === undefined ? [] : [sayAttempt(world, incident, attempt, lang)]),
    ...gone.map((thing) => words.isGone(aboutIn(world, { on: thing }, lang))),
    ...(isSteered ? [words.isSteered] : []),
    ...(isOpen ? [words.isOpen] : []),
    ...(isLocked === true ? [words.isLocked] : []),
    ...deeds.map(({ action, result }) => {
      const thing = aboutIn(world, { on: splitCapability(action)?.subjects[0] ?? "" }, lang);
      return result === "refused" ? words.isRefused(thing) : words.isStopped(thing);
    }),
    ...signs.map((sign) => sayWhatWasSeen(world, sign, lang)),
  ];
  return words.takenFor({ text, what: what.join(marks[lang].semicolon) });
}

/** What it is about, as the person has it; what nobody here has is told as it was written. */
function aboutIn(world: Grounded, { on }: Pick<Sign, "on">, lang: Lang): string {
  const inner = /^[a-z-]+\((.*)\)$/.exec(on)?.[1] ?? on;
  const [kind = "", name = "", secret] = inner.split(".");
  const thing = `${kind}.${name}`;
  if (world.person.things.has(thing))
    return secret === undefined
      ? sayThing(world, thing, lang)
      : sayCapabilityName(world, `know(${inner})`, lang);
  // What is at a place is told by whose it is: `card.cmb` is the card of China Merchants Bank, whatever the file calls it.
  const own = [...world.person.things.values()].find(
    ({ id, institution }) => institution === name && id.startsWith(`${kind}.`),
  );
  if (own !== undefined) return sayThing(world, own.id, lang);
  const place = [inner, name].find((id) => world.catalog.institutions.has(id));
  return place === undefined ? inner : sayPlace(world, place, lang);
}

const senderIn = ({ catalog }: Grounded, { from }: Pick<Sign, "from">, lang: Lang): string =>
  from === undefined
    ? ""
    : respondWords(lang).sentBy(catalog.institutions.has(from) ? sayPlace({ catalog }, from, lang) : from);
