/** What is said of an address that is none tells nobody the password in it. */
import { expect, test } from "vitest";
import { openBus } from "./bus.ts";

test.each([
  ["http://me:secret@host:4222", "`http://…@host:4222` is no address of a bus"],
  ["me:secret@host", "`…@host` is no address of a bus"],
  ["nonsense", "`nonsense` is no address of a bus"],
])("%s", async (url, said) => {
  await expect(openBus({ url }, "chainbreak")).rejects.toThrow(said);
});
