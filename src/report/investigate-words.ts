/** What the findings of an investigation are called, in both languages: on the screen, in the report, in letters. */
import type { BecauseCode, OpenKind, QuestionId, StillOpen } from "../investigate/index.ts";
import { type Both, both } from "./words.ts";

/** By the label of a reconstruction; the pack says it in the same words. */
export const howSure = {
  exact: both(
    "No other explanation accounts for these records at less cost. That is a figure, not certainty.",
    "没有别的解释能以更小的代价说明这些记录；这是计算的结果，不等于事实已经证明。",
  ),
  bounds: both(
    "An explanation was found; a better one may exist: the search was cut short, not everything could be read, or it leaves open who it was or how money went.",
    "找到了一种解释；也许还有更合理的：搜索没有做完，有内容没能读出来，或者还说不清是谁办的、钱是怎么走的。",
  ),
  open: both(
    "No explanation was found in the time given, or none for all that is out of the ordinary, or not everything could be read.",
    "在限定时间里没有找到解释，或者解释不了所有不寻常的地方，或者有内容没能读出来。",
  ),
};

export const openWords: Readonly<Record<OpenKind, Both<string>>> = {
  "rogue-wallet": both("an account in your name that is not yours", "以您名义开的、不属于您的账户"),
  link: both("a card added somewhere", "被绑定的银行卡"),
  session: both("somebody is still signed in", "对方仍处于登录状态"),
  "device-enrolled": both("a device that was added", "被添加的设备"),
  "credit-in-my-name": both("a loan in your name", "以您名义借的钱"),
  "secret-changed": both("a password that was changed", "被改掉的密码"),
  "numbers-known": both("numbers they know now", "对方已知道的号码资料"),
  "pin-known": both("a password or PIN they know", "对方已知道的密码"),
  "secondary-number": both("a second number", "副号"),
  forwarding: both("calls are forwarded", "来电被转移"),
  "mail-forwarding": both("emails are sent on to somebody", "邮件被转发给别人"),
  "contact-changed": both("a number or email address that was replaced", "被换掉的手机号或邮箱"),
  "protection-off": both("a protection that was switched off", "被关掉的保护"),
  "limit-raised": both("a limit that was raised", "被调高的限额"),
  "payee-added": both("somebody to pay who was added", "被新增的收款人"),
  "goods-under-way": both("something bought that may still be stopped", "还可能追回的订单"),
  "service-not-mine": both("a service you do not use", "您没有用过的服务"),
};

export const questionWords: Readonly<Record<QuestionId, Both<string>>> = {
  "first-moment": both("What was the first moment?", "最早从什么时候开始？"),
  "when-line-was-lost": both("When did the number change hands?", "手机号什么时候落到对方手里？"),
  "what-revealed-id-number": both("What revealed the ID number?", "身份证号从哪里泄露？"),
  "which-wallet-holds-card": both("Which account holds the card?", "银行卡绑在哪个账户里？"),
  "which-institution-failed": both("Whose flow let it through?", "是哪家的流程放行的？"),
  "how-much-was-lost": both("How much was lost?", "一共损失多少？"),
  "who-lifted-the-suspension": both("Who undid the suspension?", "挂失是谁解除的？"),
};

export const exportWords: Readonly<Record<string, Both<string>>> = {
  "carrier-service-records": both(
    "the carrier's service records: ask the hotline or a shop, with your ID, for everything done to the number",
    "运营商的业务办理记录：带身份证到营业厅或致电客服，索取这个号码的全部办理记录",
  ),
  "carrier-imei-history": both(
    "the carrier's list with the handset's number (IMEI) next to every text and call",
    "运营商带手机串号的通话和短信清单",
  ),
  "bank-bound-payers": both(
    "the bank's list of payment accounts the card was added to",
    "银行“快捷支付管理”里的绑定列表",
  ),
  "bank-statement": both("the statement of each card and account", "每张卡、每个账户的流水"),
  "told-not-understood": both(
    "nothing in these words is known here; the moment alone was used",
    "这句话里没有认得的词，只用了它的时间",
  ),
  "file-not-read": both(
    "this file could not be read: what it says is not in the answer; export it as CSV or as a spreadsheet, or say which column is which",
    "这个文件没能读出来，里面的内容不在结论里：请导出成 CSV 或电子表格，或者指明各列是什么",
  ),
  "rows-not-reconstructed": both("rows that were too many to be explained at once", "行数太多，没有一起解释"),
  "ways-not-weighed": both(
    "rows that could have come about in more ways than were weighed: another explanation may be as good",
    "这些行的可能来历太多，没有全部比较：也许还有同样说得通的解释",
  ),
  "steps-not-weighed": both(
    "steps nobody saw that could have played a part and were not weighed: another explanation may be as good",
    "可能发生过但没有记录的步骤太多，没有全部比较：也许还有同样说得通的解释",
  ),
  "service-access-log": both("the service's own log of sign-ins and views", "该服务的登录和查看记录"),
};

