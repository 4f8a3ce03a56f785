/** What the pages about somebody's things say. Everyday words; the model's own stand nowhere. */
import { type Both, both, counted } from "../../../src/report/index.ts";

export const thingsWords = {
  waiting: both("Fetching the list of services …", "正在载入服务名单……"),
  failed: both(
    "The list of services could not be loaded. Load the page again.",
    "服务名单没能载入，请重新载入本页。",
  ),
  title: both(
    (name: string) => `${name}: phones, cards, accounts`,
    (name) => `${name}：手机、银行卡、账户`,
  ),
  lead: both(
    "Answer in any order; the result follows as you go. “I don't know” is a fine answer: it counts as possible.",
    "想到哪说到哪，边填边算。说“不清楚”也行，那就当作有可能。",
  ),
  about: both("Who it is about", "关于谁"),
  name: both("Name or nickname", "名字或称呼"),
  region: both("Where most accounts are", "账户大多在哪里"),
  elsewhere: both("Elsewhere", "其他地方"),
  unknown: both("I don't know", "不清楚"),
  more: both("More about it", "更多细节"),
  open: both(
    (count: number) => `${count} open`,
    (count) => `${count} 项没答`,
  ),
  notJudged: both("not checked", "没查"),
  ownerSays: both("as you described it", "按你的描述"),
  ownerSaysWhy: both(
    "We know no source about this service: the result rests on your description only.",
    "关于这个服务我们没有资料：只按你在这里的描述来算。",
  ),
  notJudgedWhy: both(
    "This service is not in our list and not described, so nothing was checked about it.",
    "这个服务不在名单里，也没有描述，所以没查。",
  ),
  remove: both("Remove", "删除"),
  change: both("This is a different one", "换成另一家"),
  keepAsIs: both("Leave it", "不换了"),
  added: both(
    (name: string) => `${name} added`,
    (name) => `已添加：${name}`,
  ),
  undo: both("Undo", "撤销"),
  undone: both("It is back", "已经恢复"),
  removed: both(
    (name: string) => `${name} removed`,
    (name) => `已删除：${name}`,
  ),
  usual: both(
    (value: string) => `As is usual there: ${value}`,
    (value) => `按它的惯例：${value}`,
  ),
  filter: both("Find among these", "在这些里找"),
  showAll: both(
    (count: number) => `Show all ${count}`,
    (count) => `显示全部 ${count} 项`,
  ),
  makersAccount: both(
    (maker: string) => `A ${maker} account (adds it)`,
    (maker) => `${maker}账户（添加）`,
  ),
  noneFound: both("Nothing by that name here.", "这里没有叫这个的。"),

  // --- sections -----------------------------------------------------------------------------------------------------
  device: both("Phones and computers", "手机和电脑"),
  line: both("Numbers and SIM cards", "手机号和手机卡（SIM 卡）"),
  card: both("Bank cards", "银行卡"),
  account: both("Apps and accounts", "应用和账户"),
  mailbox: both("Email", "邮箱"),
  document: both("ID and papers", "证件和文件"),
  same: both("The same password or PIN in several places", "几处用了同一个密码"),
  helpers: both("Who can help", "谁能帮忙"),
  held: both("If it were taken: what would they have?", "万一被偷，对方手里有什么？"),
  deviceLead: both(
    "The phone you carry, and whatever else is signed in somewhere.",
    "随身带的手机，还有别的登录着账户的设备。",
  ),
  lineLead: both(
    "Every number that gets codes by text, the old one in the drawer too.",
    "所有能收验证码的号码，抽屉里的旧手机卡也算。",
  ),
  cardLead: both(
    "Also those you hardly use: forgotten cards are where money leaves unseen.",
    "不常用的也要写上：钱往往就从被遗忘的卡里流走。",
  ),
  accountLead: both(
    "What is signed in on the phone, and what can be opened with your number.",
    "手机上登录着的，还有凭你的手机号就能进的。",
  ),
  mailboxLead: both(
    "Anybody who can read the email can reset the accounts that send their links there.",
    "谁能看邮箱，谁就能重置那些往邮箱发链接的账户。",
  ),
  documentLead: both("A photo of the ID card in the phone counts as well.", "手机里存着的证件照片也算。"),
  sameLead: both(
    "Only say which are the same. Never write a password here; nobody asks for one.",
    "只说哪些是同一个，千万别把密码写进来，这里从不问密码。",
  ),
  helpersLead: both("Somebody whose phone still works when yours is gone.", "你的手机丢了，谁的手机还在？"),
  heldLead: both(
    "We work out what could happen from exactly this and nothing else.",
    "我们就从这些出发，算出会发生什么。",
  ),

  // --- adding -------------------------------------------------------------------------------------------------------
  addDevice: both("Add a device: which make?", "添加设备：什么牌子？"),
  addLine: both("Add a number: which carrier?", "添加号码：哪家运营商？"),
  addCard: both("Add a card: which bank?", "添加银行卡：哪家银行？"),
  addAccount: both("Add an account: which service?", "添加账户：哪个服务？"),
  addMailbox: both("Add a mailbox: where is it?", "添加邮箱：哪家的？"),
  addDocument: both("Add:", "添加："),
  whatKind: both("What is it?", "是什么？"),
  searchHint: both("Its name, in any language", "中文、英文、拼音都行"),
  searchPlain: both("Search", "搜索"),
  nothingFound: both("Nothing by that name in our list.", "名单里没有叫这个的。"),
  foundCount: both(
    (count: number) => counted(count, "result"),
    (count) => `${count} 个结果`,
  ),
  otherMake: both("Another make, or I don't know", "别的牌子，或不清楚"),
  otherThanFound: both("None of these", "都不是"),
  notInList: both(
    (query: string) => (query === "" ? "Not in the list" : `“${query}” is not in the list`),
    (query) => (query === "" ? "不在名单里" : `名单里没有“${query}”`),
  ),
  describeIt: both("describe it in a minute", "花一分钟描述一下"),
  add: both("Add", "添加"),
  cancel: both("Cancel", "取消"),

  // --- describing ---------------------------------------------------------------------------------------------------
  describe: both("A service we do not know", "我们不认识的服务"),
  describeLead: both(
    "Look at its “forgot password” page, or tick what you remember. The result will rest on your description, not on a source.",
    "可以打开它的“忘记密码”页面照着选，或凭印象选。之后只按你的描述来算，不是根据资料。",
  ),
  serviceName: both("What is it called?", "它叫什么？"),
  serviceKind: both("What kind of service is it?", "是哪一类？"),
  noneOfThese: both(
    "None of these: only note that it is there (it will not be checked)",
    "都不是：只记下有这么个账户（不查）",
  ),
  pickKind: both("Choose what kind it is first.", "请先选是哪一类。"),

  // --- same secrets -------------------------------------------------------------------------------------------------
  group: both(
    (count: number) => (count === 1 ? "This one alone" : `These ${count} use the same password`),
    (count) => (count === 1 ? "只有这 1 处" : `这 ${count} 处用同一个密码`),
  ),
  groupOne: both("The same as which other?", "和哪一处相同？"),
  newGroup: both("Choose one that is used elsewhere too", "选一个别处也在用的"),
  andAlso: both("And also", "还有"),
  takeOut: both(
    (name: string) => `Take out: ${name}`,
    (name) => `拿掉：${name}`,
  ),
  noSecrets: both("Add cards or accounts first.", "请先添加银行卡或账户。"),

  // --- helpers ------------------------------------------------------------------------------------------------------
  helperName: both("Who is it? For example: my daughter", "是谁？比如：女儿"),
  fromFamily: both(
    "Records kept here; their phone and number are copied:",
    "这里已有的资料，会带上其手机和号码：",
  ),

  // --- removing -----------------------------------------------------------------------------------------------------
  removeTitle: both(
    (name: string) => `Remove “${name}”?`,
    (name) => `删除“${name}”？`,
  ),
  removeAlone: both("Nothing else here refers to it.", "这里没有别的东西提到它。"),
  removeLead: both("This speaks of it, and is changed:", "下面这些提到了它，会一起改："),
  andGone: both(
    (name: string) => `${name} goes with it`,
    (name) => `${name}会一起删除`,
  ),
  m_same: both("a group of passwords that are the same", "一组相同的密码"),
  m_measure: both("a measure of the owner's own", "一项自定的办法"),
  m_loss: both("a loss that was named", "一项写明的损失"),
  m_condition: both("a block that was set", "一项已办的停用"),
  m_forgotten: both("something that was forgotten", "一项已忘记的内容"),

  // --- held ---------------------------------------------------------------------------------------------------------
  which: both("Which one?", "哪一个？"),
  s_sim: both("Only the SIM card", "只有手机卡（SIM 卡）"),
  s_simText: both("taken out of the phone, or found", "从手机里取出来的，或捡到的"),
  s_locked: both("The phone, not in use, with its SIM", "手机（没在用），手机卡在里面"),
  s_lockedText: both("snatched or lost while nobody was using it", "没在用的时候被偷或丢了"),
  s_unlocked: both("The unlocked phone", "已解锁的手机"),
  s_unlockedText: both("snatched while in use, or they know the code", "正用着时被抢，或对方知道锁屏密码"),
  s_bag: both("The whole bag", "整个包"),
  s_bagText: both("the phone, not in use, and what is with it", "手机（没在用），还有旁边的东西"),
  s_wallet: both("Cards and papers", "银行卡和证件"),
  s_walletText: both("a wallet that was lost or stolen, without the phone", "钱包丢了或被偷了，手机不在里面"),
  s_number: both("The number, on another SIM card", "号码被办到别的手机卡上"),
  s_numberText: both(
    "somebody had it moved at the carrier; the phone is still yours",
    "有人在运营商那里补了卡；手机还在你手里",
  ),
  s_mailbox: both("The mailbox", "邮箱"),
  s_mailboxText: both("they can read what is sent to it", "对方能看里面的信"),
  inWallet: both("What is in it?", "里面有什么？"),
  alsoIn: both("What else is in the bag?", "包里还有什么？"),
  notInBag: both(
    "Add an ID card or a bank card first to put it in the bag.",
    "先添加身份证或银行卡，才能放进包里。",
  ),
  when: both("When would it begin?", "什么时候开始？"),
  anyTime: both("Any time; every counter counts as open", "任何时候；柜台都算开着"),
  atHour: both("At a certain hour", "在某个时刻"),
  day: both("Day", "星期"),
  hour: both("Time", "时间"),
  fromFile: both("As the file says", "按文件里写的"),
  needSomething: both(
    "Add something that can be lost first: a phone, a number, a card, an ID card or a mailbox.",
    "请先添加一样会丢的东西：手机、号码、银行卡、证件或邮箱。",
  ),
  chooseHeld: both("Choose what they would have.", "请选对方手里有什么。"),
  see: both("See what could happen", "看看会发生什么"),

  // --- coverage -----------------------------------------------------------------------------------------------------
  coverage: both("How much of it was checked", "查了多少"),
  looking: both("Working it out …", "正在计算……"),
  judged: both(
    ({ judged, all }: { judged: number; all: number }) =>
      `Something has been read about ${judged} of ${all} numbers, cards and accounts; about none of them everything`,
    ({ judged, all }) => `号码、卡和账户共 ${all} 个，${judged} 个有查到的内容，但没有一个样样都查过`,
  ),
  nothingToJudge: both(
    "Add a number, a card or an account to have it checked.",
    "添加号码、银行卡或账户，才有可查的。",
  ),
  nothingYet: both("Nothing has been entered yet.", "还什么都没有填。"),
  answeredOf: both(
    ({ answered, all }: { answered: number; all: number }) =>
      `${answered} of ${counted(all, "question")} answered`,
    ({ answered, all }) => `${all} 个问题答了 ${answered} 个`,
  ),
  openWhy: both("Whatever nobody answered counts as possible.", "没有回答的，都当作有可能。"),
  nextOpen: both("Answer the next one", "去答下一个"),
  notJudgedList: both("Not checked, because not in our list", "不在名单里，没查"),
  assumedList: both("The result rests on these, though nobody said so", "没有人说明，但结果用到了"),
  namesAndMore: both(
    ({ names, rest }: { names: string; rest: number }) => `${names} and ${rest} more`,
    ({ names, rest }) => `${names}，另有 ${rest} 个`,
  ),
  andMore: both(
    (count: number) => `and ${count} more`,
    (count) => `另有 ${count} 项`,
  ),
  refused: both("Something does not fit together, so nothing was worked out", "有对不上的地方，所以没有计算"),
  lookFailed: both("It could not be worked out just now.", "暂时没能算出来。"),

  // --- picture ------------------------------------------------------------------------------------------------------
  picture: both("What hangs on what", "什么连着什么"),
  pictureLead: both(
    "Lines show whose codes and links go where; dashed: nobody said.",
    "线表示验证码和链接发到哪里；虚线表示没有人说明。",
  ),
  pictureEmpty: both("It grows as you add things.", "一边添加，图一边长出来。"),
  inPhone: both(
    (phone: string) => `in ${phone}`,
    (phone) => `在${phone}里`,
  ),
  codesFor: both("gets the codes for", "收这些验证码"),
  linksFor: both("gets the links for", "收这些链接"),
  nothingHangs: both("nothing yet", "还没有"),
  perhaps: both("perhaps", "可能"),
  alone: both("Also there", "此外还有"),
  howMany: both(
    (count: number) => `${count}`,
    (count) => `${count} 个`,
  ),

  // --- file ---------------------------------------------------------------------------------------------------------
  save: both("Save as a file", "存成文件"),
  saveText: both(
    "It holds no password. Open it here again under “Open a file”.",
    "里面没有任何密码。下次点“打开文件”，接着填。",
  ),
  saveFailed: both("The file could not be written.", "文件没能写出来。"),
};

