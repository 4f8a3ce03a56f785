/**
 * Sentences of one shape in which the words in the middle are anybody's: `a withdrawal of 1.2 BTC is pending`, `2,400 went
 * out from`, `can't get into my`. A shape is taken like a wording, so that what is denied, asked or feared is not seen.
 */

import { paidShapes } from "./sentence-paid.ts";
import { gap, has, words } from "./sentence-shape.ts";
import { moneyShapes } from "./sentence-shapes-money.ts";
import { chineseShapes } from "./sentence-shapes-zh.ts";
import type { Tells } from "./sentence-words.ts";

export interface Shape {
  /** Over a clause in lower case. */
  readonly pattern: RegExp;
  readonly tells: Tells;
}

const setting = String.raw`(?:pass(?:word|code)|pin|log[- ]?in|e-?mail(?: address)?|recovery (?:phone|e-?mail|number|address)|phone number|mobile number|security (?:info|question|settings)|(?:2|two)[- ]?(?:fa|factor|step)(?: \w+)?|authenticator|passkey|security key|trusted (?:device|number)|payee|beneficiary|limit)s?`;
const changed = `(?:changed|reset|updated|replaced|removed|deleted|added|turned off|disabled|raised|increased|registered)`;
const friends = `(?:mother|mum|mom|father|dad|sister|brother|son|daughter|wife|husband|friends?|contacts?|family|relatives?|colleagues?|customers?|followers?|everyone|everybody|people|boss)`;

const family = `mother|mum|mom|father|dad|grandmother|grandma|grandad|grandpa|sister|brother|son|daughter|wife|husband|she|he`;

