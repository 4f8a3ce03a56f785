/** What is right to do and is no flow of anybody's, as an act like any other, and where it stands among them. */
import { at, isEmergencyNumber, nameOfUnread } from "../model/index.ts";
import {
  type Counsel,
  counselId,
  type Incident,
  type Response,
  termsOfOwnPayment,
} from "../respond/index.ts";
import type { ActionTold } from "./action-told.ts";
import { counselWords } from "./counsel-words.ts";
import { listed, marks } from "./marks.ts";
import { type ContactTold, contactsOf } from "./respond-contacts.ts";
import { sayNotReached } from "./respond-places.ts";
import { respondWords } from "./respond-words.ts";
import { capitalised, sayThing } from "./say.ts";
import { sayPlace } from "./say-place.ts";
import type { Lang } from "./words.ts";

interface Acts {
  readonly next: readonly ActionTold[];
  readonly later: readonly ActionTold[];
}

/** The acts of an answer with the counsel among them: the owner's own first act may be one. */
export function withCounsel(
  response: Response,
  incident: Incident,
  { next, later }: Acts,
  lang: Lang,
): { readonly next: readonly ActionTold[]; readonly then: readonly ActionTold[] } {
  const { counsel } = response;
  const tell = (each: Counsel) => counselTold(response, incident, each, lang);
  const [first, ...others] = counsel.first.map(tell);
  const soon = counsel.soon.map(tell);
  const last = counsel.last.map(tell);
  const byHelpers = next.filter(({ helper }) => helper !== "owner");
  // Nobody locks anything for the owner while it is still open whether anything happened.
  const isOpen = counsel.isOnlyTried || counsel.isOnlyPaid || counsel.unexplained.size > 0;
  const beside = isOpen ? [] : byHelpers;
  const head = first === undefined ? next : [first, ...beside];
  const rest = first === undefined ? later : [...next.filter((act) => !beside.includes(act)), ...later];
  const tonight = byRuleTonight(response);
  const isMoneyNamed = (act: ActionTold) =>
    !isAssumed(act) &&
    keepsMoney.has(response.world.catalog.institutions.get(act.institution)?.kind ?? "") &&
    act.stops.length > 0;
  // What was named goes before what is only assumed, whether anybody has read it or not.
  const isAssumed = ({ institution }: ActionTold) =>
    response.world.catalog.institutions.get(institution)?.isArchetype === true;
  // What is asked of a place one calls anyway is asked in or after that call; the rest comes after it, or at once.
  const { acts: placed } = soon.reduce(
    ({ acts, from }, each) => {
      const call = acts.findLastIndex(
        ({ institution, channel }) => institution === each.institution && channel === "phone",
      );
      // What was opened goes on costing tomorrow; money on its way, and the number, are stopped tonight.
      const isBefore = (act: ActionTold) => tonight.has(act.action) || isOfDebt(act);
      // Nor is the mailbox kept before the money of which somebody told.
      const isMail = each.kind === "secure-mail";
      const isAfter = isOfDebt(each) || isMail;
      const urgent = isAfter
        ? acts.findLastIndex((act) => isBefore(act) || (isMail && isMoneyNamed(act))) + 1
        : 0;
      const usual = each.kind === "take-back" ? call + 1 : Math.max(from, urgent);
      const at = isAssumed(each) && isAfter ? acts.length : usual;
      return { acts: [...acts.slice(0, at), each, ...acts.slice(at)], from: isAfter ? from : at + 1 };
    },
    // What somebody would have done had there been no counsel is done right after it.
    { acts: rest, from: isOpen ? heldIn(response, head.length) : rest.length - later.length },
  );
  const assumed = placed.findIndex(isAssumed);
  const named = assumed < 0 ? placed : placed.slice(0, assumed);
  return {
    next: head,
    // biome-ignore lint/suspicious/noThenProperty: the answer's own word; it is data and never awaited
    then: [...others, ...named, ...last, ...placed.slice(named.length)],
  };
}

const keepsMoney: ReadonlySet<string> = new Set(["bank", "wallet", "exchange"]);

const isOfDebt = ({ kind }: Pick<ActionTold, "kind">): boolean =>
  kind === "deny-it" || kind === "close-credit";

/** What stops by rule the number, or money that was seen to go. */
const byRuleTonight = ({ next, after }: Response): ReadonlySet<string> =>
  new Set(
    [...next, ...after]
      .filter(({ rule }) => rule === "number" || rule === "money-gone")
      .map(({ candidate }) => candidate.id),
  );

/** How many of the acts after the first hold what was paid where it went; they go before what only follows from it. */
const heldIn = ({ counsel, next, after }: Response, heads: number): number =>
  [...next, ...after].slice(counsel.first.length === 0 ? heads : 0).filter(({ rule }) => rule === "paid")
    .length;

