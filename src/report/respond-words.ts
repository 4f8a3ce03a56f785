/** What respond says, in both languages: for somebody frightened, one thing at a time. */
import { spaced } from "./marks.ts";
import { both, counted, type Lang, type WordsOf, wordsIn } from "./words.ts";

const table = {
  now: both("Do this now", "现在就做"),
  meanwhile: both(
    (who: string) => `Meanwhile, ${who}`,
    (who: string) => `同时由${who}来做`,
  ),
  after: both("After that, in this order", "接着按顺序做"),
  call: both(
    (tel: string) => `Call ${tel}`,
    (tel: string) => `拨打 ${tel}`,
  ),
  textTo: both(
    (tel: string) => `Send the text to ${tel}, from another phone`,
    (tel: string) => `用别的手机发短信到 ${tel}`,
  ),
  closed: both("closed now", "现在没人接"),
  go: both(
    (where: string) => where,
    (where: string) => where,
  ),
  noContact: both(
    "No number is known to us: take it from the back of the card, the contract or bill, the official app or site; never from a message, a caller or an advertisement.",
    "我们没有查到号码：请看卡背面、合同或账单、官方应用或官网，不要用短信、来电或广告里给的号码。",
  ),
  say: both("Say", "照着念"),
  sayText: both(
    ({ act, what, isAll }: SayWords) =>
      `“${what} Please ${act} now.${isAll ? " Stop online banking, the app and transfers in the same call." : ""} Please do not undo it for anybody who only knows my ID number, my password or a code by text. What is your reference number, and what would you ask before you undo it?”`,
    ({ act, what, isAll }: SayWords) =>
      `“${what}请马上${act}。${isAll ? "网上银行、手机银行和转账也请一并停掉。" : ""}只报身份证号、密码或短信验证码的人要求解除，都不要同意。请给我受理编号，并告诉我：解除时你们会核验什么？”`,
  ),
  gone: both(
    ({ things, isOne, when }: GoneWords) =>
      `My ${things} ${isOne ? "was" : "were"} stolen or lost${when === undefined ? "" : ` at about ${when}`}.`,
    ({ things, when }: GoneWords) => `我的${things}${when === undefined ? "" : `约在 ${when} `}被盗或丢失。`,
  ),
  goneDevice: both("phone", "手机"),
  goneSim: both("SIM card", "手机卡"),
  goneCard: both("bank card", "银行卡"),
  goneDocument: both("ID document", "身份证件"),
  and: both(" and ", "和"),
  andAct: both(" and ", "、"),
  numberMoved: both(
    ({ when }: { readonly when: string | undefined }) =>
      `My number has no service${when === undefined ? "" : ` since about ${when}`}: somebody has it on another SIM card, and I did not ask for that.`,
    ({ when }: { readonly when: string | undefined }) =>
      `我的手机号${when === undefined ? "" : `从 ${when} 左右`}突然没有信号，被人办到了另一张卡上，不是我本人办的。`,
  ),
  cutOff: both(
    "Before any call, cut them off: switch the phone off, or turn on flight mode. If it does not react, take the SIM card out and leave it without Wi-Fi. Then call from another phone, and open no bank or payment app on this one.",
    "打电话之前先断开：把手机关机，或者开飞行模式。要是按了没反应，就拔出手机卡、断开无线网。之后用别的手机打电话，这部手机先别打开银行和支付应用。",
  ),
  hangUp: both(
    "If somebody called you: hang up, and don't call back the number they or a message gave you. Use another phone; on a fixed phone the caller can still be connected, so wait ten minutes or call somebody you know first.",
    "不管是谁打来的，先挂断，也不要回拨对方或短信里给的号码。最好换一部电话打；如果用座机，对方可能还没断线，等十分钟，或先打给熟人试一下。",
  ),
  steered: both(
    ({ when }: { readonly when: string | undefined }) =>
      `Somebody has been controlling my phone remotely${when === undefined ? "" : ` since about ${when}`}. It was not me.`,
    ({ when }: { readonly when: string | undefined }) =>
      `${when === undefined ? "" : `从 ${when} 左右起，`}有人远程控制了我的手机，这段时间的操作都不是我本人做的。`,
  ),
  callsDiverted: both(
    ({ when }: { readonly when: string | undefined }) =>
      `Calls to my number have been forwarded to somebody else${when === undefined ? "" : ` since about ${when}`}; I did not want that.`,
    ({ when }: { readonly when: string | undefined }) =>
      `${when === undefined ? "" : `从 ${when} 左右起，`}打给我的电话被转到了别人那里，不是我的意思。`,
  ),
  numberDead: both(
    ({ when }: { readonly when: string | undefined }) =>
      `My number has no service${when === undefined ? "" : ` since about ${when}`}, and I do not know why. It may have been moved to another SIM card; I did not ask for that.`,
    ({ when }: { readonly when: string | undefined }) =>
      `我的手机号${when === undefined ? "" : `从 ${when} 左右`}没有信号，原因还不清楚，可能被人补办或转网了，不是我本人办的。`,
  ),
  somebodyTries: both(
    ({ when }: { readonly when: string | undefined }) =>
      `Somebody has been trying to get into my account${when === undefined ? "" : ` since about ${when}`}. It is not me.`,
    ({ when }: { readonly when: string | undefined }) =>
      `${when === undefined ? "" : `从 ${when} 左右起，`}有人在试图登录我的账户，不是我本人操作。`,
  ),
  onlyIfSeen: both(
    "Only if you find a sign-in, a device or a payment there that is not yours, or if you have already read a code out or said yes.",
    "只有当你在那里看到不是自己的登录、设备或付款，或者已经把验证码告诉了别人、点过确认时，才需要这样做。",
  ),
  onlyIfLetIn: both(
    "Only if you also gave somebody a code, a password or card details, showed them your screen or installed what they sent, or if you find a payment there that you did not make.",
    "只有当你还把验证码、密码、卡号给过对方，共享过屏幕、装过对方发的软件，或者看到不是自己付的款时，才需要这样做。",
  ),
  onlyIfSpread: both(
    "Only if you use the same password there, or find a sign-in, a change or a payment there that is not yours: nothing seen so far shows a way in there.",
    "只有当你在那里用的是同一个密码，或者看到不是自己的登录、改动或付款时，才需要这样做：目前还看不出对方能进这里。",
  ),
  paidMyself: both(
    ({ when }: { readonly when: string | undefined }) =>
      `I was deceived and made a payment myself${when === undefined ? "" : ` at about ${when}`}.`,
    ({ when }: { readonly when: string | undefined }) =>
      `我被骗了，${when === undefined ? "" : `${when} 左右`}自己把钱付给了对方。`,
  ),
  steeredToo: both(
    "They could also see or control my phone remotely; what was done on it besides was not me.",
    "对方还能远程看到或控制我的手机，除此之外手机上的操作不是我本人做的。",
  ),
  holdPaid: both(
    (name: string) => `Call ${name}: have the money you sent stopped, and the account it went to frozen`,
    (name: string) => spaced("打给", name, "：给你转出去的钱申请紧急止付，冻结对方账户"),
  ),
  paidFirst: both(
    "It comes first because money you sent can be held only while it lies where it went, often for less than an hour. Say that you made the payment and were deceived. Have ready: amount, time, from which account, the payee's name, account number and bank.",
    "最先办，因为转出去的钱只有还在对方账户里时才拦得住，常常不到一小时。如实说是自己转的、是被骗的。请备好：金额、时间、从哪个账户转出、对方户名、账号和开户行。",
  ),
  onlyIfMoved: both(
    "Only if the carrier cannot stop it at once, or if you find a sign-in, a device or a payment there that is not yours.",
    "只有当运营商拦不下来，或者你在那里看到不是自己的登录、设备或付款时，才需要这样做。",
  ),
  onlyIfTaken: both(
    "Only if the number turns out to be taken, or if you cannot find out soon.",
    "只有当确认号码被人拿走，或一时弄不清时，才需要这样做。",
  ),
  somebodyIn: both(
    ({ when }: { readonly when: string | undefined }) =>
      `Somebody else is using my accounts${when === undefined ? "" : ` since about ${when}`}. It is not me.`,
    ({ when }: { readonly when: string | undefined }) =>
      `${when === undefined ? "" : `从 ${when} 左右起，`}有人冒用我的账户，不是我本人操作。`,
  ),
  feared: both(
    ({ when }: { readonly when: string | undefined }) =>
      `I am afraid that somebody else can get at my accounts${when === undefined ? "" : ` since about ${when}`}.`,
    ({ when }: { readonly when: string | undefined }) =>
      `${when === undefined ? "" : `从 ${when} 左右起，`}我担心有人能动我的账户。`,
  ),
  theyAsk: both(
    (what: string) => `They will ask for ${what}`,
    (what: string) => `对方会核验：${what}`,
  ),
  doubtful: both(
    (what: string) =>
      `The other side may have changed ${what} by now. If it is refused, insist on being identified another way.`,
    (what: string) => `${what}可能已被对方改掉。如果核验不通过，要求换一种方式核实你的身份。`,
  ),
  rescue: both(
    (what: string) => `Bring the money out of reach: ${what}`,
    (what: string) => `先把钱转到对方碰不到的地方：${what}`,
  ),
  throwOut: both(
    (what: string) => `End ${what}`,
    (what: string) => `让这项失效：${what}`,
  ),
  throwOutAgain: both(
    (what: string) => `Sign in to ${what} again: that throws the other one out`,
    (what: string) => `重新登录${what}，把对方挤下线`,
  ),
  replace: both(
    (what: string) => `Get ${what} back on a new SIM card of your own`,
    (what: string) => `补办新卡，把${what}拿回来`,
  ),
  holds: both(
    (time: string) => `It ends by itself after ${time}, so set a reminder.`,
    (time: string) => `${time}后自动失效，请设提醒。`,
  ),
  undone: both(
    (proof: string) => `It can be undone by ${proof}.`,
    (proof: string) => `解除它要：${proof}。`,
  ),
  undoneElsewhere: both(
    (proof: string) => `Elsewhere it can usually be undone by ${proof}, so ask what they check.`,
    (proof: string) => `别处解除通常要：${proof}；这里要什么，请问清楚。`,
  ),
  holdsElsewhere: both(
    (time: string) => `Elsewhere it usually ends by itself after ${time}, so ask how long it holds.`,
    (time: string) => `别处通常${time}后自动失效；这里能保持多久，请问清楚。`,
  ),
  usuallyAsk: both(
    (what: string) => `Such places usually ask for ${what}`,
    (what: string) => `这类机构通常核验：${what}`,
  ),
  sentBy: both(
    (from: string) => `from ${from}`,
    (from: string) => `发自 ${from}`,
  ),
  undoneUnread: both("Nobody has read what undoes it, so ask.", "还没查到怎样会被解除，请问清楚。"),
  unreadAct: both(
    (institution: string) =>
      `What ${institution} asks for this has not been read; this is what is usual elsewhere, so just ask for it.`,
    (institution: string) =>
      `${spaced("还没查到", institution, "具体怎么办")}，这里按同类机构的常见做法写，直接提要求就行。`,
  ),
  minutes: both(
    (time: string) => `about ${time}`,
    (time: string) => `约 ${time}`,
  ),
  tie: both(
    "Another first act would be about as good, but this one holds better or is quicker.",
    "先做别的效果也差不多，但这一项更不容易被解除，或更快。",
  ),
  wasRefused: both(
    (time: string) =>
      `This was refused at ${time}: call again and ask for the fraud desk or a supervisor, ask what they need to do it, and note the name of the person who says no.`,
    (time: string) =>
      `${time} 被拒绝过：再打一次，要求转风控或主管，问清还要什么才给办，并记下拒绝的人的工号。`,
  ),
  wasNotAnswered: both(
    (time: string) =>
      `Nobody answered at ${time}: call again, take another number of theirs, or ask for it on their own site.`,
    (time: string) => `${time} 没人接：再打一次，换一个官方号码，或在官网上办。`,
  ),
  wasClosed: both(
    ({ time, until }: ClosedWords) =>
      `Nobody was there at ${time}: call when they open, probably ${until}, and ask for it on their own site or in the app until then.`,
    ({ time, until }: ClosedWords) =>
      `${time} 打的时候已经没人上班：大约 ${until} 开了再打，在那之前先到官网或官方应用上办。`,
  ),
  notReached: both(
    ({ name, time, until }: AttemptWords) =>
      `nobody answered at ${name} at ${time}; worth another try from ${until}`,
    ({ name, time, until }: AttemptWords) => `${spaced(`${time} 打给`, name, "没人接")}，${until} 以后再打`,
  ),
  isClosed: both(
    ({ name, time, until }: AttemptWords) => `${name} was closed at ${time}; it probably opens ${until}`,
    ({ name, time, until }: AttemptWords) =>
      `${spaced(`${time} 打给`, name, "时已经下班")}，大约 ${until} 开`,
  ),
  inPerson: both(
    ({ name, time }: AttemptWords) => `${name} wanted to see the caller in person at ${time}`,
    ({ name, time }: AttemptWords) => `${spaced(`${time} 打给`, name, "时对方要求本人到场")}`,
  ),
  wantedThere: both(
    (time: string) =>
      `On the telephone they wanted to see you at ${time}: do it in their app or on their own site first; else say it is theft and ask for a supervisor and a stop for the night, and go there with your ID when they open.`,
    (time: string) =>
      `${time} 电话里要求本人到场：先在官方应用或官网上办；不行就再打，说是盗窃，要求转主管、先做紧急止付，等开门再带身份证去。`,
  ),
  /** Between two who have one number. */
  orElse: both(" or ", "或"),
  whomCalled: both("the place that was called", "打去的那一家"),
  weighed: both(
    "Of what is left, this kept the most in the simulated nights.",
    "在模拟推演里，剩下的办法中这一项保住得最多。",
  ),
  throwsOut: both(
    "It ends what somebody else has open there, and closes nothing to you.",
    "它会让别人在里面的登录失效，不妨碍你自己用。",
  ),
  renew: both(
    (what: string) => `Ends by itself now: ${what}. Do it again, or in a lasting form`,
    (what: string) => `到期自动失效：${what}。请再办一次，或办长期的`,
  ),
  renewNote: both(
    "Ask what would undo it, and write down the reference number.",
    "请问清怎样会被解除，并记下受理编号。",
  ),
  renewReference: both(
    (reference: string) => `Reference number: ${reference}`,
    (reference: string) => `受理编号：${reference}`,
  ),
  termNote: both(
    "Counted from when it was noticed. It may end later; check with the institution, in writing.",
    "从发现时起算，实际期限可能更晚。请向机构书面确认。",
  ),
  logTitle: both("What was done and seen", "做过什么、看到什么"),
  logDone: both("done", "已办好"),
  logRefused: both("refused", "被拒绝"),
  logNoAnswer: both("no answer", "没人接"),
  logSign: both("seen", "看到"),
  logNote: both("note", "备注"),
  logReference: both(
    (reference: string) => `reference ${reference}`,
    (reference: string) => `受理编号 ${reference}`,
  ),
  logMark: both(
    (mark: string) =>
      `Mark of the last entry: ${mark}. Written down elsewhere, it shows that nothing above was altered since.`,
    (mark: string) => `最后一条的校验值：${mark}。另外抄下来，就能证明以上内容此后没有改动。`,
  ),
  letterTitle: both(
    (institution: string) => `To ${institution}: confirmation in writing`,
    (institution: string) => `致${institution}：请书面确认`,
  ),
  letterBody: both(
    ({ when, what, reference }: LetterWords) =>
      `On ${when} I asked you for the following: ${what}. Your reference number: ${reference}.

Please confirm in writing that this is in force, since when, until when, and what you check before you undo it. Please keep every record of sign-ins, changes, calls, codes sent and payments on my accounts from that day on, and tell me of any account, card, loan or device added in my name. I dispute every payment I did not make.`,
    ({ when, what, reference }: LetterWords) =>
      `我在 ${when} 向你们申请：${what}。受理编号：${reference}。

请书面确认：这项是否已生效、从何时起、到何时止，解除时核验什么。请保存从当天起我名下账户的登录、变更、通话、验证码发送和付款记录，并告诉我是否有以我名义新增的账户、银行卡、借款或设备。不是我本人做的付款，我都提出异议。`,
  ),
  letterSign: both("Name, date, signature:", "姓名、日期、签名："),
  noReference: both("none was given", "未提供"),
  numberFirst: both(
    "It comes early because the number opens most of the accounts nobody has told us of.",
    "要早办，因为我们还不知道的账户大多也靠这个手机号验证。",
  ),
  wipes: both(
    "After this the phone may not be found again, and the traces of this night on it are gone: lock it first, and do this once the number and the money are stopped, or where nobody must see what is on it.",
    "抹掉之后可能再也定位不到手机，里面留下的证据也没了：先远程锁定，等号码和钱都停住了再抹；除非里面的东西怕被人看到。",
  ),
  itsWay: both(
    "It comes first because by what was seen the money most probably went this way, and what the bank blocks does not stop it.",
    "先做这一项：按看到的情况，钱多半是这样被取走的，银行那边挂失拦不住这条路。",
  ),
  seenFirst: both(
    "It comes first because what was seen shows that somebody is at work there now.",
    "先办这一项，因为从看到的情况来看，对方正在这里动手。",
  ),
  seenEarly: both(
    "It comes early because what was seen shows that somebody is at work there now.",
    "要早办，因为从看到的情况来看，对方正在这里动手。",
  ),
  cardFirst: both("It comes early because the card is in other hands.", "要早办，因为卡已经在别人手里。"),
  cardToo: both(
    "Look for this card now: cards often lie in one wallet. If it is gone too, block it.",
    "马上找一找这张卡：银行卡常放在一起。也不见了就一并挂失。",
  ),
  moneyFirst: both(
    "It comes early because money that was seen to go may still be stopped on its way, for some hours.",
    "要早办，因为刚被转走的钱还可能在路上拦下来，时间只有几小时。",
  ),
  refused: both(
    "If refused: write down who said so and when, ask for a supervisor, and go on with the next one meanwhile.",
    "如果被拒绝：记下时间和工号，要求转主管，同时先做下一项。",
  ),
  write: both(
    "Write down: time, who you spoke with, reference number, what they said would undo it.",
    "记下：时间、对方工号、受理编号、解除时要核验什么。",
  ),
  beliefs: both("What the other side probably has by now", "对方现在很可能已经有"),
  because: both(
    (signs: string) => `because of ${signs}`,
    (signs: string) => `依据：${signs}`,
  ),
  contradictions: both("What does not fit together", "对不上的地方"),
  contradictsSign: both(
    (what: string) =>
      `${what}: with what you told us this could not have happened. It is kept: either they have more than you know of, or it was something else. Check it once more.`,
    (what: string) =>
      `${what}：按你说的情况不该出现。已保留：要么对方手里的东西比你知道的多，要么是别的原因。请再核对一次。`,
  ),
  showsMore: both(
    (what: string) =>
      `${what}: this can only be if they have more than you told us, or if it was something else. It is reckoned with.`,
    (what: string) => `${what}：只有对方掌握的比你说的多，或另有原因，才会这样。已经算进去了。`,
  ),
  contradictsDeed: both(
    (what: string) => `${what}: this probably did not take effect, although it was said to. Ask again.`,
    (what: string) => `${what}：虽然说已办好，但多半没有生效。请再问一次。`,
  ),
  notRead: both(
    (names: string) =>
      `Nobody has read what is asked at ${names}: what is said of it is usual for such places, to be tried and no statement about it.`,
    (names: string) =>
      `${spaced("还没有人查过", names, "的规则")}：这里写的只是同类机构的常见做法，可以试，但不代表它真是这样。`,
  ),
  unread: both(
    (what: string) => `Not understood, and left out: ${what}`,
    (what: string) => `没看懂、没有计入：${what}`,
  ),
  leftByNothing: both(
    (what: string) =>
      `Not reckoned with, for nothing we have read about what you use could have caused it: ${what}. That does not mean nothing is behind it.`,
    (what: string) => `没有计入：查到的资料里，你用的这些服务没有哪一步会造成“${what}”。这不等于没有事。`,
  ),
  takenFor: both(
    ({ text, what }: TakenWords) => `You wrote “${text}”. Taken for: ${what}. Change it if that is not so.`,
    ({ text, what }: TakenWords) => `你写的是“${text}”，按这个意思算的：${what}。不对就改一下。`,
  ),
  isGone: both(
    (thing: string) => `${thing} is in other hands`,
    (thing: string) => `${thing}已在别人手里`,
  ),
  isOpen: both("anyone who has the phone can open it", "拿走手机的人打得开它"),
  beingTalked: both(
    "A swindler is on the telephone and wants money moved out of this account now.",
    "骗子正在电话里让人从这个账户转钱。",
  ),
  isLocked: both("the phone is locked", "手机是锁着的"),
  isStopped: both(
    (thing: string) => `${thing}: already blocked, by what you say`,
    (thing: string) => `${thing}：你说已经停用或挂失了`,
  ),
  isRefused: both(
    (thing: string) => `${thing}: they would not block it, by what you say`,
    (thing: string) => `${thing}：你说对方不给办停用或挂失`,
  ),
  isSteered: both(
    "somebody sees or controls the phone remotely, or an app they sent runs on it",
    "有人远程看到或操控这部手机，或对方发的软件在上面运行",
  ),
  askGone: both(
    "Nobody said whether anything is in other hands, and what is said here reckons with nothing being so. If the phone, the SIM card, a bank card or the ID card is gone, say so: something else comes first then.",
    "还没有说手机、手机卡、银行卡或身份证在不在自己手里，上面先按都在算。如果有哪样丢了或者在别人手里，请说出来，先做的事会不一样。",
  ),
  askLock: both(
    "Was the phone unlocked or in use when it went, or does somebody who has it now know its passcode? Nobody said, and both are reckoned with. If it was open, say so.",
    "手机不见的时候，是不是开着锁、正在用，或者拿走的人知道锁屏密码？还没有说，上面两种情况都算进去了。如果当时是开着的，请说出来。",
  ),
  notUnderstood: both(
    (text: string) =>
      `Not understood, and left out: “${text}”. Write what you saw in few words, with the place: no signal; money gone, the bank; a code came; thrown out; I paid a swindler.`,
    (text: string) =>
      `没看懂，没有计入：“${text}”。请用几个字写看到了什么、在哪一家：没信号；钱没了，某银行；收到验证码；被踢下线；我给骗子转了账。`,
  ),
  noteNotUnderstood: both(
    (text: string) =>
      `Not understood, and left out; it is kept as a note: “${text}”. If it tells of something you saw, write that in few words, with the place: no signal; money gone, the bank; a code came; thrown out; I paid a swindler.`,
    (text: string) =>
      `没看懂，没有计入，只留作记录：“${text}”。如果说的是你看到的事，请用几个字写看到了什么、在哪一家：没信号；钱没了，某银行；收到验证码；被踢下线；我给骗子转了账。`,
  ),
  partNotUsed: both(
    (text: string) =>
      `Of what you wrote these words were not understood and are not reckoned with: “${text}”. If they tell of something you saw, write it again by itself, in few words.`,
    (text: string) =>
      `你写的话里，这几个字没看懂，没有计入：“${text}”。如果说的是你看到的事，请单独用几个字再写一遍。`,
  ),
  noteKept: both(
    (text: string) => `Kept as a note, and nothing follows from it: “${text}”.`,
    (text: string) => `留作记录，不影响上面的先后：“${text}”。`,
  ),
  deedNumber: both(
    (number: number) => `what was done, ${number}`,
    (number: number) => `已做的第 ${number} 项`,
  ),
  noteNumber: both(
    (number: number) => `note ${number}`,
    (number: number) => `第 ${number} 条备注`,
  ),
  nothing: both(
    "No act is left that would keep the other side from anything we know of. That does not mean that all is well: report to the police, keep every message, ask each bank and wallet what was opened or paid tonight.",
    "在我们已知的范围内，没有还能拦住对方的办法。这不等于没事：请报警，保存所有短信和通知，逐家问银行和支付应用今晚有没有新开户、新绑卡、付款。",
  ),
  limits: both(
    "An estimate from simulated nights, to put acts in order. It says nothing about how much will be lost, and nothing about services nobody has read.",
    "这是用模拟推演排出的先后顺序，不预测会损失多少，也不代表没查过的服务没事。",
  ),
  undescribed: both(
    "Nobody has described this person: one of each usual thing is assumed, with everything unknown. Naming the carrier, the banks and the wallets sharpens it.",
    "没有这个人的资料：按常见的东西各有一样、情况都不清楚来算。写上运营商、银行和支付应用，会更准。",
  ),
  withoutEffect: both(
    (count: number) =>
      `${counted(count, "more act")} made no difference in the nights that were played; that is not to say that they never do.`,
    (count: number) => `另有 ${count} 项在推演里没有差别，并不表示永远没用。`,
  ),
  cutShort: both(
    "It began more than two weeks ago. Only the last two weeks were played; what was seen or done earlier counts as if it had been at their beginning.",
    "这件事开始于两周以前。这里只推演最近两周，更早看到或做过的都算在这两周开头。",
  ),
  assumedSums: both("Sums nobody stated are taken to be alike.", "没写的金额一律当作同样多。"),
  ownerName: both("the owner", "机主"),
  sign: both(
    (number: number) => `sign ${number}`,
    (number: number) => `第 ${number} 条迹象`,
  ),
} as const;

interface SayWords {
  readonly act: string;
  readonly what: string;
  /** Not the card alone. */
  readonly isAll: boolean;
}

interface ClosedWords {
  readonly time: string;
  readonly until: string;
}

interface AttemptWords extends ClosedWords {
  readonly name: string;
}

interface TakenWords {
  readonly text: string;
  readonly what: string;
}

interface GoneWords {
  readonly isOne: boolean;
  readonly things: string;
  readonly when: string | undefined;
}

export type RespondWords = WordsOf<typeof table>;
interface LetterWords {
  readonly when: string;
  readonly what: string;
  readonly reference: string;
}

export const respondWords = (lang: Lang): RespondWords => wordsIn(table, lang);
