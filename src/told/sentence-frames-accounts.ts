/** Frames of an account, a name and a screen that somebody else uses (`sentence-frames.ts`). */
import { any, type Frame } from "./sentence-frame.ts";
import { byMe, kin } from "./sentence-frames-hands.ts";

const mine = "my|our|her|his|mum's|mom's|dad's|the";
const inApps =
  "whatsapp|telegram|facebook|instagram|gmail|outlook|icloud|apple id|google|microsoft|e-?mail|bank(?:ing)?(?: app)?|account|profile|linked list|linked devices|inbox|mailbox";

export const framesOfAccounts: readonly Frame[] = [
  // Accounts.
  {
    of: any(
      "(?:digital|soft|security) tokens?|apple pay|google pay|samsung pay|wallet|passkeys?|authenticator",
    ),
    does: any("(?:activated|set up|added|enrolled|registered|installed|turned on)"),
    with: any(
      "device (?:that )?(?:i|we) (?:do not|don't|never)|(?:another|other|unknown|strange|new|different) (?:phone|device)|not (?:mine|ours)|(?:phone|device) (?:that )?(?:is not|isn't) (?:mine|ours)",
    ),
    without: any(`${byMe}|my (?:new|own|other) (?:phone|device)`),
    isOfDenial: true,
    tells: { sign: "notice", isDone: true },
  },
  {
    of: any(
      "whatsapp|telegram|facebook|instagram|snapchat|signal|line|wechat|tiktok|linkedin|profile|account",
    ),
    does: any(
      "(?:is |was |keeps |has been )?(?:sending|posting|messag\\w+|writing|asking|begging)(?: \\w+){0,3} (?:everyone|everybody|people|friends|contacts|all|followers|family)",
    ),
    with: any("money|crypto|bitcoin|invest\\w*|link|loan|gift cards?|help|votes?"),
    without: any(
      `${byMe}|i(?: am|'m)|we(?: are|'re)|(?:the )?bank|the (?:church|club|school)|our new song|moving house`,
    ),
    tells: { sign: "in-my-name" },
  },
  {
    of: any("address|phone number|number|e-?mail|details|limit|password|payee"),
    does: any(
      "(?:someone|somebody|a person|a caller|they|he|she) (?:\\w+ )?(?:tried|attempted|asked|wanted|requested) to (?:change|add|update|reset|raise|replace|move)",
    ),
    with: any("my|our|her|his|the (?:bank|carrier|provider|app|shop)"),
    without: any(
      "told me to|asked me to|delivery|the hotel|parcels?|packages?|number plate|(?:his|her|their) (?:own )?(?:details|address|number)|our system",
    ),
    tells: { sign: "notice" },
  },
  {
    of: any("texts|text messages|messages|chats|e-?mails?|whatsapp|codes"),
    does: any("(?:is|are|being|be|get|gets) (?:being )?(?:read|seen|copied|intercepted|opened) by"),
    with: any("someone|somebody|another|a stranger|others?|them|him|her|not me"),
    without: any(
      "(?:my )?(?:assistant|secretary|accountant|boss|everyone|all)|in (?:the|our|my) team|in support|my colleagues?",
    ),
    tells: { sign: "somebody-in" },
  },
  {
    of: any("e-?mails?|letters?|alerts?|texts?|messages?|notifications?"),
    does: any(
      "(?:saying|says|said|that|asking|asked|telling)(?: me)?(?: that| if| whether)? (?:i|we|my|our) .{0,40}(?:(?:had|have|has|was|were|been|just) (?:\\w+ )?(?:added|changed|removed|updated|reset|set up|signed in|used to sign in|registered|linked)|requested (?:an? )?(?:change|reset))",
    ),
    without: any(byMe),
    tells: { sign: "notice", isDone: true },
  },
  {
    of: any("log[- ]?ins?|sign[- ]?ins?|sessions?"),
    does: any(
      "(?:received|detected|noticed|found|see|saw|seeing|spotted|there (?:are|were|was|is)) .{0,24}from",
    ),
    without: any("my (?:own|phone|laptop|new)"),
    tells: { sign: "notice", isDone: true },
  },
  {
    of: any("letter|e-?mail|text|message|bank|sms"),
    does: any(
      "(?:thank(?:s|ing)?|confirm\\w*|congratulat\\w*) .{0,20}(?:for|that|my|your|the) .{0,16}(?:chang\\w+|updat\\w+|new \\w+|mov\\w+)",
    ),
    ifDisowned: true,
    isOfDenial: true,
    tells: { sign: "notice", isDone: true },
  },
  {
    of: any("attempts?"),
    does: any(
      "attempts? (?:was|were|has been|have been|had been)? ?(?:made )?to (?:get|log|sign|access|break|enter|reset|use)",
    ),
    tells: { sign: "notice" },
  },
  {
    of: any("limits?|settings?"),
    does: any(
      "(?:had been|was|were|has been|have been|got) (?:adjusted|raised|lifted|increased|altered|turned off|lowered)",
    ),
    without: any(byMe),
    tells: { sign: "notice", isDone: true },
  },
  {
    of: any("agency|admin(?:istrator)?|partner|stranger|person|someone|somebody|profile|user|they|he|she"),
    does: any(
      "(?:got|gained|gets|has|have|had|was given|requested) (?:\\w+ )?(?:access|admin rights|control)(?: to| of| over)?|(?:was |been )?added as (?:an? )?(?:\\w+ )?admin\\w*",
    ),
    with: any("my|our|her|his|page|account|ads"),
    without: any(
      "my (?:wife|husband|son|daughter|colleague|boss|accountant|own)|new (?:colleague|employee)|i (?:gave|added)",
    ),
    isOfDenial: true,
    tells: { sign: "somebody-in" },
  },
  {
    of: any(
      "recovery (?:key|phone|e-?mail|contact|number)|filters?|forwarding|rules?|passkeys?|security key|trusted (?:number|device)|device|payees?|beneficiar(?:y|ies)|address|two-?step|two-?factor|2fa|authenticator",
    ),
    does: any(
      "(?:i|we) (?:(?:have )?never|did not|didn't) (?:set|add|make|made|create|created|register|put|ask|add(?:ed)?)\\b.*|(?:isn't|not|aren't|wasn't) (?:mine|ours|anybody's here)|(?:don't|do not) (?:own|recogni[sz]e|know)|(?:now )?(?:ends|end) in \\S+|has been put on|says? (?:i|we) (?:\\w+ )?(?:added|changed|set|registered|created)",
    ),
    without: any("library|house rules"),
    isOfDenial: true,
    tells: { sign: "notice", isDone: true },
  },
  {
    of: any(inApps),
    does: any(
      "(?:set|put|turned|switched) (?:up |on )?(?:up |on )?(?:two-?step|two-?factor|2fa|a pin|their (?:own )?\\w+)|(?:another|new|strange|unknown|foreign) device|new log-?in",
    ),
    with: any("they|someone|somebody|he|she|hackers?|has|have|now|:|new log-?in"),
    without: any("(?:i|we)(?:'ve| have)? (?:set|put|turned|switched|bought|got)|my own|own new|bought"),
    tells: { sign: "notice", isDone: true },
  },
  {
    of: any(`${inApps}|page|revolut|monzo|chase|paypal|tiktok|snapchat|discord|steam|twitter|app`),
    does: any(
      "(?:threw|kicked|booted|chucked|knocked|bumped) (?:me|us|her|him) (?:out|off)|(?:username|account|profile) no longer exists|can(?:'t|not) get past|(?:won't|doesn't|does not|will not) recogni[sz]e me|wants me to register again|(?:could not|couldn't) (?:log|sign|get) (?:back )?in(?:to)?|(?:was|were|been|am) (?:denied|refused) access|access (?:was |is |has been )?denied",
    ),
    without: any("forgot\\w*|maintenance|update"),
    isOfDenial: true,
    tells: { sign: "kicked-off" },
  },
  {
    of: any("she|he|they|someone|somebody|ex|stranger|flatmate"),
    does: any("(?:is|are|was|were|still) (?:\\w+ )?(?:logged|signed) in (?:everywhere|to everything|as me)"),
    tells: { sign: "somebody-in" },
  },
  // A name.
  {
    of: any(
      "contacts?|friends?|people|family|followers?|relatives?|colleagues?|everyone|cousins?|neighbours?",
    ),
    does: any(
      "(?:if|whether|why) i (?:really |still )?(?:need(?:ed)?|want(?:ed)?|had asked|asked|am asking)\b|(?:sent|paid|transferred) (?:\\w+ ){0,3}(?:money|cash|amount|funds)(?: that| which)? i (?:had )?(?:asked|requested|begged|wanted)|(?:getting|get|got|receiving|received|seeing) (?:\\w+ ){0,5}from me",
    ),
    with: any(
      "ring\\w*|rang|call\\w*|ask\\w*|messag\\w*|text\\w*|get|got|getting|sent|receiv\\w*|seeing|woke",
    ),
    without: any("i sent|i wrote|my invitation|card from me|present"),
    tells: { sign: "in-my-name" },
  },
  {
    of: any("(?:my|our|her|his) (?:\\w+ )?(?:profile|account|name|page|number|photo)"),
    does: any(
      "(?:listing|selling|posting|advertising|offering|messaging|begging|writing|chatting|borrowing)|(?:set up|running|runs?|ran|created|made|placed) .{0,20}(?:ads?|adverts?|campaigns?|listings?)",
    ),
    with: any("someone|somebody(?:'s)?|someone's|they|he|she|hackers?|stranger"),
    without: any("i'm|i am|we are|we're"),
    tells: { sign: "in-my-name" },
  },
  {
    of: any("me|us|my \\w+|mum|mom|dad"),
    does: any(
      "(?:posing|posed|pretending|acting|pretends?|acts?|talking|writing|messaging|begging|asking) (?:as|to be|like)(?: (?:he|she|they)(?: is| are|'s|'re|'m| was| were)| i'm| i was)? (?:me|us|my \\w+)|impersonat(?:es|ed|ing) (?:me|us|my \\w+)|on my behalf",
    ),
    without: any("lawyer|accountant|solicitor|i asked|agent of mine"),
    tells: { sign: "in-my-name" },
  },
  {
    of: any("they|someone|somebody|he|she|hackers?|stranger|it"),
    does: any(
      "(?:published|posted|put up|shared|uploaded|keeps? posting|posts|posting) .{0,30}(?:posts?|stor(?:y|ies)|videos?|ads?|bitcoin|crypto|scams?|links?)",
    ),
    with: any("hackers?|my|our|instagram|facebook|account|page|taken over|hacked"),
    without: any("(?:i|we) (?:post|posted|share|shared|put)"),
    tells: { sign: "in-my-name" },
  },
  {
    of: any("(?:my|our|her|his) (?:\\w+ )?(?:account|page|profile|instagram|facebook|channel|twitter)"),
    does: any(
      "advertis(?:e|es|ing)|promot(?:e|es|ing)|push(?:es|ing)|spamm?(?:s|ing)|(?:turned|been turned) into",
    ),
    without: any("(?:i|we) (?:advertise|promote|use)|to advertise|for the shop"),
    tells: { sign: "in-my-name" },
  },
  {
    of: any("people|friends?|everyone|missed calls|messages|relatives|customers|patrons|followers|family"),
    does: any(
      "ask(?:s|ed|ing)? .{0,24}(?:(?:about|because of) (?:the|my|that) (?:post|story|message)|is it true|(?:if|whether) (?:it's|it is|that's) (?:true|really me|me)|what's going on with my)",
    ),
    tells: { sign: "in-my-name" },
  },
  {
    of: any("they|someone|somebody|he|she|hackers?|stranger"),
    does: any("(?:posted|wrote|said|announced|told (?:people|everyone)) that i (?:was|am|'m|had|have|need)"),
    tells: { sign: "in-my-name" },
  },
  // A screen.
  {
    of: any("screen|laptop|computer|pc|phone|everything|cursor|mouse|files"),
    does: any(
      `(?:can |could |is able to )?(?:watch(?:es|ing)?|see(?:s|ing)?|follow(?:s|ing)?) (?:everything|what(?:ever)?|all) (?:${kin}|that)?|going through (?:${mine}) (?:files|photos|computer|laptop|documents|desktop)|t(?:ake|ook|aking) (?:over|control)(?: of)? (?:${mine}) (?:laptop|computer|pc|screen|phone)|drift\\w*|(?:opening|clicking|typing|moving) .{0,30}(?:hands? (?:are|is|was|were) off|nobody|without me|i'm not)`,
    ),
    with: any("he|she|they|someone|somebody|man|woman|guy|technician|cursor|mouse|caller|agent"),
    without: any(
      "course|teach\\w*|lessons?|class|(?:i|we) (?:watch|see|follow)|my own|tv|film|show|playlist|the kids",
    ),
    tells: { isSteered: true },
  },
  {
    of: any("apk|app|programme?|software|tool"),
    does: any(
      "(?:sent|gave|made|had|got|told|asked|walked) (?:me|us|her|him|mum|mom|dad)|because (?:they|the|he|she) ",
    ),
    with: any("apk|install\\w*|download\\w*|uninstall|put in"),
    without: any("the bank's app|app store|my (?:son|daughter|wife|husband|boss)|school"),
    tells: { isSteered: true },
  },
  {
    of: any("e-?mail|number|address|phone|device|card|name"),
    does: any(
      "(?:someone|somebody|they|he|she|stranger|hackers?) (?:has |have |had )?(?:put|added|entered|registered|linked|set) (?:his|her|their)(?: own)? (?:\\w+ )?(?:e-?mail|number|address|phone|device|card|name)",
    ),
    with: any("account|profile|my|our"),
    without: any("my (?:son|daughter|wife|husband)"),
    tells: { sign: "notice", isDone: true },
  },
  {
    of: any("cameras?|doorbell|baby monitor|webcam"),
    does: any(
      "(?:someone|somebody|stranger|they|man|voice)(?:'s| is| are| was| were)? (?:\\w+ )?(?:watching|talking|speaking|moving|looking|in)",
    ),
    tells: { sign: "somebody-in" },
  },
  {
    of: any("me"),
    does: /to ["“']me["”']/u,
    with: any("transferred|sent|paid|lent"),
    tells: { sign: "in-my-name" },
  },
];
