/** What is said about keeping things: plainly, to somebody who may be frightened, and without the words of the trade. */
import { type Both, both, counted, groupDigits } from "../../../src/report/index.ts";

export const keepingWords = {
  // --- choosing -------------------------------------------------------------------------------------------------------
  chooseTitle: both("Keep what you type here?", "要把填写的内容存下来吗？"),
  chooseLead: both(
    "What you say about your phone, cards and apps is private. You decide whether any of it stays.",
    "手机、银行卡、应用的情况都是隐私。存不存，由你决定。",
  ),
  keepHere: both("Keep it, locked with a passphrase", "存下来，用口令锁好"),
  keepServer: both(
    "It stays on this computer. It does not open without your passphrase; the longer it is, the harder to guess.",
    "存在这台电脑上。没有口令打不开；口令越长越难猜。",
  ),
  keepBrowser: both(
    "It stays in this browser, on this device. It does not open without your passphrase; the longer it is, the harder to guess.",
    "存在这台设备的这个浏览器里。没有口令打不开；口令越长越难猜。",
  ),
  lookOnly: both("Only look, keep nothing", "只看看，什么都不存"),
  lookOnlyText: both(
    "When you close this tab, everything you typed is gone; loading the page again keeps it. Right for a borrowed computer.",
    "关掉这个标签页，填过的内容就都没了；只是重新载入的话还在。用别人的电脑时选这个。",
  ),
  haveBackup: both("I have a backup", "我有备份"),
  back: both("Back", "返回"),

  // --- a passphrase ---------------------------------------------------------------------------------------------------
  makeTitle: both("Choose a passphrase", "设一个口令"),
  makeLead: both(
    "Four or five words that have nothing to do with each other: easy to remember, hard to guess. Nothing that is printed on your papers, and nothing you use elsewhere.",
    "用四五个互不相干的词的拼音，至少 8 个字母或数字：自己好记，别人难猜。别用证件上的内容，也别用在别处用过的。",
  ),
  passphrase: both("Passphrase", "口令"),
  newPassphrase: both("New passphrase", "新口令"),
  currentPassphrase: both("Current passphrase", "现在的口令"),
  again: both("Once more", "再输一遍"),
  show: both("Show what I type", "显示输入的内容"),
  notTheSame: both("The two are not the same.", "两次输入的不一样。"),
  strength_fair: both("It will do. One more word makes it much better.", "可以用。再加一个词会牢靠得多。"),
  strength_good: both("Good.", "不错。"),
  strength_strong: both("Very good.", "很好。"),
  keepButton: both("Keep my things", "存下来"),
  working: both("One moment, a second or two …", "请稍候一两秒……"),

  // --- the recovery code ----------------------------------------------------------------------------------------------
  codeTitle: both("Write this code down", "把这串恢复码抄下来"),
  codeLead: both(
    "If you forget your passphrase, this code is the only way in. Nobody else has it, and neither do we. Write it on paper or print it, and keep the paper where you keep your important papers, not in the phone. It is shown only now.",
    "忘了口令，只有这串恢复码能打开。别人没有，我们也没有。抄在纸上或打印出来，和户口本、存折放在一起，不要存进手机。它只显示这一次。",
  ),
  code: both("Recovery code", "恢复码"),
  print: both("Print", "打印"),
  lastGroup: both("To be sure it is on paper: the last four characters", "确认已经抄好：请填最后四位"),
  lastGroupWrong: both(
    "That is not what the code ends with. Look at the paper again.",
    "和恢复码的最后四位不一样。请再看看纸上写的。",
  ),
  goOn: both("Go on", "继续"),

  // --- unlocking ------------------------------------------------------------------------------------------------------
  unlockTitle: both("Your records are locked", "内容已锁好"),
  unlockLead: both("Type your passphrase to open them.", "输入口令就能打开。"),
  unlock: both("Open", "打开"),
  unlockPasskey: both("Open with a passkey", "用通行密钥打开"),
  lost: both("I have lost my passphrase", "忘了口令"),
  away: both(
    "The chainbreak program that keeps your records is not running, or this browser cannot connect to it. Nothing is lost. Start it again, then try once more.",
    "保存内容的 chainbreak 程序没有在运行，或浏览器连不上它。内容没有丢。请重新启动它，再试一次。",
  ),
  tryAgain: both("Try again", "再试一次"),
  lostTitle: both("The passphrase is lost", "口令忘了"),
  lostLead: both(
    "Type the recovery code you wrote down: eight groups of four. Then you choose a new passphrase, and everything is there again.",
    "输入抄下来的恢复码：八组，每组四位。然后设一个新口令，内容就都回来了。",
  ),
  openWithCode: both("Open with the code", "用恢复码打开"),
  newAfterLoss: both("The code is right. Now choose a new passphrase.", "恢复码对了。现在设一个新口令。"),
  setNew: both("Use this passphrase from now on", "以后就用这个口令"),
  codeLost: both("The code is lost too", "恢复码也找不到了"),
  codeLostText: both(
    "Without the passphrase or the code nobody can open what is kept here, and neither can we. A backup helps only with the passphrase or code you had when you made it. All that remains is to erase everything and start again.",
    "没有口令也没有恢复码，就打不开，我们也没有办法。有备份的话，要用做备份时的口令或恢复码。否则只能清空，从头再来。",
  ),

  // --- erasing --------------------------------------------------------------------------------------------------------
  eraseTitle: both("Erase everything", "全部清空"),
  eraseText: both(
    "All records kept on this device will be deleted for good. Backups and sealed files you have saved elsewhere stay as they are.",
    "这台设备上保存的资料会全部删除，找不回来。另外保存过的备份和密封文件不受影响。",
  ),
  eraseWord: both("erase", "清空"),
  eraseConfirm: both("To confirm, type the word: erase", "请输入“清空”两个字来确认"),
  erase: both("Erase everything", "全部清空"),

  // --- settings -------------------------------------------------------------------------------------------------------
  keepAfterAll: both("Keep it after all", "还是存下来"),
  settingsTitle: both("How your records are kept", "怎样保存"),
  where_server: both(
    "Kept on this computer, sealed with your passphrase.",
    "保存在这台电脑上，用你的口令密封。",
  ),
  where_browser: both(
    "Kept in this browser, sealed with your passphrase. Clearing the browser's data erases it: keep a backup.",
    "保存在这个浏览器里，用你的口令密封。清除浏览器数据会把它一起删掉，请留一份备份。",
  ),
  where_nowhere: both("This browser keeps nothing.", "这个浏览器什么都存不了。"),
  whereNowhereWhy: both(
    "It may be a private window, an old browser, or a page from another machine over a connection that is not secured. You can look, and save a sealed file at the end.",
    "可能是无痕窗口，或浏览器太旧，或页面来自另一台机器、连接没有加密。可以照常查看，最后存一个密封文件。",
  ),
  changeTitle: both("Change the passphrase", "换一个口令"),
  change: both("Change it", "换掉"),
  changed: both("From now on the new passphrase opens it.", "以后用新口令打开。"),
  changeNote: both(
    "Backups and sealed files made before still open with the passphrase you had when you made them.",
    "以前存的备份和密封文件，仍用当时的口令打开。",
  ),
  passkeyTitle: both("Passkeys", "通行密钥"),
  passkeyText: both(
    "As well as the passphrase, you can open with a fingerprint, a face or a key you plug in. Don't use the phone you are afraid of losing.",
    "除了口令，还可以用指纹、面容或安全密钥打开。别用你担心被偷的那部手机。",
  ),
  passkeyNumber: both(
    (count: number) => `Passkey ${groupDigits(count)}`,
    (count) => `通行密钥 ${groupDigits(count)}`,
  ),
  addPasskey: both("Add a passkey", "添加通行密钥"),
  removePasskey: both("Remove", "移除"),
  passkeyAdded: both("It opens your records from now on.", "以后可以用它打开。"),
  passkeyNotHere: both(
    "Passkeys do not work at this address. Open the page here instead:",
    "这个网址用不了通行密钥，请改用：",
  ),
  newCodeTitle: both("New recovery code", "换恢复码"),
  newCodeText: both(
    "If the paper is lost or somebody saw it. The old code then opens nothing any more.",
    "纸丢了，或被人看见了，就换一个。旧恢复码从此打不开任何内容。",
  ),
  newCode: both("Make a new code", "换新恢复码"),
  backupTitle: both("Backup", "备份"),
  backupText: both(
    "One file with everything, sealed as it is here. It opens with the passphrase or the code you have today. Keep it on another device.",
    "一个文件，装着全部内容，和这里一样密封。以后要用现在的口令或恢复码打开。请存到另一台设备上。",
  ),
  backup: both("Save a backup", "保存备份"),
  restoreTitle: both("Restore a backup", "恢复备份"),
  restoreText: both(
    "What is in the file replaces everything that is kept here now.",
    "文件里的内容会替换掉这里现有的一切。",
  ),
  restoreNew: both("What is in the file is kept here from now on.", "文件里的内容以后就存在这里。"),
  restoreFile: both("Backup file", "备份文件"),
  restoreKey: both("The passphrase or recovery code you had when you made it", "做备份时的口令或恢复码"),
  restoreSure: both("Yes, replace what is here", "是的，替换现有内容"),
  restore: both("Restore", "恢复"),
  restored: both("The backup is here.", "备份已恢复。"),
  sealedTitle: both("Sealed file", "密封文件"),
  sealedText: both(
    "The records shown here in one file with a passphrase of its own, to open on another device when this one is gone, or for somebody you trust.",
    "把这里的资料存成一个文件，单独设口令。这台设备不在了，可以在别的设备上打开；也可以交给信得过的人。",
  ),
  sealedWithout: both(
    "Technical details: it opens without chainbreak too, with any program for such files:",
    "技术说明：没有 chainbreak 也能打开，用任何能读这种文件的程序：",
  ),
  sealedPassphrase: both("Passphrase for the file", "文件的口令"),
  seal: both("Save a sealed file", "保存密封文件"),
  openSealedTitle: both("Open a sealed file", "打开密封文件"),
  openSealedText: both(
    "The records in it are added to those that are here.",
    "文件里的资料会加到这里，原有的不变。",
  ),
  sealedFile: both("Sealed file", "密封文件"),
  openSealed: both("Open the file", "打开文件"),
  added: both(
    ({ added, left }: Added) =>
      `${counted(added, "record")} added.${left > 0 ? ` ${counted(left, "entry", "entries")} could not be read and stayed out.` : ""}`,
    ({ added, left }) =>
      `加入了 ${groupDigits(added)} 份资料。${left > 0 ? `另有 ${groupDigits(left)} 项读不出来，没有加入。` : ""}`,
  ),
  chooseAFile: both("Choose a file", "选择文件"),
  chooseFile: both("Choose a file first.", "请先选一个文件。"),
  notNow: both(
    "The page could not do that just now. Nothing is lost; load it again.",
    "现在没做成。内容没有丢，请重新载入页面。",
  ),
};

