/** The line that says how things are kept; loaded with every part that shows people, the other words with their screens. */
import { both, counted, groupDigits } from "../../../src/report/index.ts";

export const gateWords = {
  // --- how it stands --------------------------------------------------------------------------------------------------
  howItStands: both("How your records are kept", "保存情况"),
  saving_kept: both("Kept", "已保存"),
  saving_keeping: both("Being kept …", "正在保存……"),
  saving_failed: both(
    "Not kept yet. Leave this page open; it tries again by itself.",
    "还没有保存。请别关页面，会自动再试。",
  ),
  unkeptNote: both("Nothing is kept: it goes when you close this tab.", "没有保存，关掉这一页就没了。"),
  lock: both("Lock", "锁上"),
  lockLater: both(
    "Not everything is kept yet, so it stays open. Try again in a moment.",
    "还有内容没保存好，所以先不锁。请过一会儿再试。",
  ),
  settings: both("Passphrase, backup, sealed file", "口令、备份、密封文件"),
  damaged: both(
    (count: number) =>
      `${counted(count, "record")} could not be opened: damaged, or not put there by you. The rest is here. Restore a backup if you have one.`,
    (count) =>
      `有 ${groupDigits(count)} 条记录打不开：可能损坏了，或不是你存的。其余都在。有备份的话可以恢复。`,
  ),
  notLoaded: both(
    "A part of this page could not be loaded. Load the page again.",
    "页面有一部分没有载入。请重新载入。",
  ),
};
