/** Races at the door: what is said, the same bytes however the work is shared, bad input, and Ctrl-C. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { Ajv } from "ajv";
import { expect, test } from "vitest";
import { said, transcript } from "../../test/doors/said.ts";
import { smallFiles, smallPerson } from "../../test/doors/small-world.ts";
import { main } from "./main.ts";
import { differenceOf, lossBars } from "./race-answer.ts";

const files = { ...smallFiles("world"), "person.yaml": smallPerson };
const small = "race --person person.yaml --catalog world --held possess(sim.main)";

/** The only place in this file that knows how the door is called. */
async function check(line: string, more: { readonly isTerminal?: boolean } = {}): Promise<string> {
  return transcript(line.split(" "), { files, columns: 80, env: { NO_COLOR: "1" }, ...more });
}

async function asJson(line: string): Promise<string> {
  const { code, out, err } = await said([...line.split(" "), "--json"], { files });
  expect(code, err).toBe(0);
  return out;
}

test("a race with a measure beside it, told in both languages", async () => {
  const line = `${small} --owner checklist --runs 200 --measure set-sim-pin`;
  expect(await check(line)).toMatchInlineSnapshot(`
    "person.yaml:7:18: warning: \`nobody-knows\` is not in the catalogue; nothing about \`card.union\` has been read
      help: one of \`bank\`
    A small life  small · 4 September 2020

    In 100 % (98.1–100) of 200 nights like this money is lost: CN¥6,230 a night on
    average; where it is, half of the time within 20 minutes. With “Set a PIN on the
    SIM card” it would be 0 %, CN¥0. 3 losses are then still not ruled out beyond
    these nights.
    This counts as known, because such things leak: knows the name of the owner,
    knows the date of birth of the owner, knows the address of the owner.
    If nobody knows them, something is lost in 100 % (98.1–100) of nights: CN¥6,230
    a night on average.
    No night is long enough for what comes later: takes the balance of the Paywell
    account (after 1 day).

    What a measure changes, in the same nights
      race                            loss in  mean loss  difference  first (median)
      as it is               100 % (98.1–100)   CN¥6,230                      20 min
      Set a PIN on the SIM        0 % (0–1.9)       CN¥0   −CN¥6,230           never
      card

    How much is lost
      CN¥6,230  100 %  ██████████████████████████████

    How soon
                                             in    10 %    half    90 %
      something is taken over  100 % (98.1–100)   6 min  16 min  36 min
      money goes               100 % (98.1–100)  10 min  20 min  40 min

    Which ways carried the money
      of nights with loss  of money  by
         100 % (98.1–100)     100 %  Paywell: Add a card without typing its number,
                                     Pay with a bound card, Sign in by text code;
                                     What hands can do: Put the SIM card into
                                     another phone

    What this rests on
      owner      goes down the usual list: the SIM, the cards, the wallets; once,
                 and believes it lasts
      intruder   a gang, 4 things at once
      clock      no clock: every office is open; lasts 14 hours
      nights     200 of seed 1; defaults used for: --intruder --seed --at --within
                 --hands
      agents     never agree, because nobody has stated a chance: Example Telecom:
                 Lift the loss report
      intervals  95 %: Wilson intervals for shares, normal for means, order
                 statistics for percentiles; differences are of the same nights
      reading    a race tells what these two do, not the worst that is possible:
                 \`chainbreak audit\` gives the bound
    [0]"
  `);
  expect(await check(`${line} --lang zh`)).toMatchInlineSnapshot(`
    "person.yaml:7:18: 提醒：流程库里没有 \`nobody-knows\`，所以 \`card.union\` 没人查过
      怎么改：可以是 \`bank\`
    小小的生活  small · 2020 年 9 月 4 日

    这样的 200 夜里，有损失的占 100%（98.1–100），平均每夜 ¥6,230；有损失的夜里，
    一半在 20 分钟之内。若有“给 SIM 卡设密码”，则为 0%，¥0。此时在这些夜之外，仍有 3
    项损失不能排除。
    以下资料常有泄露，按对方已知道算：知道机主的姓名、知道机主的出生日期、知道机主的
    住址。
    如果没有人知道这些，有损失的夜占 100%（98.1–100）：平均每夜 ¥6,230。
    一夜不够长，之后才轮到：转走好付账户的余额（最早 1 天之后）。

    同样的夜晚，加上办法有什么不同
      情形                       有损失  平均损失     差额  首笔（中位）
      现状             100%（98.1–100）    ¥6,230                  20 分
      给 SIM 卡设密码       0%（0–1.9）        ¥0  −¥6,230          没有

    损失多少
      ¥6,230  100%  ██████████████████████████████

    多快
                                  占    10%   一半    90%
      第一样被拿下  100%（98.1–100）   6 分  16 分  36 分
      钱被拿走      100%（98.1–100）  10 分  20 分  40 分

    钱是从哪条路走的
          占有损失的夜  占金额  经由
      100%（98.1–100）    100%  好付：免输卡号绑卡、用绑定的卡付款、短信验证码登录；
                                手上就能做到的事：把 SIM 卡插进另一部手机

    以上依据什么
      机主      照通常的清单做：先手机号，再银行卡，再钱包；做一遍，就当管用了
      对方      一个团伙，同时做 4 件事
      时间      不计时刻：所有窗口都开着；持续 14 小时
      夜数      种子 1 的 200 夜；没有写、按默认取的：--intruder --seed --at
                --within --hands
      客服人员  没有人说明概率，按从不松口处理：示例电信：解除挂失
      区间      95%：比例用 Wilson 区间，均值用正态区间，分位数用次序统计量；差额
                取自同样的夜晚
      读法      这里说的是这样的双方会怎样，不是最坏能怎样；上限见 \`chainbreak
                audit\`
    [0]"
  `);
});