interface Added {
  readonly added: number;
  readonly left: number;
}

/** By what went wrong; whatever has no words of its own here is `failed`. */
export const refusalWords: Readonly<Record<string, Both<string>>> = {
  failed: both("That did not work. Nothing is lost; try again.", "没有成功。内容没有丢，请再试一次。"),
  "wrong-passphrase": both(
    "That passphrase does not open it. Look at capital letters and the keyboard's language, then try again. Trying loses nothing.",
    "这个口令打不开。看看大小写和输入法，再试一次。试多少次都不会丢东西。",
  ),
  "wrong-code": both(
    "The code is written correctly, but it belongs to something else, or a newer one was made since.",
    "恢复码本身没写错，但不是这里的，或者后来换过新的。",
  ),
  "mistyped-code": both(
    "Something in the code is not as it was written: eight groups of four letters and digits. Compare it once more.",
    "恢复码有抄错的地方：一共八组，每组四位字母或数字。请再对一遍。",
  ),
  "wrong-passkey": both("That passkey opens nothing here.", "这个通行密钥打不开这里的内容。"),
  short: both("A little longer, please: at least 8 characters.", "再长一点：至少 8 个字母或数字。"),
  long: both("That is too long to be a passphrase.", "太长了，不像口令。"),
  common: both(
    "That is one of the first a thief tries. Choose something of your own.",
    "这是小偷最先会试的口令之一。请换一个自己想的。",
  ),
  repeated: both("That is the same thing over and over; it is guessed at once.", "全是重复的，一猜就中。"),
  sequence: both(
    "That is a row of the keyboard or of numbers; it is guessed at once.",
    "这是键盘上或数字的顺序，一猜就中。",
  ),
  number: both(
    "Digits alone are a birthday, a phone number or a card number, and a thief may have those. Use words.",
    "纯数字往往是生日、手机号或卡号，小偷可能已经知道。请用几个词的拼音。",
  ),
  name: both(
    "A name with a year or a number is what a thief tries who knows whose bag it is. Use words that are not about you.",
    "名字拼音加年份或号码，知道包是谁的小偷马上会试。请用和自己无关的词语。",
  ),
  date: both(
    "Most of it is a date, and dates are few. Add words that have nothing to do with it.",
    "大部分是日期，日期就那么多。请加上与它无关的词语。",
  ),
  keyboard: both(
    "That is a walk over the keyboard; those who guess know all of them. Use words.",
    "这是在键盘上顺着按出来的，猜口令的人都知道。请用词语。",
  ),
  guessable: both(
    "That is guessed in a few days. Make it longer: four words that have nothing to do with each other.",
    "这样几天就能猜出来。请再长一些：用四个互不相干的词。",
  ),
  "there-is-one": both(
    "Something is kept here already, from another tab. Open it with its passphrase.",
    "这里已经存有内容，可能是另一个标签页存的。请用它的口令打开。",
  ),
  "keeps-nothing": both("This browser keeps nothing.", "这个浏览器什么都存不了。"),
  unreachable: both(
    "The program that keeps your records does not answer just now. Nothing is lost; try again in a moment.",
    "保存内容的程序现在没有回应。内容没有丢，请过一会儿再试。",
  ),
  busy: both(
    "Another tab is working on it just now. Try again in a moment.",
    "另一个标签页正在用。请过一会儿再试。",
  ),
  full: both("There is no room left for it.", "没有地方存了。"),
  declined: both("It was not confirmed, so nothing was changed.", "没有确认，所以什么都没变。"),
  unable: both(
    "This browser or this passkey cannot do it. The passphrase works as before.",
    "这个浏览器或这个通行密钥做不到。口令照常可用。",
  ),
  "store/damaged-record": both(
    "What is kept here is damaged and does not open. If you have a backup, restore it.",
    "这里保存的内容损坏了，打不开。有备份的话请恢复。",
  ),
  "store/older-record": both(
    "What is kept here is back in an older state. If you or somebody with you restored a backup, open it again. If nobody did, somebody else has changed it.",
    "这里的内容回到了旧的状态。如果是你或家人恢复了备份，重新打开就好；如果都没有，说明有别人动过。",
  ),
  "store/unknown-version": both(
    "A newer chainbreak made this. Open it with that one.",
    "这是更新版本的 chainbreak 做的，请用新版本打开。",
  ),
  "store/not-a-backup": both(
    "This file is not a chainbreak backup. Choose the one that was saved here as a backup. Nothing here was changed.",
    "这个文件不是 chainbreak 的备份。请选当时从这里存下的备份。这里的内容没有变。",
  ),
  "store/cut-short": both(
    "The end of this file is missing. Copy it once more from where it was saved. Nothing here was changed.",
    "这个文件缺了结尾。请从原处重新拷一份。这里的内容没有变。",
  ),
  "store/damaged-backup": both(
    "This file has been damaged or changed. Use another copy. Nothing here was changed.",
    "这个文件损坏了，或被改过。请换一份。这里的内容没有变。",
  ),
  "file/too-large": both(
    "This file is too large to be a backup. Choose the one that was saved here. Nothing here was changed.",
    "文件太大，不会是备份。请选当时从这里存下的那个。这里的内容没有变。",
  ),
  "sealed/not-a-sealed-file": both(
    "This is not a sealed file. Choose the one that was saved here as a sealed file. Nothing was added.",
    "这不是密封文件。请选当时从这里存下的密封文件。什么都没有加进来。",
  ),
  "sealed/wrong-passphrase": both(
    "That passphrase does not open the file. It is the one the file was saved with.",
    "这个口令打不开文件。请用保存文件时设的口令。",
  ),
  "sealed/no-people": both(
    "The file opens, but there are no chainbreak records in it.",
    "文件打开了，但里面没有 chainbreak 的资料。",
  ),
};