const english: readonly (readonly [string, Tells])[] = [
  // Whoever rings.
  [
    `\\b(?:man|woman|lady|guy|caller|officer|someone|somebody|they|police|bank) (?:just |has |had )*(?:rang|phoned|called)(?: up)? (?:me|us|her|him|mum|mom|dad|grandma|grandad|my \\w+)\\b`,
    { sign: "call" },
  ],
  [
    `^(?:somebody|someone|an? (?:man|woman|lady|guy|officer|advis[eo]r|agent|employee|clerk|representative)|(?:the )?police) ${words(4)}(?:rang|phoned|called)(?: up)?$`,
    { sign: "call" },
  ],
  // Codes, and yeses asked for.
  [
    `\\b(?:codes|otps|passcodes) (?:keep|kept|started|are|were) (?:on )?(?:coming|arriving|pouring|popping|flooding)\\b`,
    { sign: "code" },
  ],
  [
    `\\b(?:i|we|${family}) ${words(2)}(?:gave|told|read out|read) ${words(8)}(?:numbers|digits|figures) (?:from|in|on|of|off) (?:the|my|her|his) (?:\\w+ )?(?:text|sms|message|card|app|screen|token|device)\\b`,
    { sign: "given" },
  ],
  [
    `\\bdial(?:led|ed|ing)? ${words(2)}(?:star|hash|ussd|secret|short|special) codes?\\b`,
    { sign: "diverted" },
  ],
  [
    `\\b(?:loads|lots|dozens|tons|a flood|a bunch|hundreds|plenty|piles) of ${words(2)}(?:codes|otps|verification (?:codes|texts|messages)|passcodes)\\b`,
    { sign: "code" },
  ],
  [
    `\\b(?:received|receiving|receive|got|getting|get|sent me|sends me|sending me) ${words(4)}(?:codes|otps?|verification code|security code|login code|passcodes)\\b`,
    { sign: "code" },
  ],
  [
    `\\b(?:prompts?|requests?|pop-?ups?|notifications?) ${words(3)}(?:asking|to) (?:me )?(?:to )?(?:approve|confirm|allow|authori[sz]e)\\b`,
    { sign: "prompt" },
  ],
  [
    `\\b(?:i|we|${family}) ${words(2)}(?:gave|told|read out|read|forwarded|shared|sent|texted|typed in|typed|entered) (?!me\\b)${words(4)}(?:code|otp|tan|pin|password|passcode|digits|card number|card details|login details)\\b`,
    { sign: "given" },
  ],
  // A clause without a subject goes on about whoever told the one before it.
  [
    `^(?:and |then )?(?:typed|entered|filled|put|keyed) (?:in |out )?(?:my|our|the|all my|her|his) ${words(2)}(?:card number|card details|details|password|passcode|pin|login|code)\\b`,
    { sign: "given" },
  ],
  // In a form of a bank's, somebody else's number makes an account theirs.
  [
    `\\b(?:i|we) ${words(1)}(?:put|typed|entered|keyed) in (?:his|her|their|the (?:buyer|seller|caller|man|woman)'s) (?:phone |mobile )?number(?=$| and an? code)`,
    { sign: "given" },
  ],
  [
    `(?<!not |never |n't )\\b(?:i|we|${family}) ${words(2)}(?:approved|accepted|confirmed|allowed|pressed yes|tapped yes|clicked yes)\\b${gap(30)}\\b(?:log-?in|login|sign-?in|request|prompt|pop-?up|by mistake|by accident)\\b`,
    { sign: "given" },
  ],
  // Calls that go elsewhere: what is dialled for it, and what is seen of it.
  [
    String.raw`(?<![*#\d])\*{1,2}(?:21|61|62|67|68|72|90|92|002|004|401|405)(?:\*|#|\b)[\d*#+x]*`,
    { sign: "diverted" },
  ],
  [
    `\\b(?:forwarding|diverting|redirecting|forwarded|diverted|redirected) (?:all )?(?:of )?(?:my|our|her|his) (?:phone )?calls\\b`,
    { sign: "diverted" },
  ],
  [
    `\\b(?:calls|my call) (?:to (?:my|our|her|his) (?:number|phone) )?(?:${has} |all )*(?:forwarded|diverted|redirected|rerouted|forwarding|going) (?:to|elsewhere)\\b(?! (?:my|our|me|us)\\b)`,
    { sign: "diverted" },
  ],
  // A number that goes elsewhere, a phone that is gone.
  [
    `(?<!\\b(?:almost|nearly|not|never) )\\b(?:left|forgot|dropped|lost|misplaced) (?:my|our|her|his) (?:phone|iphone|mobile|handset|smartphone)\\b(?! (?:at home|at work|in the office|charger|case|cover|number|signal|service))`,
    { gone: "device.phone" },
  ],
  [
    `\\b(?:id|id card|identity card|passport) (?:has been |was |is |got |just )*(?:stolen|snatched|grabbed|taken|lost|missing|gone)\\b(?! (?:an?|through)\\b)`,
    { gone: "document.id-card" },
  ],
  [
    `(?<!found )\\b(?:my|our|her|his) (?:bag|handbag|backpack|rucksack|jacket|coat|suitcase) (?:with|and) (?:my |her |his |the )?(?:phone|iphone|mobile)\\b`,
    { gone: "device.phone" },
  ],
  [
    `\\b(?:gave|handed|passed|surrendered) (?:over )?(?:my|our|her|his|the) (?:bank |debit |credit |atm )?cards? (?:over )?to\\b`,
    { gone: "card.bank" },
  ],
  [
    `\\b(?:(?:i|we|${family}) )?(?:gave|handed|passed)(?: over)? (?:him|her|them|it|the (?:man|woman|courier|driver|officer|boy|lad)) ${words(2)}(?:bank |debit |credit |atm |cash )?cards?\\b(?! (?:numbers?|details|to (?:pay|buy)|for (?:the )?shopping))`,
    { gone: "card.bank", ifDeceived: true, isGiven: true },
  ],
  [
    `(?<!\\b(?:account|appointment|order|ticket|reference|flight|seat|house|room|queue|table) )\\b(?:e-?sim|sim|sim card|number|line) (?:has been |have been |was |were |is being |got |just )*(?:activated|transferred|ported(?: out)?|swapped|switched|moved|cloned|duplicated|reissued|re-issued)\\b(?! (?:forward|up|along|slowly|quickly|fast)\\b)`,
    { sign: "moving" },
  ],
  // A broken card is replaced too, by the shop; and a contract renewed.
  [
    `\\b(?:e-?sim|sim|sim card) (?:has been |have been |was |were |is being |got |just )+(?:replaced|exchanged)\\b(?!.{0,40}\\b(?:by the|at the|in the|shop|store|broken|because|for me|i asked)\\b)`,
    { sign: "moving" },
  ],
  [
    `\\b(?:my|our|your|her|his|the) (?:phone )?(?:number|line) (?:is|will be|was|has been|is about to be) (?:being |now )?(?:moving|leaving|switching|transferring|moved|switched|transferred|ported)\\b(?! (?:forward|up|along)\\b)`,
    { sign: "moving" },
  ],
  [
    `\\bnew (?:e-?sim|sim|sim card) (?:has been |was |is being |is |got |just )*(?:activated|ordered|requested|issued|set up|on its way|added)\\b`,
    { sign: "moving" },
  ],
  [
    `\\b(?:phone|iphone|mobile)\\b(?:(?: and|,) [\\w' ]{1,24})? (?:was|were|is|are) (?:still |all |also )?(?:in|inside) (?:it|there|the bag|my bag|the car)\\b`,
    { gone: "device.phone", ifTaken: true },
  ],
  // A list of what was in it, of which each thing is a clause.
  [
    String.raw`^(?:(?:and|with|my|our|the|all|both|\w+) ){0,3}(?:bank |debit |credit )?cards? (?:were |was |are |is )?(?:all |both |still )?(?:inside|in it|in there)\b`,
    { gone: "card.bank", ifTaken: true },
  ],
  [
    String.raw`^(?:(?:and|with|my|our|the) ){0,2}(?:passport|id(?: card)?|driving licen[cs]e|driver'?s licen[cs]e)(?: (?:were |was |are |is )?(?:all |both |still )?(?:inside|in it|in there)\b|$)`,
    { gone: "document.id-card", ifTaken: true },
  ],
  [
    String.raw`\b(?:snatched|stole|grabbed|took|nicked|ripped) (?:\w+ ){0,2}?(?:open|unlocked) (?:i?phone|mobile|handset)\b`,
    { isOpen: true },
  ],
  [
    String.raw`\b(?:made|forced|ordered) (?:me|us|him|her|them) (?:to )?unlock(?: it| them| (?:my|our|his|her|the) (?:i?phone|mobile|handset|screen)|(?= (?:with|by|using|and)\b)|[.!]?$)`,
    { isOpen: true },
  ],
  [
    `\\b(?:phone|iphone|mobile|handset|smartphone) (?:has been |was |is |got |just )*(?:stolen|snatched|grabbed|robbed|nicked|pickpocketed|missing|gone)\\b(?! (?:an?|through)\\b)`,
    { gone: "device.phone" },
  ],
  [
    `\\b(?:ripped|tore|pulled|took|snatched|grabbed|yanked) (?:the|my|our|her|his) (?:phone|iphone|mobile|handset) (?:out of|from|off) (?:my|our|her|his) `,
    { gone: "device.phone" },
  ],
  [
    `\\b(?:stole|snatched|grabbed|nicked|ran off with|pickpocketed) (?:my|our|her|his) (?:phone|iphone|mobile|handset|smartphone)\\b`,
    { gone: "device.phone" },
  ],
  [
    `\\b(?:wallet|purse|bank card|debit card|credit card) (?:has been |was |is |got |just )*(?:stolen|snatched|grabbed|taken|lost|missing|gone)\\b(?! (?:an?|through|out of (?:its|the|an?) (?:envelope|box|drawer))\\b)`,
    { gone: "card.bank" },
  ],
  [
    `\\b(?:stole|snatched|grabbed|took) (?:my|our|her|his) (?:wallet|purse|bank card|debit card|credit card)\\b`,
    { gone: "card.bank" },
  ],
  [
    `\\b(?:was|is|still|were|while|already) (?:still )?(?:unlocked|open and unlocked|open (?:on|at|in) )\\b|\\bwith (?:the |my )?(?:maps?|gps|waze|navigation|camera|whatsapp|app) open\\b|^unlocked\\b|\\bwith the screen (?:on|open|unlocked)\\b|\\bwithout (?:a |any )?(?:lock|passcode|screen lock)\\b`,
    { isOpen: true },
  ],
  [
    `(?<!\\b(?:i|we|${friends}) (?:\\w+ )?)(?<!\\b(?:my|our) \\w+ )\\b(?:watch(?:ed|es|ing)?|saw|seen|spied|peek\\w*|film(?:ed|ing)|look(?:ed|ing)? (?:over|at)) (?:[\\w'-]+ ){0,10}(?:typ(?:e|ed|ing)|enter(?:ed|ing)?|tap(?:ped|ping)?|put(?:ting)?|draw(?:ing)?|drew) (?:in |my |our |the |her |his |phone |screen |lock ){0,4}(?:passcode|pin|code|pattern)\\b(?! (?:at|on) (?:the|an?) )|(?<!\\b${friends} (?:\\w+ )?)(?<!\\b(?:my|our) \\w+ )\\b(?:knows?|has|saw|got) (?:my|our|her|his) (?:phone(?:'s)? |screen |lock |unlock )?(?:passcode|unlock (?:code|pattern)|screen code)\\b`,
    { isOpen: true, isCodeSeen: true },
  ],
  // What was opened in somebody's name.
  [
    `\\b(?:(?:credit|debit|store) cards?|cards?|contracts?|accounts?|(?:phone |mobile |budget )?(?:numbers?|lines?|sims?)|(?:budget|prepaid|contract|second|new) (?:phones?|mobiles?|handsets?)|mortgages?|loans?|overdrafts?|phone plans?|polic(?:y|ies)|compan(?:y|ies)|lines? of credit) (?:(?!\\d|not\\b|never\\b|messages?\\b)[\\w'-]+ ){0,5}in (?:my|our|her|his) name\\b`,
    { sign: "new-account" },
  ],
  // An account one is no longer in.
  [
    `\\b(?:can'?t|cannot|can not|couldn'?t|could not|unable to|not able to|no longer able to) (?:even )?(?:get|log|sign|go)(?: back)? ?(?:in|into|in to|on to|onto)\\b`,
    { sign: "kicked-off" },
  ],
  [
    `\\b(?:can'?t|cannot|couldn'?t|unable to|lost) access(?: to)? (?:my|our|the) (?!phone|sim|number)`,
    { sign: "kicked-off" },
  ],
  [
    `\\b(?:got|was|were|been|am) (?:logged|signed|kicked|thrown|locked) (?:out|off)\\b`,
    { sign: "kicked-off" },
  ],
  // An account somebody else is in.
  [
    `\\b(?:my|our|his|her) (?!(?:\\w+ )?(?:phone|iphone|mobile|computer|laptop|pc) )${words(5)}(?:hacked|taken over|hijacked|compromised)\\b`,
    { sign: "somebody-in" },
  ],
  [
    `\\b(?:someone|somebody|a stranger|another person|an? (?:intruder|hacker|thief)|they|he|she) (?:else )?(?:is|are|was|were) (?:still |already |now )?(?:in|inside|using|logged in(?:to)?|signed in(?:to)?) (?:to )?(?:my|our|his|her) ${words(3)}(?:accounts?|e-?mail|mailbox|gmail|inbox|whatsapp|instagram|facebook|telegram|profile|wallet|bank|banking|app)\\b`,
    { sign: "somebody-in" },
  ],
  [
    `(?<!\\b(?:i|we)(?: [\\w']+)? )\\b(?:hacked|hijacked|took over|taken over|hacking into|hacked into|broke into|got into|logged into|logged in to|signed into|signed in to) (?:my|our|his|her) (?!(?:phone|car|house|flat|home|room|office|shop|garage|firm|company|business)\\b)[\\w'-]+`,
    { sign: "somebody-in" },
  ],
  // Something of it that was changed.
  [`\\b${setting} (?:(?:on|of|for|to) ${gap(40)} )?${has} ${changed}\\b`, { sign: "notice", isDone: true }],
  [
    `\\b(?:someone|somebody|they|he|she|hackers?|scammers?) (?:has |have |had |just )?(?:changed|reset|replaced|removed|turned off) (?:my|the|our|its) ${setting}`,
    { sign: "notice", isDone: true },
  ],
  [
    `\\bnew (?:device|sign-?in|log-?in|phone|payee|beneficiary|passkey|session) (?:${has} )?(?:added|detected|registered|signed in|logged in|linked|connected|enrolled)\\b`,
    { sign: "notice", isDone: true },
  ],
  [
    `\\bnew (?:device|sign-?in|log-?in|session) (?:on|from|to)\\b(?! (?:my own|my new|the shop|the store|amazon)\\b)`,
    { sign: "notice", isDone: true },
  ],
  [
    `\\b(?:unknown|unrecogni[sz]ed|strange|different|foreign) (?:device|phone|computer|laptop|browser|person) (?:has |is |was |just |got )*(?:logged|signed) in\\b`,
    { sign: "notice", isDone: true },
  ],
  [
    `(?<!\\b(?:i|we)(?: have| had)? )\\b(?:signed|logged) in(?:to)? (?:on|from|with) (?:a |another |an )?(?:new|unknown|different|unrecogni[sz]ed|strange|other)`,
    { sign: "notice", isDone: true },
  ],
  [
    `\\b(?:someone|somebody|they|he|she|a stranger|hackers?) (?:else )?(?:is|are|has been|have been|keeps?) (?:reading|going through|deleting|forwarding)\\b (?:all )?(?:of )?(?:my|our|her|his) (?:e-?mails?|messages|mailbox|inbox|chats|texts)\\b`,
    { sign: "somebody-in" },
  ],
  [
    `(?<!attempted )\\b(?:log-?in|sign-?in|session)s? from (?!my\\b)[\\w' ]{2,24} (?:on|in|into|to|at) (?:my|our|her|his)\\b`,
    { sign: "somebody-in" },
  ],
  [
    `\\b(?:made|created|set up|has|using|runs?) (?:an? |the )?(?:new |second |fake |false )?[\\w'-]+(?: account| profile| number)? (?:with|using|under) my (?:photo|picture|name|face)\\b`,
    { sign: "in-my-name" },
  ],
  // A phone or a computer that somebody else works.
  [
    `\\b(?:someone|somebody|they|he|she|technician|agent|caller|support|man|woman|guy|officer) (?:can |could |is |was |are |were |now )*(?:see|sees|seeing|watch|watching|view|viewing) (?:my|our|her|his|mum's|mom's|dad's) (?:\\w+ )?(?:screen|phone|computer|laptop)\\b`,
    { isSteered: true },
  ],
  // A clause without a subject goes on about whoever was told of before it: `he is on the line and sees my screen`.
  [
    `^(?:and |now |still |also |can |could )*(?:see|sees|seeing|watch|watches|watching|control|controls|steers?) (?:my|our|her|his|mum's|mom's|dad's) (?:\\w+ )?(?:screen|phone|computer|laptop|tablet)\\b`,
    { isSteered: true },
  ],
  [
    `\\b(?:my|our|his|her) (?:\\w+ )?(?:phone|iphone|mobile|computer|laptop|pc) (?:${has} )+(?:hacked|taken over|hijacked|infected)\\b`,
    { isSteered: true },
  ],
  [
    `\\b(?:phone|screen|cursor|mouse|computer|laptop)\\b(?!.{0,24}\\b(?:updat|lock|dim|rotat|restart|reboot|charg|ring|turn(?:s|ed|ing)? o(?:ff|n)|switch|shut))${gap(24)}\\b(?:by itself|on its own|by themselves)\\b`,
    { isSteered: true },
  ],
  [
    `\\b(?:someone|somebody|they|he|she) (?:is|are|was|were|has|have|took|has taken|have taken) (?:controlling|operating|in control of|control of|remote control of) (?:my|our|her|his) (?:phone|screen|computer|laptop)\\b`,
    { isSteered: true },
  ],
  [
    `\\b(?:made|told|asked|got|instructed|talked) (?:me|us|her|him|my \\w+) (?:to |into )(?:install|download|share (?:my|her|his|the) screen|installing|downloading)\\b(?! (?:the |a |an |some |my |our )?(?:slides?|photos?|pictures?|songs?|music|films?|movies?|books?|homework)\\b)(?!(?: \\w+)? (?:in|at) the (?:\\w+ )?(?:meeting|lesson|class))`,
    { isSteered: true },
  ],
  // In the owner's name.
  [
    `(?<!\\b(?:i|we|husband|wife|mother|mum|mom|father|dad|son|daughter|brother|sister)(?: \\w+)? )\\b(?:writes?|writing|wrote|texts?|texting|texted|messages|messaging|messaged|calls|calling|asks|asking|asked|contacting|contacted) (?:to )?(?:(?:all )?(?:of )?my|our|her|his) ${friends}\\b${gap(40)}(?:as me|as if (?:they|he|she) were me|in my name|from my (?:account|number|phone|whatsapp|instagram|facebook)|for (?:money|a loan|a code|codes|help(?! with| at| in)))`,
    { sign: "in-my-name" },
  ],
  [
    `\\b${friends} (?:is|are|was|were|got|get|keep|has|have|received|started)\\b${gap(20)}\\b(?:messages?|texts?|requests?|calls?|whatsapps?|dms?|e-?mails?)\\b${gap(30)}\\bfrom (?:me|my (?:account|number|whatsapp|instagram|facebook|profile))\\b`,
    { sign: "in-my-name" },
  ],
  [
    `(?<!\\b(?:i|we|friends?|family|team|colleagues?)(?: have| has| had| are| is| am)? )\\b(?:posting|posted|posts|writing|selling|advertising) (?:as me|in my name|from my (?:account|profile)|on my (?:account|profile|wall|story|page))\\b`,
    { sign: "in-my-name" },
  ],
  [
    `\\b${friends} (?:is|are|was|were|have been|has been|got|get)(?: being| all)? asked (?:for|to (?:send|lend|pay|transfer))\\b`,
    { sign: "in-my-name" },
  ],
  // Nobody's line.
  [
    `\\b(?:shows?|says?|displays?|showing|displaying) (?:only |just |an? )?["']?sos\\b|\\bsos (?:in the corner|sign|symbol)`,
    { sign: "no-service" },
  ],
  [
    `\\b(?:phone|sim|line|number|mobile) (?:has |had |is |was |went |just )*(?:lost|losing|dropped) (?:all |its |the |my )*(?:signal|service|network|connection)\\b`,
    { sign: "no-service" },
  ],
  [
    String.raw`\bmoney (?:is |was |has been |keeps )?being (?:moved|transferred|sent|withdrawn|taken)\b`,
    { sign: "row" },
  ],
  [String.raw`\b(?:network|signal) (?:is |was |has |went )+(?:gone|dead|blind)\b`, { sign: "no-service" }],
  [String.raw`\bmoney (?:was |got |has been |is |been )*debited\b`, { sign: "row" }],
  [
    `\\b(?:zero|no (?:mobile|phone|cell|cellular)) (?:signal|service|network|reception|coverage)\\b`,
    { sign: "no-service" },
  ],
  [
    `\\b(?:phone|sim|sim card|line|number|mobile) (?:is |was |went |has gone |has been |got )+(?:dead|deactivated|disconnected|cut off)\\b`,
    { sign: "no-service" },
  ],
];

export const shapes: readonly Shape[] = [...moneyShapes, ...english, ...chineseShapes, ...paidShapes].map(
  ([pattern, tells]) => ({
    pattern: new RegExp(pattern, "gu"),
    tells,
  }),
);