test("W2 the answer is the same to the byte for one worker, two and three", async () => {
  for (const line of [`${small} --runs 300`, `${small} --owner checklist --runs 120 --measure set-sim-pin`]) {
    const alone = await asJson(`${line} --workers 1`);
    expect(await asJson(`${line} --workers 2`)).toBe(alone);
    expect(await asJson(`${line} --workers 3`)).toBe(alone);
    expect(await asJson(`${line} --workers 1 --seed 2`)).not.toBe(alone);
  }
});

test("an answer has the published shape, and every field is told in docs/reference/answers.md", async () => {
  const schema = JSON.parse(readFileSync("catalog/schema/race.schema.json", "utf8"));
  const isAnswer = new Ajv({ strict: false, allErrors: true }).compile(schema);
  for (const line of [
    `${small} --runs 50 --measure set-sim-pin`,
    `${small} --runs 50 --at 19:30 --within 1m`,
  ]) {
    isAnswer(JSON.parse(await asJson(line)));
    expect(isAnswer.errors ?? []).toEqual([]);
  }
  const text = readFileSync("docs/reference/answers.md", "utf8");
  const names = new Set<string>();
  const queue: unknown[] = [schema];
  for (const part of queue) {
    if (typeof part !== "object" || part === null) continue;
    for (const [key, value] of Object.entries(part)) {
      if (key === "properties") for (const name of Object.keys(value)) names.add(name);
      queue.push(value);
    }
  }
  expect(names.size).toBeGreaterThan(30);
  expect([...names].filter((name) => !text.includes(`\`${name}\``))).toEqual([]);
});

test("the night of the founding case begins when the phone was taken, others without a clock", async () => {
  const startOf = async (line: string) => {
    const { startsAt, assumed } = JSON.parse(await asJson(`${line} --runs 1`));
    return { startsAt, isAssumed: assumed.includes("at") };
  };
  const founding = (id: string) => `race --person ${id} --held possess(sim.main)`;
  const friday = 4 * 24 * 60 + 19 * 60 + 30;
  expect(await startOf(founding("chengdu-2020"))).toEqual({ startsAt: friday, isAssumed: true });
  expect(await startOf(founding("chengdu-2020-before"))).toEqual({ startsAt: friday, isAssumed: true });
  expect(await startOf(small)).toEqual({ startsAt: null, isAssumed: true });
  expect(await startOf(`${small} --at 08:00`)).toEqual({ startsAt: 480, isAssumed: false });
});

