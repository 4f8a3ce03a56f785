/** `design diff` at the door: folders, patches, revisions; and every fault of what it was given in one run. */
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { said, transcript } from "../../test/doors/said.ts";
import { smallFiles, smallPerson } from "../../test/doors/small-world.ts";
import { applyPatch, readWholeFolder, readYaml } from "../catalog/index.ts";
import { readGitFolder } from "./git-tree.ts";

const files = {
  ...smallFiles("old"),
  "people/small.yaml": smallPerson,
  "codes.yaml": "patch: codes\nflows:\n  paywell/send: { delay: null }\n  paywell/thaw: { takes: 5m }\n",
  "shut.yaml": "patch: shut\nmeasures: [no-code-alone]\n",
};
/** The only place in this file that knows how the door is called. */
const check = (line: string, more: Readonly<Record<string, string>> = {}) =>
  transcript(["design", "diff", ...line.split(" ")], { files: { ...files, ...more }, columns: 90 });

test("a patch: the changed line beside what it opens, the change nobody feels, what it rests on", async () => {
  expect(
    await check("old codes.yaml --people people --held possess(sim.main) --fail-on more"),
  ).toMatchInlineSnapshot(`
    "The change allows an intruder more, and nothing less.

    What was changed, and what it does
      paywell/send: delay
        - old/cn/paywell.yaml:26:131  delay: { min: 24h, en: A day of grace., zh: 一天的冷静期。 }
        → sooner: takes the balance of the Paywell account (small)
      paywell/thaw: takes
        - old/cn/paywell.yaml:28:128  takes: 20m
        + codes.yaml:4:19  takes: 5m
        no effect on anybody asked about; it may have one on others

    What it now allows, by institution and effect
      institution  effect  allows
      Paywell      drain   more
      equal: 2

    What follows
      sooner: takes the balance of the Paywell account (CN¥99.50, 1 d → 4 min)
          small, with has the SIM card in hand
          things/move-sim → paywell/sign-in → paywell/send

    What this rests on
      asked about 1 person with 1 beginning; 4 losses compared
      counted as known: what has leaked of everybody (\`--not-leaked\` asks without)
      nothing is said of anybody else; for all persons of a shape see \`chainbreak design
      check\`
      not looked into, nobody has read anything about: small: card.union
    [4]"
  `);
});

const population = `population: some
title: { en: Some people, zh: 一些人 }
template:
${smallPerson.replaceAll(/^/gm, "  ")}
shares:
  account.pay: { has: [0.2, 0.6], source: range }
  sim.main.pin: { values: { set: 0.5, none: 0.5 }, source: range }
  group.age: { values: { old: 0.4, young: rest }, source: range }
`;

