/** What is right to do and is no flow of anybody's, in both languages. */
import { spaced } from "./marks.ts";
import { both, type Lang, type WordsOf, wordsIn } from "./words.ts";

interface Of {
  readonly name: string;
  readonly line: string;
}

interface From {
  readonly name: string;
  readonly isOne: boolean;
}

interface More {
  /** What is asked for besides, as a sentence; empty: nothing. */
  readonly more: string;
}

const table = {
  giveNothing: both(
    "Read no code to anybody, say yes to nothing, and hang up on anyone who asks",
    "不要把验证码告诉别人，弹出的确认点拒绝，有人来要就挂断",
  ),
  giveNothingWhy: both(
    "The codes and questions come to you: somebody tries, and as long as nobody gets a code or a yes from you they do not get in by it. Open no link in these messages, and do not turn the phone off or suspend the number: it is in your hand, and that is what keeps them out. If you have read a code out or said yes already, go on to that place at once.",
    "验证码和确认都发到你手里，说明有人在试，但还没进去；只要你不给验证码、不点确认，对方就用不上。别点短信里的链接，也不用停机：号码在你手里，正是它挡住了对方。要是已经把验证码告诉了别人或点过确认，马上去处理那一家。",
  ),
  lookThere: both(
    ({ name }: Of) => `Look at ${name} yourself: who is signed in, what was changed or paid`,
    ({ name }: Of) => spaced("自己去", name, "看一遍：有没有陌生设备登录、改资料、付款"),
  ),
  lookThereHow: both(
    "Open the app you have or type the address yourself, never by a link from a message. If nothing is wrong, change the password to one you use nowhere else, sign out every other device, and switch on a second step other than a text message.",
    "用手机上原有的应用，或自己输入网址打开，不要点短信里的链接。没有异常也改一个别处没用过的密码，把其他设备全部下线，并打开不靠短信的两步验证。",
  ),
  stopTheMove: both(
    ({ name, line }: Of) =>
      `Call ${name} by a number you know, and have any new SIM or move of ${line} stopped`,
    ({ name, line }: Of) => spaced("用你知道的官方号码打给", name, `，拦下${line}的补卡、转网或停机`),
  ),
  stopTheMoveSay: both(
    ({ line }: Of) =>
      `“I was told that ${line} is to be stopped or moved to another SIM card or carrier. I asked for nothing of the kind. Please look whether a new SIM, an eSIM or a move is under way, cancel it now, lock the number against both, and change the account PIN with me. What is your reference number?”`,
    ({ line }: Of) =>
      `“我收到消息，说我的${line}要停机、补卡或转网，我没有办过。请马上查有没有补换卡、eSIM 或携号转网申请，有就取消，并把补卡和转网都锁住，再帮我改服务密码。请给我受理编号。”`,
  ),
  stopTheMoveWhy: both(
    "It comes first because a number that is moved takes nearly every code with it, and until it is done one call stops it. If somebody rang or wrote to you in the carrier's name, hang up and give them no code and no PIN; the number they give is not to be called.",
    "要最先办：号码一旦被转走，几乎所有验证码都跟着走；还没办成之前，一个电话就能拦下。如果是有人以运营商名义打来或发短信，先挂断，不给验证码和密码，也不要回拨对方给的号码。",
  ),
  findOut: both(
    ({ name }: Of) =>
      `Take three minutes to find out why there is no network, then call ${name} from another phone`,
    ({ name }: Of) => spaced("先花三分钟弄清为什么没信号，再用别的手机打给", name),
  ),
  findOutSay: both(
    ({ line }: Of) =>
      `“${upperFirst(line)} has no service and I do not know why. Please look whether a new SIM or eSIM was issued or the number was moved in the last days. If so, I did not ask for it: undo it and suspend the number until I am identified. If not, what is it: payment, roaming, a fault?”`,
    ({ line }: Of) =>
      `“我的${line}没有信号，原因不清楚。请查最近几天有没有补换卡、eSIM 或携号转网。如果有，不是我办的，请撤销，并在核实我本人之前停机。如果没有，是欠费、漫游还是故障？”`,
  ),
  findOutHow: both(
    (percent: number) =>
      `Nothing else shows that somebody has the number; our guess is about ${percent} % that they do. It may be roaming, a bill, a dead spot or the phone. Ring your number from another phone: if it rings elsewhere or a stranger answers, it is taken. Restart the phone, put the SIM card in again, ask others with the same carrier, and look in the carrier's app over Wi-Fi for a new SIM or a move. If it is taken, or you cannot tell after three minutes, call at once, and then your bank.`,
    (percent: number) =>
      `没有别的迹象表明号码被人拿走，我们估计被拿走的可能约 ${percent}%；也可能是漫游、欠费、没覆盖或手机本身的问题。用别的手机拨自己的号码：如果在别处响或陌生人接，就是被拿走了。重启手机、重插手机卡，问问身边用同一家运营商的人，连上无线网在运营商应用里看有没有补卡或转网。确认被拿走，或三分钟后还弄不清，马上打电话，再打给银行。`,
  ),
  endForwarding: both(
    ({ line }: Of) => `Dial ##002# and press call: that ends the forwarding of calls to ${line}`,
    ({ line }: Of) => `在拨号界面拨 ##002#，取消${line}的全部呼叫转移`,
  ),
  endForwardingSay: both(
    ({ line }: Of) =>
      `“Calls to ${line} are forwarded to a number that is not mine; I was tricked into dialling a code. Please end every call forwarding now, tell me where it went and since when, and let none be set again without me. What is your reference number?”`,
    ({ line }: Of) =>
      `“我的${line}被设了呼叫转移，转到不是我的号码，是被人骗着拨的代码。请马上取消全部呼叫转移，告诉我转到了哪个号码、从什么时候开始，没有我本人同意不要再开通。请给我受理编号。”`,
  ),
  endForwardingHow: both(
    "It comes first: until then a code by voice and every call back to you, the bank's too, goes to the other side. Do it from the phone with this SIM card and wait for the answer on the screen; then dial *#21# and look that nothing is forwarded. Some carriers have another code: if it is refused, or this phone had to be switched off, call the carrier from another phone and have it ended. Only after that sign in to chat apps and others that send a code by call.",
    "最先办：取消之前，语音验证码和所有回拨你的电话（包括银行的）都会打到对方那里。用插着这张卡的手机拨，等屏幕上出现结果，再拨 *#21# 确认没有转移。有的运营商代码不同：拨不成，或这部手机已经关掉，就用别的手机打给运营商取消。取消之后，再重新登录聊天应用等会用电话发验证码的应用。",
  ),
  takeBack: both(
    ({ name, line }: Of) => `Have ${name} bring ${line} back to you`,
    ({ name, line }: Of) => spaced("要求", name, `把${line}追回来`),
  ),
  takeBackSay: both(
    ({ line }: Of) =>
      `“Please tell me where ${line} went: to another SIM card of yours or to another carrier, when, and to which. I did not ask for it. If it is with you, take that card off and give me a new one. If it went to another carrier, report an unauthorised move to them now and ask for the number back. What is your reference number?”`,
    ({ line }: Of) =>
      `“请告诉我，我的${line}是补到了你们的另一张卡上，还是转到了别的运营商，什么时候、转到哪家。不是我办的。如果还在你们这里，请停掉那张卡，给我补新卡；如果转走了，请马上向对方通报非本人转网，把号码要回来。请给我受理编号。”`,
  ),
  takeBackWhy: both(
    "Your own carrier is the one to ask, even where the number is with another by now. It may want you to come with an ID document. A suspension alone does not bring the number back.",
    "就算号码已经转到别家，也先找自己的运营商去要。可能要你带身份证件到营业厅。只停机，号码不会自己回来。",
  ),
  getBackIn: both(
    ({ name }: Of) => `Get back into ${name} by its own recovery, and put everybody else out`,
    ({ name }: Of) => spaced("通过", name, "官方的找回入口拿回账号，把别人全部下线"),
  ),
  getBackInHow: both(
    "Do it on a phone or computer that was signed in before, on your usual network, by the app or an address you type yourself; do not trust anyone who offers to get it back for you. If you are still signed in anywhere, begin there: end all other sessions, then change the password. Then look at the recovery number and address, forwarding rules and linked apps, for they let the other side back in. Tell people you know by another way that messages from it are not yours.",
    "用以前登录过的手机或电脑、平时的网络，打开官方应用或自己输入网址去找回；自称能帮你找回的人都别信。如果哪台设备还登录着，就从那台开始：先把其他设备全部下线，再改密码。然后检查找回用的手机号和邮箱、自动转发、第三方授权，对方常靠这些再进来。用别的方式告诉亲友：那个账号发的消息不是你。",
  ),
  secureMail: both(
    "Put everybody else out of your mailbox, before its letters open the rest",
    "保住邮箱：把别人全部下线，免得别的账号跟着丢",
  ),
  secureMailHow: both(
    "A letter to it opens most accounts again. Use a phone or computer that is signed in there; if none is, the mailbox's own way back. End all other sessions, change the password, and as long as the number is in other hands take it away as a way back in; then look for addresses it forwards to, filters, and apps that may read it. It closes nothing to you.",
    "大多数账号都能凭一封邮件重新打开。用还登录着的手机或电脑操作；都没登录，就走邮箱官方的找回入口。先把其他设备全部下线，再改密码；号码还在别人手里时，把它从找回方式里去掉。然后检查自动转发、收信规则和第三方授权。你自己照样能用。",
  ),
  callBack: both(
    ({ name, isOne }: From) =>
      isOne
        ? `Call ${name} and have the payment you made stopped or called back`
        : `Call the place you paid from (${name}) and have the payment stopped or called back`,
    ({ name, isOne }: From) =>
      isOne
        ? spaced("打给", name, "，把你转出去的这笔钱拦下或追回")
        : spaced("打给你付款用的那一家（", name, "），把这笔钱拦下或追回"),
  ),
  callBackUnnamed: both("the bank or app you paid from", "你付款用的银行或应用"),
  callBackSay: both(
    ({ more }: More) =>
      `“I was deceived and made a payment myself: [amount] at [time], from my [account] to [name and account number]. Please stop it if it has not gone, and if it has, call it back now: tell the bank that received it that it is fraud, and have what is left there frozen.${more} What is your reference number, and what do you need from me for the claim?”`,
    ({ more }: More) =>
      `“我被骗了，这笔钱是我自己转出去的：时间〔几点〕，金额〔多少〕，从我的〔账户〕转到〔对方户名、账号、开户行〕。还没到账请马上拦下；已经到账，请马上联系收款行说明是诈骗，把对方账户里的钱冻结、追回。${more}请给我受理编号，并告诉我申请追款还要什么材料。”`,
  ),
  andBlockToo: both(
    " They may also have a code, a password, my card or a view of my phone: please stop my cards, the app, online banking and transfers in the same call.",
    "对方可能还拿到了我的验证码、密码、银行卡，或看得到我的手机：请同时停掉我的卡、手机银行、网上银行和转账。",
  ),
  callBackWhy: both(
    "Every minute counts: the money is sent on, often within the hour. Say at once that you made the payment and were deceived; do not say that it was not you. Have ready: amount, time, from which account, the payee's name and account number, the transaction number.",
    "越快越好：钱常常不到一小时就被转走。如实说是自己转的、是被骗的，不要说“不是我操作的”。请备好：金额、时间、从哪个账户转出、对方户名和账号、交易流水号。",
  ),
  callBackTerms: both(
    (terms: string) => `Terms: ${terms}.`,
    (terms: string) => `期限：${terms}。`,
  ),
  callBackGiftCards: both(
    "Call the company on the gift cards: have what is left on them frozen, and ask for it back",
    "打给礼品卡的发卡公司，把卡里剩下的钱冻结，并要求退款",
  ),
  callBackIssuer: both("the company on the cards", "发卡公司"),
  callBackGiftCardsSay: both(
    "“I bought these cards because a swindler told me to, and gave the numbers away. The card numbers are [numbers], bought at [shop] at [time]. Please freeze what is left on them now and refund it. What is your reference number?”",
    "“我被骗子骗着买了这些卡，卡号卡密已经给了对方。卡号是〔卡号〕，〔几点〕在〔哪里〕买的。请马上冻结卡里剩下的钱并退款。请给我受理编号。”",
  ),
  callBackGiftCardsWhy: both(
    "What is on a card is spent within minutes, so call before anything else. Keep the cards and the receipt; take the number from the card or the company's own app, not from a search result. If you paid for the cards with a bank card, tell the bank as well.",
    "卡里的钱几分钟就可能被用掉，所以先打这个电话。卡和小票都留着；电话看卡面或官方应用，不要用搜索结果里的号码。如果是刷银行卡买的，也告诉银行。",
  ),
  callBackCrypto: both(
    ({ name }: From) => `Tell ${name} that you sent coins to a swindler, and have the address marked`,
    ({ name }: From) => spaced("告诉", name, "你把币转给了骗子，请它标记并冻结对方地址"),
  ),
  callBackCryptoUnnamed: both("the exchange or wallet you sent from", "你转出用的交易平台或钱包"),
  callBackCryptoSay: both(
    "“I was deceived and sent [amount and coin] at [time] to the address [address], transaction [hash]. Please stop it if it has not gone out, mark that address as fraud, and freeze what arrives there or at any account of yours. What is your reference number?”",
    "“我被骗了，〔几点〕把〔数量和币种〕转到地址〔地址〕，交易哈希〔哈希〕。还没转出请马上拦下；请把这个地址标记为诈骗，凡是到了你们账户里的都冻结。请给我受理编号。”",
  ),
  callBackCryptoWhy: both(
    "What has gone out on a chain is not called back; it is stopped only where it reaches an exchange. If a bank transfer or a card paid for the coins, call that bank as well. An offer to get it back for a fee is the next swindle.",
    "链上转出的币撤不回来，流到交易平台时还可能冻住。如果是用银行卡或转账买的币，也马上打给银行。收费帮你追回的，是下一个骗子。",
  ),
  payNoMore: both(
    "Pay nothing more, answer nothing, and keep every message and number",
    "不要再转钱，不要再回复，把聊天记录、号码、凭证都留着",
  ),
  payNoMoreWhy: both(
    "A fee, a tax or a deposit to get the money back is the same fraud once more, and so is a call that now offers help. Save the conversation, the numbers, the account or address you paid, and the receipts; block nobody before that. If you told them a code, a password or card details, showed them your screen or installed what they sent, tell your bank in the same call and have it all stopped.",
    "说要再交手续费、税款、保证金才能退钱的，还是同一伙骗子；现在打来说能帮你追回的，也一样。先把聊天、号码、收款账户或地址、凭证保存好，再拉黑。如果还把验证码、密码、卡号告诉过对方，共享过屏幕，或装过对方发的软件，同一个电话里就告诉银行，全部停掉。",
  ),
  reportIt: both("Report it, and keep the number of the report", "报案，留下报案编号"),
  reportCash: both(
    "Call the police now: the person who came for the money may still be near",
    "马上报警：来取钱的人可能还没走远",
  ),
  reportCashSay: both(
    "“A swindler made me hand over cash or goods: [what, how much]. It was fetched at [place] at [time] by [looks, car, number plate], or sent to [address] by [carrier, parcel number]. They called me from [number].”",
    "“我被骗子骗走了现金或财物：〔什么、多少〕。〔几点〕在〔地点〕被〔来人的样子、车型、车牌〕取走，或者寄给了〔地址，快递公司和单号〕。对方联系我的号码是〔号码〕。”",
  ),
  reportCashUnnumbered: both(
    "Take the emergency number of where you are, at once.",
    "打当地的报警电话，一分钟也别等。",
  ),
  reportCashWhy: both(
    "If it was sent by post or a courier firm, call them in the same minute and have the parcel stopped. Wait for nobody who says that they will bring it back.",
    "如果是寄出去的，同时打给快递公司拦截包裹。有人说会把钱送回来，不要等。",
  ),
  reportItWhere: both(
    "To the police where you live, at the station or on their own site.",
    "到当地警方报案，去派出所或警局，或通过警方官网。",
  ),
  reportItWhy: both(
    "Banks and claims ask for the number of a report, and what you paid may be joined with what others did. Say that you paid yourself and were deceived.",
    "银行和追款都要报案编号，你的钱也可能和别的案子并案追查。如实说是自己转的、是被骗的。",
  ),
  endTheCall: both(
    "Get them off that call now: ring another phone of theirs, send somebody nearby to the door, and have the police go there",
    "马上让正在通话的人挂断：打家里别的电话，请离得最近的人上门，同时报警请民警过去",
  ),
  endTheCallSay: both(
    (isPaid: boolean) =>
      `“Somebody is being talked into paying a swindler at this moment, at [address]. They are still on that call and believe it. ${isPaid ? "They have paid already, [amount] at [time], and are pressed for more." : "Nothing is paid yet, as far as we know."} Please send somebody to the door, or ring them on [phone].”`,
    (isPaid: boolean) =>
      `“〔地址〕有人正在被电话诈骗，对方还没挂电话，本人信了，${isPaid ? "已经转出去了（〔几点〕，〔多少〕），对方还在催着转" : "据我们所知还没转钱"}。请马上派民警上门劝阻，或者打〔号码〕联系本人。”`,
  ),
  endTheCallWhy: both(
    "As long as the call goes on, anything you block is opened again at the caller's word. Do not argue about who is right: ask them to hang up for ten minutes and to ring you back. No police and no bank asks for money to be moved so that it is out of danger, or forbids anybody to speak of it. If you are on that call yourself, hang up: nothing happens to you for it. Ring their bank from a second phone, and have it hold what is sent today.",
    "只要那个电话没挂，你冻结什么，本人都会照对方的话再解开。别争对错，先让本人挂断十分钟，给你回个电话：公安和银行都不会让人转钱“保护”起来，也不会不许告诉家人。如果接电话的就是你，直接挂断，不会有任何后果。再用另一部手机打给本人的银行，请银行先拦下今天的转账。",
  ),
  warnOthers: both(
    "Tell family and friends by another way that it is not you",
    "用别的方式告诉家人朋友：那不是你",
  ),
  warnOthersSay: both(
    "“My account was taken over. Whatever it writes is not from me: please send no money and no code, open no link from it, and tell the others in our groups.”",
    "“我的账号被盗了，它发的消息都不是我发的。请不要转钱、不要给验证码、不要点链接，也请转告群里其他人。”",
  ),
  warnOthersWhy: both(
    "Call or text those it writes to, or have one of them post it in the groups; it takes minutes and saves their money. Somebody who has paid already calls their own bank at once.",
    "给它联系过的人打电话或发短信，或请其中一位在群里说一声，几分钟就能保住他们的钱。已经有人转了钱的，让他马上打给自己的银行。",
  ),
  denyIt: both(
    ({ name }: Of) => `Tell ${name} that it was not you who opened it, and have it stopped`,
    ({ name }: Of) => spaced("告诉", name, "：这不是你办的，让他们马上停掉"),
  ),
  denyItSay: both(
    "“This was opened in my name, and I did not do it. Please treat it as identity fraud: stop it, pay nothing out, and stop collecting. Tell me when it was opened, with which phone number, address and account, and where the money went. Give me a reference number, and your decision in writing.”",
    "“这是别人冒用我的身份办的，不是我本人。请按冒名办理处理：马上停掉，不要放款，停止催收。请告诉我是什么时候办的，留的是哪个手机号、地址和银行卡，钱打到了哪里。请给我受理编号，并书面答复。”",
  ),
  denyItHow: both(
    "Take the number from their own site or app, not from the letter or the caller: letters and calls about debts are also faked. Pay nothing, not even a part, and confirm no code: both count as yes. Put the same in writing the same day.",
    "电话从官网或官方应用里查，不要用信里或来电给的号码：催收信和来电也可能是假的。一分钱都不要还，也不要确认验证码，否则会被当作承认。当天再书面说一遍。",
  ),
  closeCredit: both(
    "Have new credit in your name stopped, and look what else was opened",
    "让别人不能再用你的名义借钱，并查一查还办了什么",
  ),
  closeCreditSay: both(
    "“Somebody opens credit in my name. Please put a freeze or a fraud warning on my record, and send me the whole record, with everybody who asked for it.”",
    "“有人在用我的名义借钱。请在我的记录上加上冻结或防欺诈标记，并把完整记录给我，包括谁查询过。”",
  ),
  closeCreditWhere: both(
    "Ask the credit bureau of your country for your own record; it is mostly free.",
    "向当地保管信用记录的机构要自己的信用报告（中国大陆是中国人民银行征信中心，网上或到网点查，通常免费）。",
  ),
  closeCreditWhy: both(
    "Where one was opened others often follow, or are there already. Go through the record: tell the company behind each entry and each enquiry that it is not yours, and dispute it with the bureau. With a police reference both go faster.",
    "冒名办了一笔，往往还有别的。逐条看报告：每一笔、每一次不是自己的查询，都告诉那一家，并向征信机构提异议。报过案、有案号，两边都更快。",
  ),
  askThereWhy: both(
    ({ name }: Of) =>
      `Nobody has read what can be asked for at ${name} with what you have. Ask all the same.`,
    ({ name }: Of) => `${spaced("还没查到凭你手上的东西能让", name, "做什么")}，但不要因此漏掉它。`,
  ),
  askUnread: both(
    ({ name }: Of) => `Call ${name} and ask what can be blocked there`,
    ({ name }: Of) => spaced("打给", name, "，问能先停掉什么"),
  ),
  askUnreadSay: both(
    "“My things were lost or somebody is using my name. Please block my account, cards and any number I have with you now. What was opened, changed or paid today? What is your reference number, and what would you ask before you undo it?”",
    "“我丢了手机或证件，或者有人在冒用我的名义。请先停用我在你们这里办的所有业务。今天有没有新开、改动或付款？请给我受理编号，解除时你们会核验什么？”",
  ),
  askUnreadWhy: both(
    ({ name }: Of) =>
      `Nobody has read ${name}, and its name does not tell us what it is: nothing is known of what is asked there, and it plays no part in the order above.`,
    ({ name }: Of) =>
      `${spaced("还没有人查过", name, "，从名字也看不出是哪一类机构")}：那里要什么我们不知道，上面的先后也没有算进它。`,
  ),
} as const;

const upperFirst = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1);

export const counselWords = (lang: Lang): WordsOf<typeof table> => wordsIn(table, lang);