test("bad input is a sentence and a way out", async () => {
  const lines = [
    "--runs -5",
    "--runs 0",
    "--runs 10000001",
    "--hands 0",
    "--workers many",
    "--owner checklst --intruder gnag",
    "--owner somebody",
    "--measure set-sim-pni",
    "--within 400d",
    "--within soon",
  ];
  const told: string[] = [];
  for (const line of lines) told.push(`$ ${line}\n${await check(`${small} ${line}`)}`);
  expect(told.join("\n")).toMatchInlineSnapshot(`
    "$ --runs -5
    \`-5\` is not a value for \`--runs\`
      help: one of 1–10000000
    [2]
    $ --runs 0
    \`0\` is not a value for \`--runs\`
      help: one of 1–10000000
    [2]
    $ --runs 10000001
    \`10000001\` is not a value for \`--runs\`
      help: one of 1–10000000
    [2]
    $ --hands 0
    \`0\` is not a value for \`--hands\`
      help: one of 1–100
    [2]
    $ --workers many
    \`many\` is not a value for \`--workers\`
      help: one of 1–64
    [2]
    $ --owner checklst --intruder gnag
    --owner: no policy \`checklst\`
      help: did you mean \`checklist\`?
    --intruder: no policy \`gnag\`
      help: did you mean \`gang\`?
    person.yaml:7:18: warning: \`nobody-knows\` is not in the catalogue; nothing about \`card.union\` has been read
      help: one of \`bank\`
    [2]
    $ --owner somebody
    --owner: no policy \`somebody\`
      help: one of \`nothing\`, \`checklist\`, \`answers\`, \`founding\`
    person.yaml:7:18: warning: \`nobody-knows\` is not in the catalogue; nothing about \`card.union\` has been read
      help: one of \`bank\`
    [2]
    $ --measure set-sim-pni
    --measure: no measure \`set-sim-pni\` in this world
      help: one of \`no-code-alone\`, \`set-sim-pin(sim.main)\`
    person.yaml:7:18: warning: \`nobody-knows\` is not in the catalogue; nothing about \`card.union\` has been read
      help: one of \`bank\`
    [1]
    $ --within 400d
    --within: \`400d\` is not a length of a race: from a minute to 31 days
      help: write \`14h\` or \`3d\`
    person.yaml:7:18: warning: \`nobody-knows\` is not in the catalogue; nothing about \`card.union\` has been read
      help: one of \`bank\`
    [2]
    $ --within soon
    --within: \`soon\` is not a duration
      help: write \`90m\`, \`13h\` or \`3d\`
    person.yaml:7:18: warning: \`nobody-knows\` is not in the catalogue; nothing about \`card.union\` has been read
      help: one of \`bank\`
    [2]"
  `);
});

test.each([1, 2])("Ctrl-C ends a race of %i workers with what is known, labelled", async (workers) => {
  let out = "";
  let err = "";
  let interrupt = () => {};
  let isReleased = false;
  const words = `${small} --runs 10000000 --measure set-sim-pin --workers ${workers} --json`.split(" ");
  const folder = mkdtempSync(join(tmpdir(), "chainbreak-"));
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
  const code = await main(words, {
    out: (text) => {
      out += text;
    },
    err: (text) => {
      err += text;
      // The bar moves: nights have been played.
      if (text.includes("░ ") && /[1-9]\d*\/10,000,000/.test(text)) interrupt();
    },
    columns: 100,
    isOutTerminal: false,
    isErrTerminal: true,
    env: { LANG: "C", NO_COLOR: "1" },
    cwd: folder,
    today: "2026-11-28",
    onInterrupt: (act) => {
      interrupt = act;
      return () => {
        isReleased = true;
      };
    },
  });
  rmSync(folder, { recursive: true, force: true });
  const answer = JSON.parse(out);
  expect([code, isReleased, answer.label, answer.runsWanted]).toEqual([0, true, "truncated", 10_000_000]);
  expect(err).toContain("stopping; what is known so far follows");
  expect(answer.runs).toBeGreaterThan(0);
  expect(answer.runs).toBeLessThan(10_000_000);
  // The nights of the variant are those of the base, no more and no fewer.
  expect(answer.variants[0].difference.pLoss.value).toBe(answer.variants[0].pLoss.value - answer.pLoss.value);
});