/** Likely minutes. */
const minutesOf: Readonly<Record<Counsel["kind"], number>> = {
  "give-nothing": 1,
  "look-there": 5,
  "stop-the-move": 10,
  "find-out": 3,
  "take-back": 15,
  "end-forwarding": 2,
  "warn-others": 3,
  "get-back-in": 10,
  "secure-mail": 10,
  "ask-there": 10,
  "ask-unread": 10,
  "call-back": 15,
  "pay-no-more": 5,
  "report-it": 20,
  "end-the-call": 3,
  "deny-it": 15,
  "close-credit": 20,
};

/** A list of more names than this is read by nobody; their numbers stand below it. */
const namedMax = 3;

/** Whom a counsel names, in one word or several: a place, what was written of one, those a payment went through. */
function nameIn({ world }: Response, counsel: Counsel, lang: Lang): string {
  const words = counselWords(lang);
  const namesOf = (ids: readonly string[]) =>
    listed(
      ids.map((id) => sayPlace(world, id, lang)),
      lang,
    );
  if (counsel.kind === "ask-unread") return counsel.name;
  if ("to" in counsel) return namesOf(counsel.to);
  if (counsel.kind === "call-back") {
    if (counsel.by === "gift-cards") return words.callBackIssuer;
    if (counsel.from.length > 0 && counsel.from.length <= namedMax) return namesOf(counsel.from);
    return counsel.by === "crypto" ? words.callBackCryptoUnnamed : words.callBackUnnamed;
  }
  return "institution" in counsel ? sayPlace(world, counsel.institution, lang) : "";
}

/** The places a counsel sends somebody to, each with its numbers. */
const placesIn = (counsel: Counsel): readonly string[] => {
  if ("to" in counsel) return counsel.to;
  if (counsel.kind === "call-back") return counsel.from;
  return "institution" in counsel ? [counsel.institution] : [];
};

/** How a payment of the owner's own is called back, by how it was paid. */
function callingBack(
  { world, counsel: { isOnlyPaid } }: Response,
  incident: Incident,
  { by, from }: Extract<Counsel, { kind: "call-back" }>,
  name: string,
  lang: Lang,
): { readonly title: string; readonly say: string; readonly because: string } {
  const words = counselWords(lang);
  if (by === "gift-cards")
    return {
      title: words.callBackGiftCards,
      say: words.callBackGiftCardsSay,
      because: words.callBackGiftCardsWhy,
    };
  const about = { name, isOne: from.length < 2 || from.length > namedMax };
  if (by === "crypto")
    return {
      title: words.callBackCrypto(about),
      say: words.callBackCryptoSay,
      because: words.callBackCryptoWhy,
    };
  const terms = termsOfOwnPayment(world, incident).flatMap(
    (id) => world.catalog.clocks.get(id)?.title[lang] ?? [],
  );
  return {
    title: words.callBack(about),
    say: words.callBackSay({ more: isOnlyPaid ? "" : words.andBlockToo }),
    because: [
      words.callBackWhy,
      ...(terms.length === 0 ? [] : [words.callBackTerms(terms.join(marks[lang].semicolon))]),
    ].join(marks[lang].gap),
  };
}