test("a population under both: who loses newly and who no longer, and what their nights come to", async () => {
  const ask = "old shut.yaml --people people --held possess(sim.main) --population some.yaml --drawn 300";
  const { out, code } = await said(["design", "diff", ...`${ask} --race 20 --format json`.split(" ")], {
    files: { ...files, "some.yaml": population },
  });
  expect(code).toBe(0);
  const [{ any, notRuledOut, nights, groups, losses }] = JSON.parse(out).populations;
  expect([any.after.people, any.opened.people, any.closed.people]).toEqual([0, 0, any.before.people]);
  expect(any.before.people).toBeGreaterThan(0);
  expect(notRuledOut.after.people).toBeGreaterThanOrEqual(any.after.people);
  expect(groups.map(({ group, value }: { group: string; value: string }) => `${group} ${value}`)).toEqual([
    "group.age old",
    "group.age young",
  ]);
  expect(losses.length).toBeGreaterThan(0);
  expect([nights.people, nights.nights, nights.owner, nights.startsAt]).toEqual([20, 20, "checklist", null]);
  expect(nights.pLoss.after).toBe(0);
  const text = await check(`${ask} --race 20`, { "some.yaml": population });
  expect(text.slice(text.indexOf("Some people"))).toMatchInlineSnapshot(`
    "Some people: 300 people drawn, with has the SIM card in hand
      lose something, by what was read: 20.3 % → 0.0 % (opened for and closed for: +0.0 %
      −20.3 %)
      or not ruled out: 20.3 % → 0.0 % (opened for and closed for: +0.0 % −20.3 %)
      on average CN¥1,287 → CN¥0 a person: −CN¥1,287 (95 %: −CN¥1,576 to −CN¥998), of the sums
      the file states

                            by what was read  opened, closed  or not ruled out  opened, closed
      spends from the       20.3 % → 0.0 %    +0.0 % −20.3 %  20.3 % → 0.0 %    +0.0 % −20.3 %
      Example Bank debit
      card (salary, ending
      0042)
      spends from the       20.3 % → 0.0 %    +0.0 % −20.3 %  20.3 % → 0.0 %    +0.0 % −20.3 %
      Example Bank debit
      card (spare)
      spends from the       20.3 % → 0.0 %    +0.0 % −20.3 %  20.3 % → 0.0 %    +0.0 % −20.3 %
      credit card (union)
      takes the balance of  20.3 % → 0.0 %    +0.0 % −20.3 %  20.3 % → 0.0 %    +0.0 % −20.3 %
      the Paywell account

                        by what was read  opened, closed  or not ruled out  opened, closed
      age: old (132)    19.7 % → 0.0 %    +0.0 % −19.7 %  19.7 % → 0.0 %    +0.0 % −19.7 %
      age: young (168)  20.8 % → 0.0 %    +0.0 % −20.8 %  20.8 % → 0.0 %    +0.0 % −20.8 %

      How soon something is lost, by what was read; the first 300 of them, the least time
      possible:

                         before  after
      within 5 minutes   0.0 %   0.0 %
      within 15 minutes  20.3 %  0.0 %

      The owners themselves, by what was read, however long it takes them; what others undo
      meanwhile is not counted:
      on an ordinary day, able to use “Paywell: Sign in by text code” by themselves: 54.0 % →
      54.0 % (of 113 people it is about)
      once that is lost, able to use “Paywell: Sign in by text code” by themselves: 0.0 % →
      0.0 % (of 113 people it is about)
      of those drawn nobody loses or gains a way to what is their own

      20 of them raced, 20 nights each on both sides (owner: checklist): nights with a loss
      15.0 % → 0.0 %; a night CN¥935 → CN¥0: −CN¥935 (95 %: −CN¥1,935 to +CN¥66). 0.0 % of
      them lose more often, 15.0 % less often.
      no time was said (\`--at\`), so every office is open in these nights and opening hours do
      not count
      nobody has stated how often an agent gives way, so none does in these nights: tel/lift
      not looked into, nobody has read anything about: card.union
    [0]"
  `);
  const chinese = await check(`${ask} --lang zh`, { "some.yaml": population });
  expect(chinese.slice(chinese.indexOf("一些人"))).toMatchInlineSnapshot(`
    "一些人：抽取 300 人，手里有手机卡落到别人手里
      按读过的流程会有损失的人：20.3 % → 0.0 %（新打开、堵上：+0.0 % −20.3 %）
      或不能排除：20.3 % → 0.0 %（新打开、堵上：+0.0 % −20.3 %）
      平均每人 ¥1,287 → ¥0：−¥1,287（95 %：−¥1,576 到 −¥998），金额按文件里写的算

                                按读过的        打开、堵上      或不能排除      打开、堵上
      花掉示例银行储蓄卡        20.3 % → 0.0 %  +0.0 % −20.3 %  20.3 % → 0.0 %  +0.0 % −20.3 %
      （salary，尾号 0042）里
      的钱
      花掉示例银行储蓄卡        20.3 % → 0.0 %  +0.0 % −20.3 %  20.3 % → 0.0 %  +0.0 % −20.3 %
      （spare）里的钱
      花掉信用卡（union）里的   20.3 % → 0.0 %  +0.0 % −20.3 %  20.3 % → 0.0 %  +0.0 % −20.3 %
      钱
      转走好付账户的余额        20.3 % → 0.0 %  +0.0 % −20.3 %  20.3 % → 0.0 %  +0.0 % −20.3 %

                        按读过的        打开、堵上      或不能排除      打开、堵上
      age: old (132)    19.7 % → 0.0 %  +0.0 % −19.7 %  19.7 % → 0.0 %  +0.0 % −19.7 %
      age: young (168)  20.8 % → 0.0 %  +0.0 % −20.8 %  20.8 % → 0.0 %  +0.0 % −20.8 %

      多快会有损失，按读过的流程；其中前 300 人，最快的时间：

                   改之前  改之后
      5 分钟之内   0.0 %   0.0 %
      15 分钟之内  20.3 %  0.0 %

      机主自己，按读过的流程，不论要花多久；别人这段时间里弄坏的不算在内：
      平常日子，自己办得了“好付：短信验证码登录”的：54.0 % → 54.0 %（牵涉 113 人）
      丢了之后，自己办得了“好付：短信验证码登录”的：0.0 % → 0.0 %（牵涉 113 人）
      抽到的人里，没有谁因此用不了自己的东西，也没有谁因此多了办法
      没查过，没人读过：card.union
    [0]"
  `);
});