test("a difference of shares keeps an interval where no night differed", () => {
  const share = (value: number, low: number, high: number) => ({ value, ci95: [low, high] as const });
  const same = differenceOf(share(1, 0.9, 1), share(1, 0.9, 1), new Map([["100 100", 40]]));
  expect(same).toEqual({
    pLoss: { value: 0, ci95: [-0.09999999999999998, 0.09999999999999998] },
    loss: { mean: 0, ci95: [0, 0] },
  });
});

test("nights that agree make the interval of a difference narrower than nights that do not", () => {
  const half = { value: 0.5, ci95: [0.4, 0.6] as const };
  const width = (pairs: readonly (readonly [string, number])[]) => {
    const [low, high] = differenceOf(half, half, new Map(pairs)).pLoss.ci95;
    return high - low;
  };
  expect(
    width([
      ["100 100", 50],
      ["0 0", 50],
    ]),
  ).toBeLessThan(
    width([
      ["100 0", 50],
      ["0 100", 50],
    ]),
  );
});

test("many amounts are drawn as a few bars that hold every night", () => {
  const losses = new Map(Array.from({ length: 100 }, (_, i) => [i * 100, i + 1] as const));
  const bars = lossBars({ losses, unsizedOnlyRuns: 0 });
  expect(bars.length).toBe(12);
  expect(bars[0]).toEqual({ from: 0, to: 0, runs: 1, isUnsized: false });
  expect(bars.reduce((sum, { runs }) => sum + runs, 0)).toBe((100 * 101) / 2);
});

test("a night in which only what has no sum was lost is no night without a loss", () => {
  const losses = new Map([
    [0, 7],
    [100, 3],
  ]);
  expect(lossBars({ losses, unsizedOnlyRuns: 5 })).toEqual([
    { from: 0, to: 0, runs: 2, isUnsized: false },
    { from: 0, to: 0, runs: 5, isUnsized: true },
    { from: 1, to: 1, runs: 3, isUnsized: false },
  ]);
  // All of them: nothing is left of “nothing”.
  expect(lossBars({ losses, unsizedOnlyRuns: 7 })[0]?.isUnsized).toBe(true);
});

const ownNight = `
night: a-night-of-ours
title: { en: Ours, zh: 我们的 }
world: { person: { lines: { l: { carrier: telco } }, accounts: { a: { service: shop, line: l, balance: 70 } } }, held: [receive-sms(line.l)], at: "fri 22:00" }
institutions:
  shop: { kind: wallet, provides: account, basis: { status: reported, seen: 2026-11, source: example }, flows: { pay: { asks: receive-sms(line), gives: [drain(account)], takes: 5m } } }
script: [{ at: "22:10", actor: owner, note: { en: Nothing., zh: 无。 } }]
ends: { at: "sat 08:00", losses: [{ goal: drain(account.a), amount: 70 }] }
`;

test("a night laid over brings its own person, institutions and beginning; what is typed goes before it", async () => {
  const raced = async (...more: readonly string[]) => {
    const { code, out, err } = await said(
      ["race", "--with", "night.yaml", "--runs", "20", "--json", ...more],
      { files: { "night.yaml": ownNight } },
    );
    if (code !== 0) return err;
    const { person, held, loss } = JSON.parse(out);
    return { person, held, mean: loss.mean };
  };
  expect(await raced()).toMatchInlineSnapshot(`
    {
      "held": [
        "receive-sms(line.l)",
        "know(person.name)",
        "know(person.id-number)",
        "know(person.birth-date)",
        "know(person.address)",
        "know(line.l.number)",
      ],
      "mean": 70,
      "person": "a-night-of-ours",
    }
  `);
  expect(await raced("--held", "know(person.name)")).toMatchInlineSnapshot(`
    {
      "held": [
        "know(person.name)",
        "know(person.id-number)",
        "know(person.birth-date)",
        "know(person.address)",
        "know(line.l.number)",
      ],
      "mean": 0,
      "person": "a-night-of-ours",
    }
  `);
});