export const actorWords: Readonly<Record<string, Both<string>>> = {
  owner: both("you", "您"),
  helper: both("your side", "家人"),
  intruder: both("intruder", "对方"),
  unknown: both("not known", "无法确定"),
};

/**
 * In which order what is open is worked through: first what hands out codes, for with it all else is opened again; then where
 * money still goes; then what lets somebody in, and what they know.
 */
const openOrder: readonly OpenKind[] = [
  "forwarding",
  "mail-forwarding",
  "secondary-number",
  "rogue-wallet",
  "link",
  "credit-in-my-name",
  "goods-under-way",
  "pin-known",
  "contact-changed",
  "session",
  "device-enrolled",
  "secret-changed",
  "payee-added",
  "protection-off",
  "limit-raised",
  "service-not-mine",
  "numbers-known",
];

/**
 * In the order in which one works through it: what a record shows before what only the likeliest explanation wants, and what
 * nobody can take back last.
 */
export const inOrder = (open: readonly StillOpen[]): readonly StillOpen[] =>
  open.toSorted((a, b) => rankOf(a) - rankOf(b));

const rankOf = ({ kind, unseen }: StillOpen): number =>
  openOrder.indexOf(kind) + (kind === "numbers-known" ? 2 : unseen ? 1 : 0) * openOrder.length;

/** Behind what is open and stands in no record. */
export const unseenWords: Both<string> = both(
  "no record shows it; ask whether it is so",
  "没有记录，请去问清楚有没有",
);

/** What to do about it, and how one sees that it is done. */
export const closingWords: Readonly<
  Record<OpenKind, { readonly how: Both<string>; readonly seen: Both<string> }>
