/** The words around everything. */
import { both } from "../../../src/report/index.ts";

export const appWords = {
  title: both(
    "chainbreak: find, break and prove account-takeover chains",
    "chainbreak：找出盗号链条，算出怎样切断，并给出证明",
  ),
  name: both("chainbreak", "chainbreak"),
  founding: both("Chengdu 2020", "成都 2020"),
  happened: both("What happened?", "发生了什么？"),
  people: both("Whose phone and accounts", "谁的手机和账户"),
  keeping: both("What is kept here", "这里保存什么"),
  now: both("Happening right now? What to do next", "正在发生？先做这些"),
  language: both("Language", "语言"),
  skip: both("Skip to the content", "跳到正文"),
  fallen: both("Something in this page failed.", "本页出了故障。"),
  tryAgain: both("Try again", "再试一次"),
  fallenAgain: both(
    "It failed again. Load the page again; what is kept here stays kept.",
    "还是不行。请重新载入本页，已保存的内容还在。",
  ),
  reload: both("Load again", "重新载入"),
  waiting: both("One moment …", "请稍候……"),
};