test("a start by name; a race of nobody, no moment, a start nobody has", async () => {
  expect(
    await check("old shut.yaml --people people --race 5 --at 25:00 --start nothing-such"),
  ).toMatchInlineSnapshot(`
    "--at: \`25:00\` is not a moment
      help: write \`19:30\` or \`fri 19:30\`
    --race: nobody is drawn who could be raced
      help: say whom: \`--population cn-2026\`
    --start: no start \`nothing-such\`
      help: one of \`leaked\`, \`locked-phone\`, \`open-phone\`, \`open-phone-with-code\`, \`sim-only\`, \`bag\`, \`texts\`, \`number\`, \`mailbox\`, \`found-document\`, \`forged-document\`, \`bribed-agent\`
    [1]"
  `);
});

test("other hours make a loss later at an hour when they are shut, and nothing where no hour was said", async () => {
  const shut = { "day.yaml": 'patch: day\nflows: { paywell/send: { hours: "09:00-17:00" } }\n' };
  const ask = "old day.yaml --people people --held possess(sim.main) --fail-on more";
  const at = await check(`${ask} --at 22:00`, shut);
  expect(at).toContain("→ later: takes the balance of the Paywell account (small)");
  expect(at).toContain("it begins Mon 22:00, and opening hours count from then on");
  expect(await check(ask, shut)).toContain("hours");
  expect(await check(ask, shut)).not.toContain("later");
});

test("a measure in force closes, in Chinese", async () => {
  expect(
    await check("old shut.yaml --people people --held possess(sim.main) --fail-on more --lang zh"),
  ).toMatchInlineSnapshot(`
    "改动之后，对方能做到的少了，没有变多的。

    改了什么，带来什么
      no-code-alone：启用
        → 堵上：花掉示例银行储蓄卡（salary，尾号 0042）里的钱（small）
        → 堵上：花掉示例银行储蓄卡（spare）里的钱（small）
        → 堵上：花掉信用卡（union）里的钱（small）
        → 堵上：转走好付账户的余额（small）

    按机构和后果看，对方能做到的
      机构          后果    能做到的
      示例银行      charge  变少
      nobody-knows  charge  变少
      好付          drain   变少

    带来的后果
      堵上：花掉示例银行储蓄卡（salary，尾号 0042）里的钱（¥1,200，7 分 → –）
          small，起初：手里有手机卡
          things/move-sim → paywell/sign-in → paywell/bind → paywell/pay
          仍不能排除：没人读过的地方也许还有路
          起因在别处：no-code-alone：启用
      堵上：花掉示例银行储蓄卡（spare）里的钱（¥30，7 分 → –）
          small，起初：手里有手机卡
          things/move-sim → paywell/sign-in → paywell/bind → paywell/pay
          仍不能排除：没人读过的地方也许还有路
          起因在别处：no-code-alone：启用
      堵上：花掉信用卡（union）里的钱（¥5,000，7 分 → –）
          small，起初：手里有手机卡
          things/move-sim → paywell/sign-in → paywell/bind → paywell/pay
          仍不能排除：没人读过的地方也许还有路
          起因在别处：no-code-alone：启用
      堵上：转走好付账户的余额（¥99.50，1 天 → –）
          small，起初：手里有手机卡
          things/move-sim → paywell/sign-in → paywell/send
          起因在别处：no-code-alone：启用

    堵住全部损失、机主自己还进得去，要花的工夫
      small（起初：手里有手机卡）：工夫 1：set-sim-pin(sim.main) → 没有可堵的

    以上依据
      问了 1 个人、1 种开头；比较了 4 项损失
      另有 3 项损失在新的流程库下不能排除，要看没人读过的地方
      人人都可能已经泄露的资料算作已知（加 \`--not-leaked\` 可以不算）
      没有问到的人，不在此列；要对一类人全部成立，见 \`chainbreak design check\`
      没查过，没人读过：small: card.union
    [0]"
  `);
});