> = {
  forwarding: {
    how: both("Ask the carrier to end all call forwarding.", "请运营商取消所有呼叫转移。"),
    seen: both("Call your own number from another phone: it rings.", "用别的手机拨自己的号码，能打通。"),
  },
  "secondary-number": {
    how: both("Ask the carrier to end every second number.", "请运营商取消所有副号。"),
    seen: both("Ask for the list of numbers in your name.", "查一下名下有哪些号码。"),
  },
  "mail-forwarding": {
    how: both(
      "In the settings of the mailbox remove every address emails are sent on to, every filter and every rule you did not make.",
      "在邮箱设置里，把转发地址、过滤规则里不是自己设的全部删掉。",
    ),
    seen: both("The settings list none but yours.", "设置里只剩自己设的。"),
  },
  "contact-changed": {
    how: both(
      "Put your own number and email address back, and remove every other one, also those for recovery.",
      "把手机号和邮箱改回自己的，其余的都删掉，用来找回账号的也要看。",
    ),
    seen: both("Only yours are listed, and a code comes to you.", "列出来的只有自己的，验证码发到您这里。"),
  },
  "protection-off": {
    how: both("Turn it on again.", "再把它打开。"),
    seen: both(
      "You are asked for the second step, or told that it is on.",
      "会再要第二步验证，或收到已开启的通知。",
    ),
  },
  "payee-added": {
    how: both(
      "Have every payee, linked account and address you do not know removed, before anything is paid to it.",
      "把不认识的收款人、关联账户和地址都删掉，别等钱转出去。",
    ),
    seen: both("The list holds only those you know.", "名单里只剩您认识的。"),
  },
  "limit-raised": {
    how: both("Have the limit lowered again.", "把限额调回去。"),
    seen: both("The service shows the limit you chose.", "显示的限额是您自己定的。"),
  },
  session: {
    how: both("Change the password there and sign out everywhere.", "在那里改密码，并退出所有设备。"),
    seen: both("The list of signed-in devices shows only yours.", "登录设备列表里只剩自己的。"),
  },
  "device-enrolled": {
    how: both("Remove every device you do not know.", "删除所有不认识的设备。"),
    seen: both("The list of devices shows only yours.", "设备列表里只剩自己的。"),
  },
  "secret-changed": {
    how: both("Set a new password at the counter or by the hotline.", "到柜台或打客服电话，设一个新密码。"),
    seen: both("Your new password works, and you are told of the change.", "新密码能用，并收到修改通知。"),
  },
  "pin-known": {
    how: both("Set a new password or PIN.", "重新设一个密码。"),
    seen: both("The old one is refused.", "旧密码已经不能用。"),
  },
  "rogue-wallet": {
    how: both(
      "Tell the service that an account in your name is not yours; ask your bank to end its access to the card.",
      "告诉这家服务：名下有一个账户不是您开的；再请银行删除它对这张卡的绑定。",
    ),
    seen: both("The bank's list of payers no longer names it.", "银行的快捷支付列表里已经没有它。"),
  },
  link: {
    how: both("Ask your bank to remove the card from it.", "请银行解除这张卡的绑定。"),
    seen: both("The bank's list of payers no longer names it.", "银行的快捷支付列表里已经没有它。"),
  },
  "goods-under-way": {
    how: both("Ask the shop to stop the delivery and refund it.", "请商家拦截发货并退款。"),
    seen: both("The order is shown as cancelled.", "订单显示已取消。"),
  },
  "credit-in-my-name": {
    how: both(
      "Tell the lender in writing that you did not borrow it. Do not pay it back before they answer.",
      "书面告诉放款方：这笔钱不是您借的。对方答复之前先不要还。",
    ),
    seen: both("Your credit report no longer lists it.", "征信报告里不再有这一笔。"),
  },
  "service-not-mine": {
    how: both(
      "Try your number there, and ask for the account to be closed.",
      "用自己的号码查一下，请对方注销账户。",
    ),
    seen: both("They confirm that your number has no account.", "对方确认您的号码没有账户。"),
  },
  "numbers-known": {
    how: both("Nothing takes this back: expect them to use it.", "这个收不回来，要防对方再用。"),
    seen: both("New cards have new numbers; an ID number stays.", "换卡会有新卡号，身份证号不会变。"),
  },
};

