/** The words around everything. */
import { both } from "../../../src/report/index.ts";

export const appWords = {
  title: both(
    "chainbreak: find, break and prove account-takeover chains",
    "chainbreak：找出、打断、证明盗号链条",
  ),
  language: both("Language", "语言"),
  skip: both("Skip to the content", "跳到正文"),
  waiting: both("One moment …", "请稍候……"),
};
