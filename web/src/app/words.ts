/** The words around everything. */
import { both } from "../../../src/report/index.ts";

export const appWords = {
  title: both(
    "chainbreak: find, break and prove account-takeover chains",
    "chainbreak：找出、打断、证明盗号链条",
  ),
  language: both("Language", "语言"),
  skip: both("Skip to the content", "跳到正文"),
  fallen: both(
    "Something in this page failed. Load it again; what is kept here stays kept.",
    "本页出了故障。请重新载入，已保存的内容还在。",
  ),
  reload: both("Load again", "重新载入"),
  waiting: both("One moment …", "请稍候……"),
};
