/**
 * Frames of what is in other hands: a phone, a card, a line; and of what was told or allowed to whoever asked for it
 * (`sentence-frames.ts`).
 */
import { any, type Frame } from "./sentence-frame.ts";

const phones = "phone|i?phone|mobile|handset|smartphone|cell(?: ?phone)?";
export const kin =
  "mum|mom|mother|nan|gran(?:ny|dma)?|grandmother|grandad|grandpa|dad|father|wife|husband|sister|brother|son|daughter|aunt|uncle|she|he|i|we";
const carriers =
  "airtel|jio|vodafone|vi|ee|o2|three|giffgaff|verizon|t-?mobile|at&t|mint|telstra|optus|claro|vivo|tim|mtn|safaricom|etisalat|singtel";
const strangers =
  "someone|somebody|another (?:person|handset|phone|device|sim|network|provider|carrier|company)|(?:some|an?)(?: \\w+)? (?:other|different|new) (?:handset|phone|device|sim|provider|carrier)|some other (?:phone|device|handset)|stranger|them";
export const byMe =
  "(?:i|we)(?:'ve| have|'m| am)? (?:set|added|made|put|linked|changed|installed|asked(?! why)|wanted|cancelled|ordered|bought|moved|switched)(?! up by)|by me|we cancelled|for me";

