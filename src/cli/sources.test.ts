/** `chainbreak sources` at the door: the whole, one institution, one source, JSON in its published shape, both languages. */
import { expect, test } from "vitest";
import { said, transcript } from "../../test/doors/said.ts";
import { smallFiles } from "../../test/doors/small-world.ts";
import { evidenceShape } from "../report/index.ts";

const files = smallFiles("world");
const check = (line: string) =>
  transcript(`sources ${line} --catalog world`.trim().split(/ +/), { files, columns: 80 });

test("the whole catalogue", async () => {
  // How many sources the shipped catalogue lends is not said here: it grows.
  const told = (await check("")).replace(/\d+ sources more/, "N sources more");
  expect(told).toMatchInlineSnapshot(`
    "9 facts rest on 2 sources
      1 tested, 7 reported, 1 unconfirmed
    case  8 facts: 1 tested, 7 reported
        A case told by the victim
        https://example.org/case  published 9 September 2020  read 10 September 2020  victim
    rumour  1 fact: 1 unconfirmed
        A page nobody signed
        no address  read 1 October 2020  unsigned

    Nobody can look up: 0 sources

    Told as unconfirmed, for there is no page: 1 source
      rumour

    Seen more than two years ago, and not since: 9 facts
      paywell/freeze 2020-09-05, paywell/pay 2020-09-05, paywell/send 2020-09-05,
      paywell/sign-in 2020-09-05, paywell/thaw 2020-09-05, tel/lift 2020-09-04,
      tel/suspend 2020-09-04, things/move-sim 2020-09-04, paywell/bind 2020-10-01

    Of which nobody says since when it is to be had: 0 measures

    Of which nothing says where it comes from: 1 flow
      bank/stand

    N sources more, on which nothing rests
    [0]"
  `);
});

test("one institution, one source, and a word that is neither", async () => {
  expect(await check("paywell --lang zh")).toMatchInlineSnapshot(`
    "case  5 条：5 有报道
        受害人自述
        https://example.org/case  2020 年 9 月 9 日发布  2020 年 9 月 10 日读过  victim
          paywell/freeze  有报道  2020-09-05  年头久了
          paywell/pay  有报道  2020-09-05  年头久了
          paywell/send  有报道  2020-09-05  年头久了
          paywell/sign-in  有报道  2020-09-05  年头久了
          paywell/thaw  有报道  2020-09-05  年头久了
    rumour  1 条：1 网上说法，未证实
        来源不明的网页
        没有地址  2020 年 10 月 1 日读过  unsigned
          paywell/bind  网上说法，未证实  2020-10-01  年头久了
    [0]"
  `);
  expect(await check("rumour")).toMatchInlineSnapshot(`
    "rumour  1 fact: 1 unconfirmed
        A page nobody signed
        no address  read 1 October 2020  unsigned
          paywell/bind  unconfirmed  2020-10-01  old
    [0]"
  `);
  expect(await check("rumor --lang zh")).toMatchInlineSnapshot(`
    "没有 \`rumor\` 这家机构或这个来源
      怎么改：是不是 \`rumour\`？
    [1]"
  `);
});

test("the JSON has its published shape", async () => {
  const { out } = await said(["sources", "--catalog", "world", "--json"], { files });
  expect(evidenceShape.parse(JSON.parse(out)).sources.length).toBeGreaterThan(1);
});
