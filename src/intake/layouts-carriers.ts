/**
 * What carriers hand out: calls, texts, what was done with the line, which handset it was in. The columns vary by province,
 * so every part has all the words that provinces, and the lists investigators receive, use for it.
 */
import type { HeaderWord, Layout } from "./layout.ts";

const start = [
  "起始时间",
  "开始时间",
  "通信起始时间",
  "通信开始时间",
  "通信时间",
  "通话起始时间",
  "呼叫起始时间",
  "话单开始时间",
  "通话开始时间",
  "通话时间",
  "呼叫时间",
  "发送时间",
  "收发时间",
  "短信时间",
  "发生时间",
  "截获时间",
  "话单时间",
  "起始日期",
  "开始日期",
  "通话日期",
  "时间",
  "日期",
];
const peer = ["对方号码", "对端号码", "对方电话", "对方电话号码", "通信对端", "接收号码", "对方号码/名称"];
const way = [
  "通信方式",
  "呼叫类型",
  "收发类型",
  "话单方向",
  "事件类型名称",
  "主被叫",
  "主叫/被叫",
  "通话方式",
  "通信状态",
  "收发方式",
  "发送方式",
  "传送方式",
  "方向",
];
const duration = [
  "通信时长",
  "通话时长",
  "时长",
  "拨打秒数",
  "时长(s)",
  "通话时长(s)",
  "时长(秒)",
  "通话时长(秒)",
];
const caller = ["主叫", "主叫号码", "主叫电话"];
const callee = ["被叫", "被叫号码", "被叫电话"];
const place = ["通信地点", "通话地点", "通话地", "本机通话地", "己方通话地", "漫游城市", "通信地", "发生地"];
const imei = ["手机串号", "串号", "己方机身码", "imei", "imei号", "终端串号", "机身码"];
const imsi = ["imsi", "imsi号", "己方卡号", "主叫imsi", "卡识别码"];
const handset = { imei, imsi };
const chinese = { zone: "+08:00", currency: "CNY", order: "year-first", positive: "in" } as const;

const calls = (people: HeaderWord, more: readonly HeaderWord[] = []): Layout => ({
  ...chinese,
  kind: "call",
  source: "carrier-calls",
  header: [start, people, ...more, duration],
  columns: {
    moment: start,
    clock: ["通话时间", "时间"],
    counterparty: peer,
    caller,
    callee,
    duration,
    direction: way,
    description: place,
    channel: ["通话类型", "通信类型", "业务类型"],
    ...handset,
  },
});

const texts: Layout = {
  ...chinese,
  kind: "text",
  source: "carrier-texts",
  header: [
    start,
    [...peer, ...callee],
    ["信息类型", "业务名称", "收发类型", "短信类型", "短信内容", "短信费", "业务类型", "信息费", "收发方式"],
  ],
  columns: {
    moment: start,
    clock: ["时间"],
    counterparty: [...peer, "业务名称"],
    caller,
    callee,
    direction: way,
    description: ["短信内容", ...place, "信息类型", "短信类型"],
    channel: ["业务名称", "业务类型"],
    ...handset,
  },
};

const doneAt = [
  "办理时间",
  "受理时间",
  "操作时间",
  "业务办理时间",
  "业务受理时间",
  "处理时间",
  "变更时间",
  "办理日期",
  "受理日期",
];
const done = [
  "办理业务",
  "业务名称",
  "业务类型",
  "受理业务",
  "受理内容",
  "操作类型",
  "操作内容",
  "业务内容",
  "办理内容",
  "变更内容",
];
const through = ["办理渠道", "受理渠道", "操作渠道", "渠道", "渠道类型", "受理方式", "办理方式", "接入渠道"];
const by = ["受理工号", "办理工号", "工号", "操作员", "经办人", "办理网点", "受理网点", "营业厅", "受理点"];

/** Who lifted, reset, re-issued, when, through which door: the row that decides most cases. */
const services: Layout = {
  ...chinese,
  kind: "service",
  source: "carrier-service",
  header: [doneAt, done],
  columns: {
    moment: doneAt,
    description: done,
    channel: through,
    counterparty: by,
    status: ["办理结果", "受理结果", "处理结果", "结果", "状态", "受理状态"],
  },
};

const servicesAbroad: Layout = {
  kind: "service",
  source: "carrier-service",
  zone: "+00:00",
  currency: "USD",
  order: "year-first",
  positive: "in",
  header: [
    ["date", "time", "timestamp", "date/time", "date and time", "event time", "date (utc)"],
    ["event", "action", "activity", "service event", "change", "transaction", "request type"],
    ["channel", "agent", "agent id", "store", "source", "method", "performed by", "user"],
  ],
  columns: {
    moment: ["date/time", "date and time", "timestamp", "event time", "date", "time", "date (utc)"],
    clock: ["time"],
    description: ["event", "action", "activity", "service event", "change", "transaction", "request type"],
    channel: ["channel", "method", "source"],
    counterparty: ["agent", "agent id", "store", "performed by", "user"],
    status: ["status", "result", "outcome"],
  },
};

const usedFrom = [
  "首次使用时间",
  "首次出现时间",
  "开始使用时间",
  "启用时间",
  "入网时间",
  "使用时间",
  "换机时间",
];

/** Which handset and which card the line was in, since when. */
const handsets: readonly Layout[] = [
  {
    ...chinese,
    kind: "service",
    source: "handset-history",
    header: [[...usedFrom, ...start], imei],
    columns: {
      moment: [...usedFrom, ...start],
      description: ["终端型号", "手机型号", "机型", "终端品牌"],
      status: ["状态"],
      ...handset,
    },
  },
  {
    ...servicesAbroad,
    source: "handset-history",
    header: [
      ["first seen", "first used", "start", "start date", "from", "date", "date/time", "timestamp"],
      "imei",
    ],
    columns: {
      moment: ["first seen", "first used", "start", "start date", "from", "date/time", "timestamp", "date"],
      clock: ["time"],
      description: ["device", "model", "handset", "make/model", "make", "device model"],
      status: ["status"],
      imei: ["imei"],
      imsi: ["imsi", "iccid", "sim"],
    },
  },
];

export const carrierLayouts: readonly Layout[] = [
  calls([...peer, ...callee]),
  calls(caller, [callee]),
  texts,
  services,
  servicesAbroad,
  ...handsets,
];
