/** The services of the catalogue, found as people type them. */
import { expect, test } from "vitest";
import { readServices } from "../../data-plugin.ts";
import { findable } from "./finding.ts";
import { search } from "./search.ts";

const services = readServices();
const inChina = findable(services, { lang: "zh", region: "cn" });

/** The first few found, best first. */
function check(query: string, first: readonly string[], region = "cn"): void {
  const items = region === "cn" ? inChina : findable(services, { lang: "en", region });
  const found = search(items, query).flatMap((group) => group.items.map(({ id }) => id));
  expect({ query, first: found.slice(0, first.length) }).toEqual({ query, first });
}

test("a service is found by each of its names, in Chinese, in English, by pinyin and by first letters", () => {
  for (const query of [
    "支付宝",
    "alipay",
    "AliPay",
    "zhifubao",
    "zfb",
    "ali pay",
    "花呗",
    "ZFB ",
    "ａｌｉｐａｙ",
  ])
    check(query, ["alipay"]);
  check("工行", ["icbc"]);
  check("gonghang", ["icbc"]);
  check("gsyh", ["icbc"]);
  check("95588", ["icbc"]);
  check("10086", ["china-mobile"]);
  for (const query of ["中国电信", "电信", "zgdx", "10000"]) {
    const [first] = search(inChina, query).flatMap((group) => group.items.map(({ id }) => id));
    expect(first, query).toMatch(/^china-telecom/);
  }
});

test("one slip of the finger in five letters or more is forgiven, in fewer it is not", () => {
  for (const query of ["alipsy", "aliay", "allipay", "ailpay", "zhifubso"]) check(query, ["alipay"]);
  expect(search(inChina, "zfv")).toEqual([]);
  expect(search(inChina, "alixxy")).toEqual([]);
});

test("what begins with the word stands before what only contains it, the reader's region before the others", () => {
  check("vivo", ["vivo-phone"]);
  check("vivo", ["vivo"], "br");
  check("chase", ["chase"], "us");
  const kinds = search(inChina, "").map(({ group }) => group);
  expect(new Set(kinds).size).toBe(kinds.length);
});

test("what nobody has heard of is not found", () => {
  expect(search(inChina, "qwertyuiop")).toEqual([]);
});
