/** Calls that came to nothing are heard as that, and a call that somebody took is not. */
import { expect, test } from "vitest";
import { attemptIn, callIn } from "./attempts.ts";

const names = [
  "DBS",
  "Singtel",
  "工行",
  "工商银行",
  "支付宝",
  "中国移动",
  "Barclays",
  "Vodafone",
  "國泰世華",
  "滙豐",
  "MTN",
];
const placesIn = (clause: string) => names.filter((name) => clause.includes(name));
const evening = 22 * 60;
const heard = (text: string) => attemptIn({ text, at: evening, offset: 0, placesIn });

test.each([
  "骗子冒充支付宝客服，说明天再退钱给我",
  "called DBS, they closed the card",
  "called Singtel, they disconnected my line",
  "called Singtel and got through after 10 minutes on hold, number suspended",
  "called DBS, no answer at first, then they froze everything",
  "someone picked up, not busy at all",
  "called DBS and the card is frozen, but the branch is closed",
  "called DBS, they froze it, the shop is closed",
  "打了工行的电话，等了十分钟，终于冻结了",
  "打电话给工行，卡已经挂失，明天再去柜台补办",
  "the line is dead and my DBS account was closed",
  "I tried my DBS card at the ATM, nobody there",
  "a man rang me from DBS, I did not answer",
  "I did not pick up when DBS called me",
  "去工行等了半小时",
  "called DBS, my brother's number was busy",
  "等公交等了半小时",
])("nothing failed: %s", (text) => {
  expect(heard(text)).toBeUndefined();
});

test.each([
  ["工行电话没人接", "工行"],
  ["中国移动没人接听", "中国移动"],
  ["打工行95588一直占线", "工行"],
  ["can't reach Barclays", "Barclays"],
  ["can’t get through to Barclays", "Barclays"],
  ["Barclays does not pick up", "Barclays"],
  ["rang MTN twice, nobody picks up", "MTN"],
  ["打去滙豐等咗廿分鐘都未有人聽", "滙豐"],
  ["打給國泰世華客服，一直忙線中", "國泰世華"],
  ["打工商银行客服，让我排队等了半小时没人接", "工商银行"],
  ["called DBS to get my card blocked, no answer", "DBS"],
  ["a man called me from Singtel, then I rang DBS and nobody answered", "DBS"],
] as const)("nobody was reached: %s", (text, place) => {
  expect([heard(text)?.places[0], heard(text)?.result]).toEqual([place, "no-answer"]);
});

test.each([
  ["Called Vodafone, the line was closed for the night", 32],
  ["Vodafone's hotline says call back tomorrow", 32],
  ["called Vodafone, closed from 6 pm", 32],
  ["called Vodafone, only open until 8 pm", 32],
  ["called Vodafone, only open until 5", 32],
  ["called Vodafone, closed, opens at 9", 33],
  ["called Vodafone, closed, opens at 7 am", 31],
] as const)("%s: from that hour somebody is there", (text, hour) => {
  expect([heard(text)?.result, heard(text)?.until]).toEqual(["closed", hour * 60]);
});

test("what is told as done, or as refused, is no call that nobody took", () => {
  const told = { text: "called DBS, the line was closed", at: evening, offset: 0, placesIn };
  expect(callIn({ ...told, result: "done" })).toBeUndefined();
  expect(callIn({ ...told, result: "refused" })).toBeUndefined();
  expect(callIn({ ...told, text: "called DBS", result: "no-answer" })?.places).toEqual(["DBS"]);
});
