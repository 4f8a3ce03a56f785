/** A sentence put together from parts is whole where they meet. */
import { expect, test } from "vitest";
import { both } from "./words.ts";

const quoted = both(
  (what: string) => `“${what}” is not known`,
  (what) => `“${what}”不清楚`,
);
const within = both(
  (time: string) => `only within ${time}`,
  (time) => `只算${time}内的`,
);

test("quotation marks within quotation marks are single ones, in both languages, and within those double ones again", () => {
  expect(quoted.en("What “forgot password” asks")).toBe("“What ‘forgot password’ asks” is not known");
  expect(quoted.zh("“忘记密码”要什么")).toBe("“‘忘记密码’要什么”不清楚");
  expect(quoted.en("a plain word")).toBe("“a plain word” is not known");
  expect(quoted.en("My “blue ‘old’ one”")).toBe("“My ‘blue “old” one’” is not known");
  expect(quoted.zh("我的“蓝‘旧’包”")).toBe("“我的‘蓝“旧”包’”不清楚");
  expect(quoted.en("My “brother’s ‘old’ one”")).toBe("“My ‘brother’s “old” one’” is not known");
  expect(quoted.en("the ‘old’ one")).toBe("“the ‘old’ one” is not known");
  // Marks that do not match are somebody else's, and left.
  expect(quoted.en("an open “mark")).toBe("“an open “mark” is not known");
});

test("a figure or a foreign name is parted from the Chinese around it, and nothing else is", () => {
  expect(within.zh("13 小时")).toBe("只算 13 小时内的");
  expect(within.zh("Alpha Bank ")).toBe("只算 Alpha Bank 内的");
  expect(within.zh("半天")).toBe("只算半天内的");
  expect(within.en("13 hours")).toBe("only within 13 hours");
  // What somebody wrote stays as it was written.
  expect(quoted.zh("打10086一直占线")).toBe("“打10086一直占线”不清楚");
  expect(within.zh("`甲a乙`")).toBe("只算`甲a乙`内的");
});
