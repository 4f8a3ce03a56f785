/**
 * Frames of a card that changed hands because somebody asked for it: a courier at the door, a false officer, an envelope.
 * Whoever has it took it, however willingly it was given, and the money goes at the next machine (`sentence-frames.ts`).
 */
import { any, type Frame, zh } from "./sentence-frame.ts";

const cards =
  "visa|mastercard|(?:bank |debit |credit |atm |cash )?cards?(?! (?:game|shop|table|trick|reader|numbers?|details|from|for my birthday))";
const fetchers =
  "courier|driver|collector|messenger|motorcyclist|taxi|cab|man|woman|lad|boy|fellow|guy|colleague|someone|somebody|they|officer|agent|police(?:man|woman)?|employee";
const fetched = `(?:${fetchers}) (?:\\w+ ){0,3}(?:took|collected|fetched|picked|came for|drove off with|went away with) (?:up )?(?:it|them|the cards?|her cards?|his cards?|my cards?)\\b`;
const goods = "parcels?|packages?|pizza|food|laundry|sofa|bike|bags?|luggage|returns?|recycling|old tv";
const whose = "(?:(?:my|our|her|his|their|the|all|both|of|two|three|four|five|\\d+) ){0,3}(?:\\w+ )?";
const atTheDoor =
  "door|doorstep|courier|van|uniform|badge|envelope|collector|colleague|from the (?:bank|police|court)|drove (?:off|away)|went (?:off|away)|ran|left with|(?:policeman|policewoman|officer|police|inspector)";
const everyday =
  "parcel|gift|tip|waiter|waitress|restaurant|birthday|business cards?|new (?:cards?|one)|to pay|to buy|shopping|groceries|found|library|school|post office|(?:my|our) (?:wife|husband|son|daughter|partner|mum|mom|dad|carer)|gave it back|returned|till|shop assistant|cashier|train|ticket|hotel|reception|cash ?(?:machine|point)|back to";

/** In the hand of one of theirs, at a till, on its way to a bank, or only asked for. */
const notTakenZh =
  "老公|老婆|我?[爸妈](?:妈|爸)?去|儿子|女儿|收银|服务员|柜台|取款机|还给|捡|寄|付款|付钱|刷卡|新卡|证据|(?:要|让|叫|想|要求)[^，。,了走]*(?=$|[，。,])";

export const framesOfHanded: readonly Frame[] = [
  { of: any(cards), does: any(fetched), without: any(goods), tells: { gone: "card.bank", isGiven: true } },
  {
    of: any(fetched),
    does: any("(?:with|and|,) (?:the |her |his |my )?(?:pins?|pin numbers?|pin codes?|password)"),
    without: any(goods),
    tells: { sign: "given" },
  },
  {
    of: any("it|them"),
    does: any(fetched),
    without: any(`${cards}|${goods}`),
    tells: { sign: "paid-in-cash", ifDeceived: true },
  },
  {
    of: any(cards),
    does: any(
      `(?:took|collected|fetched|picked up|carried off|walked off with) (?:away |down )?${whose}(?:${cards})`,
    ),
    with: any(atTheDoor),
    without: any(`${everyday}|(?:i|we) (?:took|collected|fetched|picked up)`),
    tells: { gone: "card.bank", isGiven: true },
  },
  {
    of: any(cards),
    does: any(
      `(?:gave|handed|passed|surrendered|turned)(?: over)? (?:(?:him|her|them|it|over|the (?:${fetchers})) ){0,2}${whose}(?:${cards})`,
    ),
    with: any(`${atTheDoor}|him|her|them|over`),
    without: any(everyday),
    tells: { gone: "card.bank", ifDeceived: true, isGiven: true },
  },
  {
    of: any(cards),
    does: any("handed|gave|surrendered|posted|collected"),
    with: any("courier|stranger|collector|at the door|fake|came for it"),
    without: any(`${everyday}|library|gym|membership|gift`),
    tells: { gone: "card.bank", isGiven: true },
  },
  {
    of: zh(
      "(?:(?:银行|储蓄|信用|提款|取款|金融|现金)卡|(?<!手机|电话|sim|公交|门禁|礼品|购物|充值|饭|会员|身份|亲属|亲情|家庭)卡)(?!号|密|里|上|中)",
    ),
    does: zh(
      "(?:(?:交|递|拿)(?:给|到)|给)了?(?:那(?:个)?[人男女]|对方|来人|骗子|上门|陌生|快递|小伙|警察|民警|[他她](?!妈|爸|老|开|办|转|看))|(?:被|让)[^，。,]{0,8}(?:拿|取|收)走|(?:上门|来人|那人|对方|男的|女的|快递)[^，。,]{0,8}(?:拿|取|收)走",
    ),
    without: zh(notTakenZh),
    tells: { gone: "card.bank", ifDeceived: true, isGiven: true },
  },
  // Nobody who is honest fetches a card at the door: it needs no word of a lie.
  {
    of: zh("(?:银行|储蓄|信用|提款|取款|金融|现金)卡(?!号|密|里|上|中)"),
    does: zh(
      "(?:上门|来人|快递|跑腿|陌生)[^，。,]{0,8}(?:拿|取|收)走了?|(?:交|递|拿)(?:给|到)了?(?:上门|快递|跑腿|陌生)",
    ),
    without: zh(notTakenZh),
    tells: { gone: "card.bank", isGiven: true },
  },
];