function counselTold(response: Response, incident: Incident, counsel: Counsel, lang: Lang): ActionTold {
  const { world } = response;
  const words = counselWords(lang);
  const id = counselId(counsel);
  const places = placesIn(counsel);
  const [place] = places.length === 1 ? places : [];
  const name = nameIn(response, counsel, lang);
  const line = "line" in counsel ? sayThing(world, counsel.line, lang) : "";
  const isCash = counsel.kind === "report-it" && counsel.isCash;
  const isToBeCalled = isCash && placesIn(counsel).length > 0;
  const isCall =
    "line" in counsel ||
    counsel.kind === "ask-there" ||
    counsel.kind === "deny-it" ||
    counsel.kind === "call-back" ||
    isToBeCalled;
  const hasContacts = isCall || counsel.kind === "get-back-in" || "to" in counsel;
  const isStandIn = place !== undefined && world.catalog.institutions.get(place)?.isArchetype === true;
  const contact = hasContacts
    ? contactsAt(response, incident, { places, lang, isUrgent: counsel.kind === "end-the-call" })
    : [];
  const isUnnumbered = counsel.kind === "call-back" && !contact.some(({ tel }) => tel !== undefined);
  const title = { name, line };
  const done = counsel.kind === "end-forwarding" ? endingForwarding(world, counsel) : undefined;
  const told = {
    "give-nothing": { title: words.giveNothing, say: undefined, because: words.giveNothingWhy },
    "look-there": { title: words.lookThere(title), say: undefined, because: words.lookThereHow },
    "get-back-in": { title: words.getBackIn(title), say: undefined, because: words.getBackInHow },
    "secure-mail": { title: words.secureMail, say: undefined, because: words.secureMailHow },
    "ask-there": {
      title: words.askUnread(title),
      say: words.askUnreadSay,
      because: words.askThereWhy(title),
    },
    "stop-the-move": {
      title: words.stopTheMove(title),
      say: words.stopTheMoveSay(title),
      because: words.stopTheMoveWhy,
    },
    "find-out": {
      title: words.findOut(title),
      say: words.findOutSay(title),
      because: words.findOutHow(
        counsel.kind === "find-out" ? Math.min(95, Math.max(5, Math.round(counsel.taken * 20) * 5)) : 0,
      ),
    },
    "take-back": {
      title: words.takeBack(title),
      say: words.takeBackSay(title),
      because: words.takeBackWhy,
    },
    "end-forwarding": {
      title: words.endForwarding(title),
      say: words.endForwardingSay(title),
      because: words.endForwardingHow,
    },
    "ask-unread": {
      title: words.askUnread(title),
      say: words.askUnreadSay,
      because: words.askUnreadWhy(title),
    },
    "call-back":
      counsel.kind === "call-back"
        ? callingBack(response, incident, counsel, name, lang)
        : { title: "", say: undefined, because: "" },
    "deny-it": { title: words.denyIt(title), say: words.denyItSay, because: words.denyItHow },
    "close-credit": {
      title: words.closeCredit,
      say: places.length === 0 ? undefined : words.closeCreditSay,
      because: [...(places.length === 0 ? [words.closeCreditWhere] : []), words.closeCreditWhy].join(
        marks[lang].gap,
      ),
    },
    "end-the-call": {
      title: words.endTheCall,
      say: words.endTheCallSay(counsel.kind === "end-the-call" && counsel.isPaid),
      because: [...(places.length === 0 ? [words.reportCashUnnumbered] : []), words.endTheCallWhy].join(
        marks[lang].gap,
      ),
    },
    "warn-others": { title: words.warnOthers, say: words.warnOthersSay, because: words.warnOthersWhy },
    "pay-no-more": { title: words.payNoMore, say: undefined, because: words.payNoMoreWhy },
    "report-it": isCash
      ? {
          title: words.reportCash,
          say: words.reportCashSay,
          because: [...(isToBeCalled ? [] : [words.reportCashUnnumbered]), words.reportCashWhy].join(
            marks[lang].gap,
          ),
        }
      : {
          title: words.reportIt,
          say: undefined,
          because: [...(places.length === 0 ? [words.reportItWhere] : []), words.reportItWhy].join(
            marks[lang].gap,
          ),
        },
  }[counsel.kind];
  return {
    helper: "owner",
    action: id,
    title: capitalised(told.title),
    kind: counsel.kind,
    effects: [],
    institution: nameOfUnread(place ?? ""),
    institutionName: name,
    ...(isCall || counsel.kind === "ask-unread" ? { channel: "phone" } : {}),
    contact,
    flows: done === undefined ? [] : [`${done.institution}/${done.flow.id}`],
    say: told.say ?? capitalised(told.title),
    theyAsk: [],
    insteadOf: [],
    minutes: minutesOf[counsel.kind],
    stops: [],
    holdsMinutes: null,
    isReadThere: false,
    holdsBy: null,
    undoneBy: [],
    basis: done?.flow.basis.status ?? "counsel",
    ties: [],
    because: [
      told.because,
      ...sayNotReached(incident, response.putOff.ofCounsel(counsel), lang),
      ...((isStandIn && counsel.kind !== "deny-it") || counsel.kind === "ask-unread" || isUnnumbered
        ? [respondWords(lang).noContact]
        : []),
    ].join(marks[lang].gap),
  };
}

interface Numbers {
  readonly places: readonly string[];
  readonly lang: Lang;
  /** Somebody is to be sent to the door: a desk that stops payments sends nobody. */
  readonly isUrgent: boolean;
}

/** The numbers of a place; of several each with whose it is. */
const contactsAt = (
  { world }: Pick<Response, "world">,
  incident: Incident,
  { places, lang, isUrgent }: Numbers,
): readonly ContactTold[] => {
  const ordered = (contacts: readonly ContactTold[]) =>
    isUrgent
      ? [...contacts].sort((a, b) => Number(isEmergencyNumber(b)) - Number(isEmergencyNumber(a)))
      : contacts;
  const all = places.flatMap((institution) =>
    ordered(contactsOf(world, { institution }, incident, lang)).map((contact) =>
      places.length === 1
        ? contact
        : {
            ...contact,
            note: [
              sayPlace(world, institution, lang),
              ...(contact.note === undefined ? [] : [contact.note]),
            ].join(marks[lang].comma),
          },
    ),
  );
  return [...new Map(all.map((each) => [each.tel ?? each.url, each])).values()];
};

/** How the carrier's own flow ends it, where somebody has read one. */
const endingForwarding = (
  { steps, conditions, catalog }: Response["world"],
  { institution, line }: Extract<Counsel, { kind: "end-forwarding" }>,
) =>
  steps.find(
    (step) =>
      step.institution === institution &&
      step.clears.some((each) => {
        const { kind, things } = at(conditions, each).capability;
        const isWayBack = catalog.vocabulary.conditions.get(kind)?.roles.includes("way-back") === true;
        return isWayBack && things.includes(line);
      }),
  );
