/** The words around what the owner could still open; what is told of it is the report's. */
import { both } from "../../../src/report/index.ts";

export const lockedOutPageWords = {
  title: both("If it were lost, what could you still open?", "东西丢了，哪些还找得回来"),
  lead: both(
    "Choose what would be gone. You see what you would get back to, what you would not, and what to do today, while you still have everything.",
    "选出假设丢了哪些。下面列出哪些找得回来，哪些找不回来，以及趁东西都还在，今天该做什么。",
  ),
  which: both("What would be gone", "丢了哪些"),
  nothingToLose: both(
    "No phone, card or document was entered, so there is nothing to lose here.",
    "没有填手机、卡或证件，这里没有可丢的。",
  ),
  chooseOne: both("Choose at least one.", "至少选一项。"),
  working: both("Working it out …", "正在计算……"),
  failed: both("This could not be worked out. Load the page again.", "没能算出来。请重新载入本页。"),
  how: both("How", "怎么办"),
  notBefore: both(
    (time: string) => `not before ${time}`,
    (time) => `最快 ${time}`,
  ),
  toList: both("Put these on the to-do list", "放进要做的事"),
  onList: both("These are on the to-do list", "已经放进要做的事"),
  thingsCount: both(
    (count: number) => String(count),
    (count) => `${count} 项`,
  ),
  save: both("Save this as a data file", "把这份结果存成数据文件"),
};