/** Why something typed was not taken. */
export const refusalWords = {
  "card-number": both(
    "That looks like a full card number. It is not needed, was not kept, and should not be written down anywhere. The last four digits are enough to tell cards apart.",
    "这像是完整的银行卡号。这里用不着，也没有保存；除了卡上，哪里都别写。要区分几张卡，末四位就够了。",
  ),
  "id-number": both(
    "That looks like an ID number. It is not needed and was not kept.",
    "这像是身份证号。这里用不着，也没有保存。",
  ),
  "long-number": both(
    "That is a long number, perhaps of a card or an ID. No name needs it; it was not kept.",
    "这串数字太长，可能是卡号或证件号。名字里用不着，没有保存。",
  ),
  "too-many-digits": both(
    "Only the last four digits; the rest was not kept.",
    "只要末四位，其余的没有保存。",
  ),
};

export const deviceKinds = ["phone", "tablet", "computer", "security-key"] as const;
export const cardKinds = ["debit", "credit", "prepaid"] as const;
export const documentKinds = ["id-card", "passport", "driving-licence", "recovery-codes", "other"] as const;

export const secretWords: Readonly<Record<string, Both<string>>> = {
  "card.pin": both("card PIN", "取款密码"),
  "card.online-password": both("online banking password", "网银密码"),
  "account.password": both("password", "登录密码"),
  "account.payment-password": both("payment password", "支付密码"),
  "account.passcode": both("app code", "应用密码"),
  "device.passcode": both("screen lock code", "锁屏密码"),
  "sim.pin": both("SIM PIN", "手机卡 PIN 码"),
  "line.service-password": both("carrier service password", "服务密码"),
  "line.voicemail-pin": both("voicemail PIN", "语音信箱密码"),
  "line.account-pin": both("carrier account PIN", "运营商账户 PIN 码"),
};

export const dayWords: Readonly<Record<string, Both<string>>> = {
  mon: both("Monday", "周一"),
  tue: both("Tuesday", "周二"),
  wed: both("Wednesday", "周三"),
  thu: both("Thursday", "周四"),
  fri: both("Friday", "周五"),
  sat: both("Saturday", "周六"),
  sun: both("Sunday", "周日"),
};