/** Why it is said; with what the sentence speaks of. */
export const becauseWords: Readonly<Record<BecauseCode, Both<(what: string) => string>>> = {
  ordinary: both(
    () => "ordinary life",
    () => "日常往来",
  ),
  "only-intruder": both(
    () => "every explanation without the intruder is clearly worse",
    () => "不是对方所为的解释都明显更牵强",
  ),
  "intruder-not-clear": both(
    () => "an explanation in which it was somebody else is hardly worse",
    () => "换成别人所为也说得通",
  ),
  "owners-act": both(
    () => "done by your side",
    () => "自己人办的",
  ),
  "no-own-row": both(
    (what) =>
      `your own bill${what === "" ? "" : ` of ${what}`} covers that moment and does not have this payment`,
    (what) => `您自己的${what}账单包括那个时间，里面没有这一笔`,
  ),
  "no-own-account": both(
    (what) => `you say you have no account at ${what}`,
    (what) => `您说过在${what}没有账户`,
  ),
  "set-not-cleared": both(
    () => "it was set, and nothing shows that it was ended",
    () => "设置之后，没有取消的记录",
  ),
  entered: both(
    () => "they got in, and nothing shows that they were signed out",
    () => "对方登录之后，没有退出的记录",
  ),
  changed: both(
    () => "they changed it, and nothing shows that you changed it back",
    () => "对方改过，没有改回来的记录",
  ),
  "in-reach": both(
    () => "what they have in hand shows it; no record tells if they looked",
    () => "凭对方手里的东西就能翻到；翻没翻，没有记录",
  ),
  gave: both(
    () => "what they did shows it to them",
    () => "对方办的事会看到它",
  ),
  borrowed: both(
    () => "they borrowed in your name",
    () => "对方以您的名义借了钱",
  ),
  "loan-came-in": both(
    () => "money of a loan came in while they acted in your name",
    () => "出事的那段时间，有贷款打了进来",
  ),
  bound: both(
    () => "they added it there",
    () => "对方把它绑了过去",
  ),
  bought: both(
    () => "they bought something there",
    () => "对方在那里买了东西",
  ),
  "paid-over": both(
    (what) =>
      `money that may not have been moved by you went over ${what}, and nothing of yours there is known`,
    (what) => `有一笔可能不是您动的钱经过${what}，而您没有写过在那里有账户`,
  ),
  "message-says": both(
    () => "a message says so, and no flow that has been read explains it",
    () => "有消息这样说，而读过的流程都解释不了",
  ),
  "record-says": both(
    () => "a message or record says that it was done, and nothing says that your side did it",
    () => "有消息或记录说办成了，而没有什么说明是您这边办的",
  ),
  "said-not-theirs": both(
    () =>
      "your side names this sum and says it was not theirs; how it was done nothing that was read explains",
    () => "您这边说了这个数，说不是自己付的；是怎么付出去的，读过的内容都解释不了",
  ),
  "strange-sender": both(
    () => "it wrote to you while this happened, and at no other time",
    () => "只在出事的那段时间给您发过消息",
  ),
  told: both(
    () => "your side says so",
    () => "您这边说的",
  ),
  cheapest: both(
    () => "the likeliest explanation has it so",
    () => "按最说得通的解释",
  ),
  "nothing-seen": both(
    () => "no explanation was found for it",
    () => "没有找到解释",
  ),
  "same-money": both(
    () => "another file tells of the same payment",
    () => "另一份文件里有同一笔",
  ),
  "same-payee": both(
    () => "it went to the same payee as other money that may not have been moved by you",
    () => "收款人和另一笔可能不是您动的钱一样",
  ),
  "opened-link": both(
    () => "it holds a link, and you say you opened one soon after",
    () => "里面有链接，而您说不久之后点开了链接",
  ),
  "names-number": both(
    () => "it names a number that wrote to you or was called while this happened",
    () => "里面写着一个号码，出事的时候正是这个号码和您联系",
  ),
  "stands-twice": both(
    () => "the same row is somewhere else too and counts once",
    () => "这一条在别处也有，只算一次",
  ),
};

/** The headline, when there is one. */
export const findingWords = {
  missing: both(
    (from: string, to: string, what: string) => `Between ${from} and ${to} something gave away ${what}`,
    (from, to, what) => `${from} 到 ${to} 之间，有个环节交出了${what}`,
  ),
  first: both(
    (when: string, what: string) => `It began at ${when}: ${what}`,
    (when, what) => `从 ${when} 开始：${what}`,
  ),
  nothing: both(
    "Nothing in these records is out of the ordinary. That says nothing about what they do not cover.",
    "这些记录里没有看到异常；没有覆盖到的部分无法下结论。",
  ),
  unexplained: both(
    "Something here is out of the ordinary, and no flow that has been read explains it.",
    "这里有不寻常的地方，但没有一个读过的流程能解释。",
  ),
  likely: both(
    (what: string) => `Most likely ${what}, not proved.`,
    (what) => `最可能是${what}，还没有证实。`,
  ),
  noneFits: both(
    "No service in the catalogue fits. It is what one would have to look for.",
    "流程库里没有符合的，要找这样的流程。",
  ),
  ...howSure,
  lent: both(
    (what: string) => `${what} (as others of its kind do; nobody has read how this one does)`,
    (what) => `${what}（按同类机构的做法；这一家还没有人查过）`,
  ),
  /** Nobody talks an employee into what is their own. */
  byEmployee: both("done by an employee, as its owner asked", "由工作人员按机主本人的要求办理"),
  newSimByEmployee: both(
    "a new SIM card, by an employee, as its owner asked",
    "由工作人员按机主本人的要求补换新卡",
  ),
  undecided: both("no record we know of would decide", "没有已知的记录能分辨"),
  hands: both("by hand", "不经过任何机构"),
  nobodyActed: both("nobody acted in your name", "没有人冒名操作"),
  somebodyActed: both("somebody acted in your name", "有人冒名操作"),
  rejectedCost: both(
    (cost: string) => `it explains the records ${cost} worse`,
    (cost) => `要牵强 ${cost}`,
  ),
} as const;
