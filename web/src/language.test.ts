/** Which language a reader gets. */
import { expect, test } from "vitest";
import { languageOf } from "./language.ts";

test("the address decides, then the first language of the browser that we speak, then English", () => {
  expect(languageOf("#zh", ["en-GB"])).toBe("zh");
  expect(languageOf("#en", ["zh-CN"])).toBe("en");
  expect(languageOf("", ["zh-TW", "en"])).toBe("zh");
  expect(languageOf("", ["ug", "zh-CN", "en"])).toBe("zh");
  expect(languageOf("#way", ["fr", "en-US"])).toBe("en");
  expect(languageOf("", ["fr"])).toBe("en");
  expect(languageOf("", [])).toBe("en");
});