test("what is opened is pinned by the smallest person as a story, which passes where it lies", async () => {
  const folder = mkdtempSync(join(tmpdir(), "chainbreak-stories-"));
  try {
    const { code, err } = await said(
      [
        "design",
        "diff",
        "old",
        "door.yaml",
        "--people",
        "people",
        "--stories",
        folder,
        "--fail-on",
        "opened",
      ],
      {
        files: {
          ...files,
          "door.yaml":
            "patch: door\nflows:\n  bank/door: { asks: [receive-sms(card.reserved-line)], gives: [charge(card)], takes: 1m }\n",
        },
      },
    );
    expect([code, err.replaceAll(folder, "DIR")]).toMatchInlineSnapshot(`
      [
        0,
        "DIR/sooner-charge-card-salary-small.yaml: 3 things, nobody smaller
      ",
      ]
    `);
    const told = await said(["test", "--catalog", "old", folder], { files });
    expect([told.code, told.err]).toEqual([0, ""]);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

test("Markdown for a build's page; JSON is the answer itself", async () => {
  expect(
    await check("old codes.yaml --people people --held possess(sim.main) --format markdown"),
  ).toMatchInlineSnapshot(`
    "**The change allows an intruder more, and nothing less.**

    ### What was changed, and what it does

    - **paywell/send: delay**

      \`\`\`diff
      - old/cn/paywell.yaml:26:131  delay: { min: 24h, en: A day of grace., zh: 一天的冷静期。 }
      \`\`\`

      - sooner: takes the balance of the Paywell account (small)
    - **paywell/thaw: takes**

      \`\`\`diff
      - old/cn/paywell.yaml:28:128  takes: 20m
      + codes.yaml:4:19  takes: 5m
      \`\`\`

      - no effect on anybody asked about; it may have one on others

    ### What follows

    |  |  | was | is |  |
    | --- | --- | --- | --- | --- |
    | sooner | takes the balance of the Paywell account · small | 1 d | 4 min | things/move-sim → paywell/sign-in → paywell/send |

    ### What this rests on

    - asked about 1 person with 1 beginning; 4 losses compared
    - counted as known: what has leaked of everybody (\`--not-leaked\` asks without)
    - nothing is said of anybody else; for all persons of a shape see \`chainbreak design check\`
    - not looked into, nobody has read anything about: small: card.union
    [0]"
  `);
  const { out, code } = await said(
    ["design", "diff", "old", "shut.yaml", "--people", "people", "--format", "json"],
    {
      files,
    },
  );
  expect([code, JSON.parse(out).word]).toEqual([0, "less"]);
});

test("every fault of a patch is told in one run, and nothing of it is applied", async () => {
  const bad =
    "patch: bad\nflows:\n  paywel/bind: { takes: 1m }\n  paywell/bind: { asks: [entr(account)] }\n  paywell/gone: null\n  bind: null\nmeasures: [nope, set-sim-pin]\ninstitutions:\n  bank: { kind: bank }\n";
  expect(await check("old bad.yaml --people people", { "bad.yaml": bad })).toMatchInlineSnapshot(`
    "bad.yaml:3:3: no institution \`paywel\`
      help: did you mean \`paywell\`?
    bad.yaml:4:26: unknown capability \`entr\`
      help: did you mean \`enter\`?
    bad.yaml:5:3: no flow \`paywell/gone\` to remove
      help: one of \`sign-in\`, \`bind\`, \`pay\`, \`send\`, \`freeze\`, \`thaw\`
    bad.yaml:6:3: \`bind\` is not an institution and its flow
      help: write \`institution/flow\`
    bad.yaml:7:12: no measure \`nope\`
      help: one of \`set-sim-pin\`, \`no-code-alone\`
    bad.yaml:7:18: \`set-sim-pin\` is a measure of the person, not of an institution
      help: leave it out: whoever is asked about decides
    bad.yaml:9:3: the institution \`bank\` is there already
      help: change its flows under \`flows\`
    [1]"
  `);
  expect(await check("old empty.yaml", { "empty.yaml": "patch: empty\n" })).toMatchInlineSnapshot(`
    "empty.yaml:1:1: the patch changes nothing
      help: give \`flows\`, \`institutions\` or \`measures\`
    [1]"
  `);
});

test("sides that are none, people that are none, words nobody has", async () => {
  expect(await check("old nowhere")).toMatchInlineSnapshot(`
    "nowhere: \`nowhere\` is no folder, no patch file and no git revision
      help: give a catalogue folder, a patch file, \`shipped\`, or a revision like \`HEAD~1\` or \`main:catalog\`
    [1]"
  `);
  expect(await check("old people/small.yaml")).toMatchInlineSnapshot(`
    "people/small.yaml:1:1: this is no patch
      help: it is a person: give it with \`--people\`
    [1]"
  `);
  expect(await check("old old --people nobody")).toMatchInlineSnapshot(`
    "nobody: there is no such file or folder
      help: check the path
    [1]"
  `);
  expect(await check("old old --people people --held possess(sim.other)")).toMatchInlineSnapshot(`
    "--held: nobody asked about can lose \`possess(sim.other)\`
      help: say what is in the wrong hands, for example \`possess(sim.main)\`
    [1]"
  `);
});

test("a git revision is read as it stood, whatever lies in the folder now", () => {
  const folder = mkdtempSync(join(tmpdir(), "chainbreak-git-"));
  const git = (...words: readonly string[]) =>
    execFileSync("git", ["-c", "user.name=a", "-c", "user.email=a@example.org", ...words], { cwd: folder });
  try {
    git("init", "-q", ".");
    writeFileSync(join(folder, "a.yaml"), "institution: a # 一\n");
    writeFileSync(join(folder, "b.txt"), "no YAML\n");
    git("add", ".");
    git("commit", "-qm", "one");
    writeFileSync(join(folder, "a.yaml"), "institution: changed\n");
    const read = readGitFolder("HEAD:.", folder, "catalog");
    expect(read?.texts).toEqual([{ file: "HEAD:a.yaml", text: "institution: a # 一\n" }]);
    expect(readGitFolder("HEAD", folder, "catalog")?.texts).toEqual([]);
    expect(readGitFolder("--help", folder, ".")).toBeUndefined();
    expect(readGitFolder("nothing-like-it", folder, ".")).toBeUndefined();
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

test("a change nobody shipped feels is asked of a customer; what it opens without a loss is told, and pinned people are asked alone", async () => {
  const files = {
    ...smallFiles("old"),
    "people/small.yaml": smallPerson,
    "old/cn/shore.yaml":
      'institution: shore\nname: { en: Shore Bank, zh: 岸边银行 }\nkind: bank\nregions: [cn]\nprovides: [account]\nbasis: { status: reported, seen: 2026, source: "https://example.org" }\nflows:\n  open: { title: { en: Open, zh: 登录 }, channel: app, asks: [know(account.password)], gives: [enter(account)], takes: 3m, basis: { status: reported, seen: 2026, source: "https://example.org" } }\n',
    "text.yaml": "patch: text\nflows:\n  shore/open: { asks: [receive-sms(account.line)] }\n",
  };
  const ask = (...words: readonly string[]) =>
    said(["design", "diff", "old", "text.yaml", ...words], { files });
  const alone = await ask("--people", "people");
  expect(alone.out).toContain("Nobody asked about has anything to do with what was changed");
  const { out, code } = await ask("--format", "json", "--fail-on", "more");
  expect(code).toBe(4);
  const { effects, word, coverage } = JSON.parse(out);
  expect(word).toBe("more");
  expect(effects).toContainEqual(
    expect.objectContaining({
      kind: "gained",
      person: "customer-of-shore",
      goal: "enter(account.shore)",
      held: ["possess(sim.main)"],
      beforeMinutes: null,
    }),
  );
  expect(coverage).toMatchObject({ leaked: true });
  expect((await ask("--lang", "zh")).out).toContain("新能接管");
});

test("whoever only one side knows has a customer of both with the same things; of those known by name alone one is asked for all", async () => {
  const head = (id: string, kind: string, provides: string) =>
    `institution: ${id}\nname: { en: ${id}, zh: ${id} }\nkind: ${kind}\nregions: [cn]\nprovides: [${provides}]\nbasis: { status: reported, seen: 2026, source: "https://example.org" }\n`;
  const carrier = (minutes: number) =>
    `${head("tower", "carrier", "line")}flows: { move: { title: { en: Move, zh: 换卡 }, channel: app, asks: [possess(sim)], gives: [receive-sms(line)], takes: ${minutes}m, basis: { status: reported, seen: 2026, source: "https://example.org" } } }\n`;
  const bank = (id: string) => head(id, "bank", "account, card");
  const old = { ...smallFiles("old"), "old/cn/tower.yaml": carrier(3) };
  const now = {
    ...smallFiles("now"),
    "now/cn/tower.yaml": carrier(4),
    ...Object.fromEntries(["north", "south", "west"].map((id) => [`now/cn/${id}.yaml`, bank(id)])),
  };
  const ask = async (from: string, to: string) => {
    const { out, err, code } = await said(["design", "diff", from, to, "--format", "json"], {
      files: { ...old, ...now },
    });
    expect(err.includes("fault is ours")).toBe(false);
    expect(code).toBe(0);
    return JSON.parse(out);
  };
  for (const answer of [await ask("old", "now"), await ask("now", "old")]) {
    const silences = answer.changes.flatMap(
      ({ institution, silence }: { institution: string; silence?: { kind: string; as?: string } }) =>
        silence?.kind === "alike" ? [`${institution} as ${silence.as}`] : [],
    );
    expect(silences).toEqual(["south as north", "west as north"]);
  }
});

test("what is only said otherwise changes nothing, and what is not in force that day is told as such", async () => {
  const bottom = async (line: string, more: Readonly<Record<string, string>>) =>
    (await check(line, more)).split("\n").slice(0, 9).join("\n");
  const title = "patch: p\nflows:\n  paywell/send: { title: { en: Send it, zh: 汇款 } }\n";
  expect((await check("old p.yaml", { "p.yaml": title })).split("\n")[0]).toBe(
    "Only wording differs: nothing an answer is made of is otherwise.",
  );
  const past =
    "patch: p\nflows:\n  paywell/once: { asks: [receive-sms(line)], gives: [drain(account)], takes: 1m, valid: { until: 2019-01-01 } }\n";
  expect(await bottom("old p.yaml", { "p.yaml": past })).toContain("until 2019-01-01");
});

test("the example of a patch in the reference names measures there are", () => {
  const text = readFileSync("docs/reference/design.md", "utf8");
  const [, list = ""] = /^measures: \[(.*)\] {2}# of institutions/m.exec(text) ?? [];
  const { catalog } = readWholeFolder({ folder: "catalog", stories: false });
  const { complaints } = applyPatch({
    catalog,
    yamlOf: () => undefined,
    patch: readYaml(`patch: p\nmeasures: [${list}]\n`, "p.yaml"),
  });
  expect(list.split(", ")).toHaveLength(2);
  expect(complaints.map(String)).toEqual([]);
});

test("a file of another kind in the place of a patch is told where it goes", async () => {
  const rule =
    "assertion: r\ntitle: { en: R, zh: 规 }\nsource: own\nforce: own\njudged: mechanical\non: recover\ndelay: 1h\n";
  const help = async (text: string) => (await check("old p.yaml", { "p.yaml": text })).split("\n")[1];
  expect(await help(rule)).toBe("  help: it holds rules: give it with `--pack` to `chainbreak design check`");
  expect(await help(population)).toBe(
    "  help: it is a population: give it to `chainbreak design exposed`, or with `--population`",
  );
  expect(await help(smallPerson)).toBe("  help: it is a person: give it with `--people`");
});

test("how it is said is chosen as everywhere, and by name for a build; a help of the other language has none of this one's words", async () => {
  const files = {
    "patch.yaml":
      "patch: some\ntitle: { en: some, zh: 某 }\nflows: { ccb/new-door: { title: { en: a, zh: 甲 }, channel: web, asks: [read-mail(account.mailbox)], gives: [enter(account)], takes: 2m } }\n",
  };
  const ask = (...words: string[]) => said(["design", "diff", "shipped", "patch.yaml", ...words], { files });
  const [json, byName] = [await ask("--json"), await ask("--format", "json")];
  expect(json.code).toBe(0);
  expect(json.out).toBe(byName.out);
  expect(JSON.parse((await ask("--sarif")).out).version).toBe("2.1.0");
  expect((await ask("--markdown")).out).toBe((await ask("--format", "markdown")).out);
  expect((await ask("--json", "--sarif")).code).not.toBe(0);
  for (const words of [
    ["design", "diff"],
    ["design", "check"],
    ["design", "helps"],
    ["design", "exposed"],
  ])
    expect((await said([...words, "--help", "--lang", "zh"])).out).not.toMatch(/default|choices/);
});