test("and is audited as it is raced", async () => {
  const audited = async (...more: readonly string[]) => {
    const { code, out, err } = await said(
      ["audit", "--with", "night.yaml", "--measures", "person", "--json", ...more],
      { files: { "night.yaml": ownNight } },
    );
    if (code !== 0) return err;
    const { held, reachableAmount } = JSON.parse(out);
    return [held.includes("receive-sms(line.l)"), reachableAmount];
  };
  expect(await audited()).toEqual([true, 70]);
  expect(await audited("--held", "know(line.l.number)")).toEqual([false, 0]);
  const nobody = await said(["audit", "--with", "more.yaml"], {
    files: { "more.yaml": smallFiles("world")["world/tel.yaml"] ?? "" },
  });
  expect([nobody.code, nobody.err.split("\n")[0]]).toEqual([2, "--person: nobody is named"]);
});

test("where no night is laid over, or two are, somebody has to be named", async () => {
  const two = { "one.yaml": ownNight, "two.yaml": ownNight.replace("a-night-of-ours", "another") };
  const tried = await said(["race", "--with", "one.yaml", "two.yaml"], { files: two });
  expect([tried.code, tried.err]).toMatchInlineSnapshot(`
    [
      2,
      "--person: 2 nights are laid over, and nobody is named
      help: lay one of them over, or give \`--person\`
    ",
    ]
  `);
  const none = { "more.yaml": smallFiles("world")["world/tel.yaml"] ?? "" };
  const zh = await said(["race", "--with", "more.yaml", "--lang", "zh"], { files: none });
  expect([zh.code, zh.err]).toMatchInlineSnapshot(`
    [
      2,
      "--person: 没有说是谁
      怎么改：用 \`--person\` 指定，或者用 \`--with\` 叠加一个人的夜晚
    ",
    ]
  `);
});

test("what counts as known of everybody is known in a race as in an audit, and both answers are told", async () => {
  const files = {
    "night.yaml": ownNight.replace(
      "asks: receive-sms(line)",
      "asks: [receive-sms(line), know(person.id-number)]",
    ),
  };
  const asked = async (command: string, ...more: readonly string[]) => {
    const { out } = await said([command, "--with", "night.yaml", ...more], { files });
    return out;
  };
  const race = (...more: readonly string[]) => asked("race", "--runs", "20", ...more);
  const audited = JSON.parse(await asked("audit", "--json"));
  const raced = JSON.parse(await race("--json"));
  expect([audited.reachableAmount, raced.loss.mean, raced.ifNotLeaked.loss.mean]).toEqual([70, 70, 0]);
  expect(raced.leaked).toContain("know(person.id-number)");
  expect(await race("--lang", "en")).toMatch(
    /This counts as known, because such things leak: [\s\S]*If nobody knows them, nothing was lost in 20 such nights/,
  );
  expect(await race("--lang", "zh")).toMatch(/如果没有人知道这些，这样的 20\s*夜里没有一夜有损失/);
  const alone = JSON.parse(await race("--json", "--not-leaked"));
  const auditedAlone = JSON.parse(await asked("audit", "--json", "--not-leaked"));
  expect([auditedAlone.reachableAmount, alone.loss.mean, alone.leaked, alone.ifNotLeaked]).toEqual([
    0,
    0,
    [],
    null,
  ]);
  // Somebody who holds it anyway has nothing of it counted twice.
  const known = JSON.parse(await race("--json", "--held", "receive-sms(line.l),know(person.id-number)"));
  expect([
    known.loss.mean,
    known.leaked.includes("know(person.id-number)"),
    known.ifNotLeaked.loss.mean,
  ]).toEqual([70, false, 70]);
});

test("a full bar of nights without a loss says that it is of what was played, where something is not ruled out", async () => {
  const person =
    "person: { id: p, region: de, currency: EUR }\ncards: { giro: { bank: sparkasse, kind: debit, balance: 2400 } }\n";
  const line = "race --person p.yaml --held possess(card.giro) --runs 5";
  const told = async (lang: string) =>
    (await said([...line.split(" "), "--lang", lang], { files: { "p.yaml": person } })).out;
  expect(await told("en")).toMatch(/How much is lost\n {2}nothing by what was played +100 %/);
  expect(await told("zh")).toMatch(/损失多少\n {2}演的办法没造成损失 +100%/);
});
