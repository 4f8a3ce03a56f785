/** The numbers to call, as the build has laid them into this document. */
import type { CallList } from "./numbers.ts";

/** What the build has laid into this document. */
export function callListHere(): CallList {
  const text = document.getElementById("numbers")?.textContent;
  if (text == null) throw new Error("the document does not say whom to call");
  return JSON.parse(text) as CallList; // Our own build wrote it.
}
