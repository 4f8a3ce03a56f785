/** The ways out, in Chinese. */
import { expect, test } from "vitest";
import { secretKinds } from "../person/index.ts";
import { helpZh } from "./complaint-sentences.ts";

test("of every kind of secret it is said in Chinese what to write instead", () => {
  expect(helpZh("write only the last four digits of the Aadhaar number, as `last4`")).toBe(
    "印度 Aadhaar 号只写最后四位（`last4`）",
  );
  expect(helpZh("write that there is one, and leave the password out")).toBe("只写有没有，不要写出密码");
  for (const { en, zh } of secretKinds)
    expect(helpZh(`write only the last four digits of the ${en}, as \`last4\``)).toBe(
      `${zh}只写最后四位（\`last4\`）`,
    );
});

test("a namesake in another country is told in Chinese with its id", () => {
  expect(helpZh("did you mean the one of `cn`? write its id: `mybank-cn`")).toBe(
    "是 `cn` 的那家吗？是的话请写它的 id：`mybank-cn`",
  );
  expect(helpZh("did you mean `wallet`?")).toBe("是不是 `wallet`？");
});