export const framesOfHands: readonly Frame[] = [
  // Things.
  {
    of: any(phones),
    does: any(
      "(?:wasn't|isn't|was not|is not|no longer) (?:there|on (?:the|my) \\w+|in (?:my|the|its) \\w+|where i (?:left|put) it)|legged it|ran (?:off|away)|made off|(?:drove|rode|sped|cycled|walked|sprinted|took) (?:off|away)|(?:jumped|hopped|got) (?:in|into|on|onto) (?:a|the|their) (?:car|van|bike|scooter|moped|motorbike)|ran to an? (?:car|van)|^took it|, took it|out of (?:my|her|his|our) hands?|(?:was|got|been) (?:lifted|swiped)|lost (?:the|my) \\w+",
    ),
    without: any("gave it back|signal|charger|found it|ordered|to (?:the|a) (?:shop|repair\\w*)"),
    isOfDenial: true,
    tells: { gone: "device.phone" },
  },
  {
    of: any("sims?|sim[- ]?card|sim tray|e-?sim"),
    does: any(
      "(?:isn't|is not|wasn't|was not|no longer) (?:in )?(?:there|it)|(?:is|was) (?:empty|not there)",
    ),
    without: any("new phone|old phone|clean"),
    isOfDenial: true,
    tells: { gone: "sim.main" },
  },
  // Locked: of a phone, and with something to open it by.
  {
    of: any(`${phones}|it|screen`),
    does: any(
      `(?:${phones}|screen) (?:itself )?(?:is|was|were|has been) (?:\\w+ )?(?:locked|(?:passcode|password|pin|fingerprint)[- ]protected)(?!(?: \\w+)? (?:out|in|inside|away|into|to|up|by)\\b)|(?:is|was) (?:\\w+ )?locked with (?:an?|my|our|her|his|the) (?:\\S+ )?(?:pin|passcode|code|pattern|fingerprint|face id|password)|(?:${phones}|it|screen) (?:has|had|needs|asks for|opens (?:only )?with|is protected by) (?:an?|my|our|her|his|the) (?:\\S+ ){0,2}(?:passcode|pin|pattern|fingerprint|face|screen lock|lock screen|unlock code)`,
    ),
    without: any(
      "unlock\\w*|in my (?:hands?|pocket|bag)|with me|here|no|not|never|without|bank|card|account|app|wallet|e-?mail|they want|ransom|contract|network|sim",
    ),
    tells: { isLocked: true },
  },
  // Lines.
  {
    of: any("lines?|number|sims?|sim card|e-?sim"),
    does: any(
      "moved|switched|transferred|ported|shifted|went out|issued|sent out|handed|given|activated|put",
    ),
    with: any(strangers),
    without: any(byMe),
    tells: { sign: "moving" },
  },
  {
    of: any("(?:(?:mobile|phone|sim|line) )?(?:contract|subscription)|(?:my|our|her|his) (?:\\w+ )?number"),
    does: any("(?:was|were|is|has been|had been|got) (?:\\w+ )?(?:cancell?ed|terminated|disconnected)"),
    with: any(
      `says?|said|told|shop|store|carrier|provider|operator|suddenly|without (?:me|my|asking)|not by me|sim|phone|mobile|${carriers}`,
    ),
    without: any(
      `${byMe}|gym|because i|as i asked|magazine|newspaper|energy|electric\\w*|insurance|lease|rental|streaming|flight|train|bus|metro|work|employment`,
    ),
    tells: { sign: "moving" },
  },
  {
    of: any("lines?|number|sims?|sim card|e-?sim"),
    does: any("(?:is |was )?(?:no longer|not) (?:the )?(?:active|valid|registered|mine|live)(?: one)?"),
    without: any("cancelled|expired|old"),
    isOfDenial: true,
    tells: { sign: "moving" },
  },
  {
    of: any(`${carriers}|carrier|provider|operator`),
    does: any(
      "(?:i|we) (?:was|were|am|'m|are) (?:leaving|switching|moving|porting)|my (?:request to|wish to) (?:leave|switch|port)",
    ),
    tells: { sign: "moving" },
  },
  {
    of: any("e-?sim|(?:new|replacement|duplicate|second) sim(?: card)?"),
    does: any(
      "(?:is|was|has been|are) (?:\\w+ )?(?:ready|activated|issued|collected|picked up|registered|requested|ordered|downloaded|sent)",
    ),
    with: any(
      "(?:text(?:ed|s)?|sms|message[ds]?|e-?mail(?:ed)?|told|says?|said|wrote|notified|carrier|shop|store)",
    ),
    without: any(
      "(?:my|our) new (?:phone|iphone|plan|e-?sim)|i (?:asked|ordered|requested|bought|collected|switched|wanted)",
    ),
    isOfDenial: true,
    tells: { sign: "moving" },
  },
  {
    of: any("shop|store|carrier|provider|operator|customer (?:service|care)|they"),
    does: any(
      "(?:a|the) (?:replacement|new one|duplicate|second one|new card) (?:was|has been|had been) (?:\\w+ )?(?:collected|picked up|issued|made|handed out|activated|given)",
    ),
    with: any("says?|said|told|tells"),
    without: any(
      "(?:to|for|by) (?:me|my|us|our)|i (?:asked|ordered|requested)|because|straps?|watch|laptop|parcels?|glasses|cards? for",
    ),
    tells: { sign: "moving" },
  },
  {
    of: any(`(?:my|our|her|his) (?:\\w+ )?(?:${phones}|number|line|sim|${carriers})`),
    does: any(
      "(?:went|gone|switched|stuck|changed) (?:to|on|in|into) sos|quit|stopped(?: working)?|went (?:quiet|silent|dead|dark)|(?:is|was|gone|fell) (?:so )?(?:silent|dead|dark)|(?:won't|doesn't|does not|can't) (?:connect|register|ring)",
    ),
    without: any(
      "battery|charg\\w+|contract|cancelled|old|bill|muted?|silent mode|credit|screen|dropped|abroad|roaming|hik(?:e|ing)|remote",
    ),
    isOfDenial: true,
    tells: { sign: "no-service" },
  },
  {
    of: any(
      `(?:rang|called|dialled|phoned|tried|ringing|calling) (?:me|my|our|her|his|the)(?: own| old)?(?: ${phones}| number)?`,
    ),
    does: any(
      "(?:an?|some|another|the)(?: \\w+)? (?:man|woman|guy|stranger|voice|person|bloke|kid|boy|girl)(?: i don't know)? (?:picked up|answered|said|spoke|replied|came on)|(?:someone|somebody)(?: else)? (?:picked up|answered)",
    ),
    tells: { sign: "stranger-answers" },
  },
  {
    of: any("(?:my|our|her|his) (?:calls|texts|messages|sms)|calls"),
    does: any(
      "(?:go|going|went|gone|ring|ringing) (?:straight )?(?:to|through to|into) (?:some|another|someone|somebody|an? (?:strange|stranger'?s?|different|foreign|unknown))(?! meeting)|(?:arrive|come|arriving|coming) (?:on|at) (?:some|another|someone)",
    ),
    without: any("when (?:i|we)|meetings?|busy"),
    tells: { sign: "diverted" },
  },
  {
    of: any("rings?|calls?|phones?|ringing|calling"),
    does: any(
      "(?:me|my number|us) .{0,16}(?:reach(?:es)?|gets?|lands? on|hears?|ends? up (?:with|at)) (?:an?|some|another|someone|somebody)",
    ),
    without: any("voicemail of mine|busy"),
    tells: { sign: "diverted" },
  },
  {
    of: any("dialled|dialed|typed|entered|keyed"),
    does: any("stars?|hash|asterisk"),
    with: any("he|she|they|caller|man|woman|courier|told"),
    without: any("balance"),
    tells: { sign: "diverted" },
  },
  // Codes and yeses.
  {
    of: any(
      "(?:reset|verification|confirmation|log-?in|sign-?in|code|password) (?:texts?|messages?|e-?mails?|sms)|one-?time (?:passwords?|codes?|pins?)|passcodes|codes from",
    ),
    does: any(
      "keep\\w*|had|having|get\\w*|got|receiv\\w*|being texted|sent|texted|arriv\\w*|com(?:e|ing)|after another|one after|within|minute|every",
    ),
    without: any("to sign in to my|i asked for|i requested"),
    tells: { sign: "code" },
  },
  {
    of: any("duo|authenticator|okta|mfa|push(?:es)?|phone|app|google|microsoft"),
    does: any(
      "(?:buzz|bugg|ping|nagg|prompt|ask|bother|pester)\\w* (?:me )?.{0,24}(?:approve|allow|confirm|is (?:this|that|it) (?:me|you)|authori[sz]e|say yes)|is (?:this|that|it) you|ask\\w* .{0,20}(?:whether|if) (?:it is|it's|that is|that's|this is) (?:really )?me",
    ),
    without: any("bookings?|orders?|appointments?|address|delivery|update|terms|invitation"),
    tells: { sign: "prompt" },
  },
  {
    of: any("allow|approve|accept|confirm|yes|ok"),
    does: any(
      "(?:pressed|tapped|clicked|hit|pushed|chose|said) (?:on )?[\"'“]?(?:allow|approve|accept|confirm|yes|ok)",
    ),
    with: any("log-?in|sign-?in|prompt|push|request|notification|thing|pop-?up|device"),
    without: any("(?:for|to) (?:my|our) own|hotel|cookies|to the invitation"),
    tells: { sign: "given" },
  },
  {
    of: any("information|details|codes?|passwords?|pins?|log-?in|credentials|numbers?"),
    does: any(
      "(?:tricked|fooled|talked|conned|pressured|duped|led) (?:me|us|her|him|mum|mom|dad) into (?:giving|handing|sharing|entering|typing|reading|sending|telling|revealing)",
    ),
    tells: { sign: "given" },
  },
  {
    of: any("(?:account|bank|card|personal|log-?in) (?:information|info|details|data)"),
    does: any("gave|given|handed|told|sent|shared|provided|passed"),
    with: any(
      "man|woman|caller|lady|guy|him|her|them|stranger|agent|officer|site|page|link|someone|somebody",
    ),
    without: any("my (?:accountant|wife|husband|lawyer)|hr|payroll|employer|hotel"),
    tells: { sign: "given" },
  },
  {
    of: any("numbers?|codes?|digits?"),
    does: any("read (?:it|them|that|the \\w+) (?:back |out )?to (?:me|him|her|them)"),
    with: any("text you|send you|text me|asked|told|and i did|so i did|he|she|they"),
    without: any("(?:my|our) (?:son|daughter|child|kids)|story"),
    tells: { sign: "given" },
  },
  {
    of: any(
      "push\\w*|prompts?|requests?|tans?|push-?tans?|notifications?|approvals?|bankid|mitid|itsme|photo-?tan",
    ),
    does: any(`(?:i|we|she|he|${kin}) (?:\\w+ )?(?:confirmed|approved|released|authori[sz]ed|signed)`),
    with: any(
      "(?:because|as|since|when) (?:he|she|they|the)|to (?:cancel|stop|block|reverse|undo)|(?:two|three|four|five|several|\\d+) (?:\\w+ )?(?:requests?|prompts?|push\\w*|tans?)|caller|rang|called|on the phone",
    ),
    without: any(
      "leave|expense|holiday|purchase orders?|pull requests?|my own|friend requests?|for (?:the |my )?school|at the office|the contract called|appointment requests?|the installer",
    ),
    tells: { sign: "given" },
  },
  {
    of: any("passcode|pin|code|pattern|password|unlock\\w*"),
    does: any(
      String.raw`(?<!\b(?:i|we) )(?:watch\w*|saw|seen|spied|peek\w*|film\w*|observed) (?:[\w'-]+ ){0,3}(?:me|us|i|we|my|him|her|them) (?:[\w'-]+ ){0,3}(?:unlock\w*|(?:typ|enter|tapp|putt|key|draw)ing|type|enter|tap|put|key|draw)|(?<!\b(?:i|we) )(?:look\w*|peer\w*|stood|standing|leaning) (?:\w+ )?over my shoulder|(?:passcode|pin|code|pattern) (?:was |got |had been |has been )+(?:seen|watched|spied|filmed|observed|memori[sz]ed)`,
    ),
    with: any(String.raw`unlock\w*|passcode|lock|phone|i?phone|screen|pattern|type|typ\w+|enter\w*`),
    without: any(
      "atm|cash ?(?:machine|point)|till|checkout|card|bank\\w*|door|gate|bikes?|cars?|lockers?|safe|house|gym|my (?:wife|husband|partner|son|daughter|mum|mom|dad|kids?|friend)|video|film about|shop",
    ),
    tells: { isOpen: true, isCodeSeen: true },
  },
  {
    of: any("passcode|pin|code|password|pattern|face|finger|thumb|unlock"),
    does: any(
      "(?:made|forced|ordered) (?:me|us|him|her|them) (?:to )?(?:tell|give|show|type|enter|unlock|say|hand|use)",
    ),
    with: any("phone|iphone|android|samsung|mobile|cell|handset|pixel"),
    without: any("games?|teacher|class|lesson"),
    tells: { isOpen: true, isCodeSeen: true },
  },
  {
    of: any("phone|iphone|mobile|cell|handset|samsung|pixel"),
    does: any(
      "(?:took|stole|left with|drove off with|ran off with|demanded) (?:my|our|his|her|the) (?:\\w+ )?(?:phone|iphone|mobile|cell|handset|samsung|pixel)(?! (?:phone )?(?:numbers?|box|case|charger|line)\\b)",
    ),
    with: any("knife(?:point)?|gun(?:point)?|robbed|mugged|threaten\\w*|forced|made (?:me|us|him|her)|they"),
    without: any("gave (?:it )?back|returned"),
    tells: { gone: "device.phone" },
  },
  {
    of: any("push|prompt|log-?in|sign-?in|request|notification"),
    does: any("ok'?d|okayed|approved|accepted|allowed|let through"),
    with: any("thought|mistake|accident|didn't (?:look|think)|was mine|tricked|by reflex"),
    tells: { sign: "given" },
  },
  {
    of: any(
      String.raw`(?:\w+[- ])?digits?(?: code)?|(?:the )?numbers? from the (?:text|sms|app)|codes?|otps?|pins?|passcodes?`,
    ),
    does: any(
      `(?:${kin}|^|, )(?: ?\\w+ )?(?:(?:sent|passed|forwarded|texted) (?:it|them|that)(?: \\w+)? (?:to|across|over|back)|read (?:it|them|those|the \\w+) (?:out|off|back|to)|told (?:the )?(?:person|man|woman|guy|caller|fellow|voice|them|him|her)|gave (?:it|them|the (?:person|man|woman|guy|caller|fellow)))`,
    ),
    without: any(
      "lottery|gift|target|vouchers?|steam|itunes|google play|meter|wi-?fi|door|gate|gas|electric\\w*",
    ),
    tells: { sign: "given" },
  },
  {
    of: any(
      "long (?:card )?number|(?:three|3|last) digits|maiden name|security (?:number|code)|cvv|cvc|expiry|card (?:number|details)|sort code|pin|password",
    ),
    does: any("typed|entered|filled|put|keyed|submitted|posted"),
    with: any("page|site|website|form|link|portal|fake|envelope"),
    without: any("notebook|diary|(?:my|our) (?:own )?(?:bank's|own)"),
    tells: { sign: "given" },
  },
  {
    of: any("line|number|phone|mobile|calls?"),
    does: any(
      "(?:is|are|was|were|gets?|being) answered by (?:someone|somebody|an?)(?: else| stranger)|told (?:me|her|him|them) it (?:was|is) (?:hers|his|theirs) now",
    ),
    without: any("my (?:wife|husband|assistant|colleague|secretary)|by (?:an?|the) (?:machine|bot|robot)"),
    tells: { sign: "stranger-answers" },
  },
  {
    of: any("bars|reception|signal|999|911|112"),
    does: any(
      "(?:bars|reception|signal) (?:\\w+ )?(?:vanished|disappeared|dropped to|went|gone)|(?:could ?n(?:'|o)t|can(?:'|no)t|could not) (?:even |properly )*(?:ring|call|reach|dial)",
    ),
    without: any("basement|tunnel|lift|elevator|mountains?"),
    isOfDenial: true,
    tells: { sign: "no-service" },
  },
  {
    of: any("log-?in|password|pin|code|card|details|access"),
    does: any("let (?:him|her|them) (?:have|see|use|know)|put (?:in )?my card(?: \\w+)? (?:in|on|into)"),
    with: any(
      "bank\\w*|site|page|link|fake|redelivery|looked (?:exactly |just )?like|him|them|helpful|sounded",
    ),
    without: any("parking|machine|till|wi-?fi|my (?:son|daughter|wife|husband)"),
    tells: { sign: "given" },
  },
  {
    of: any("(?:new|replacement|duplicate|another|second) (?:sims?|sim card|e-?sim)"),
    does: any("asked for|requested|ordered|got|collected|picked up|obtained|walked out with"),
    with: any("someone|somebody|stranger|with my (?:passport|id|name|licence|license)|a man|a woman"),
    without: any(byMe),
    tells: { sign: "moving" },
  },
];
