/** What stands on the doors. */
import { both } from "../../../src/report/index.ts";

export const homeWords = {
  question: both("If your phone were stolen, what could they reach?", "手机要是被偷了，对方能走到哪一步？"),
  lead: both(
    "A thief needs no hacking. A text message resets a password, the password shows an ID number, the number opens a loan. Here you see such chains before somebody walks them, and what breaks them.",
    "小偷用不着黑客技术。一条短信能重置密码，密码能看到身份证号，有了号码就能借款。在这里，你能赶在别人之前看到这样的链条，以及怎样打断它。",
  ),
  before: both("Before it happens", "防患于未然"),
  beforeText: both(
    "Say which phone numbers, cards and apps you or your family have. You see what a stolen phone could cost, how fast, and the few things worth changing first.",
    "说说你和家人有哪些手机号、银行卡和应用，就能看到手机被偷会损失什么、有多快，以及最该先改的几件事。",
  ),
  beforeCall: both("Look at my things", "看看我的东西"),
  founding: both("The night it began with", "一切开始的那一夜"),
  foundingText: both(
    "Chengdu, September 2020: one stolen SIM card, no hacking, and by morning a loan in her name. Walk through it step by step, and try what would have stopped it.",
    "成都，2020 年 9 月：一张被偷的 SIM 卡，没有任何黑客手段，天亮前就有了一笔她名下的贷款。一步步走一遍，试试怎样就能拦住。",
  ),
  foundingCall: both("Watch that night", "看那一夜"),
  happening: both("Is it happening right now?", "事情正在发生？"),
  happeningText: both(
    "First stop the number: call your carrier from any phone and have the line suspended. Then call your banks and have the cards blocked, the forgotten ones too. Then the police. Ring your number again now and then: such a block can be lifted, and then it must be set again. This page cannot call for you.",
    "先停号码：用任何一部电话打给运营商，把号码挂失停机。再打给各家银行，把银行卡都挂失，平时不用的也别漏。然后报警。隔一会儿再拨一次自己的号码：停机可能被对方解开，解开了就再停一次。本页不能替你打电话。",
  ),
  numbers: both("In mainland China, at any hour:", "任何时间都能打："),
  promises: both("What this page does and does not do", "本页做什么、不做什么"),
  promiseHere: both(
    "Everything is worked out on this machine. Nothing is sent to anybody.",
    "一切都在这台机器上计算，不发送给任何人。",
  ),
  promiseSecrets: both(
    "It never asks for a password, a full card number or an ID number, and refuses one typed by mistake.",
    "不问密码、完整卡号、身份证号；误填了也不收。",
  ),
  promiseOffline: both("Once opened, it works without the internet.", "打开过一次之后，断网也能用。"),
  promiseLimits: both(
    "It calls nothing “safe”: what it has not read, it says it has not judged.",
    "它从不说“安全”：没读过的，就说没有判断。",
  ),
};
