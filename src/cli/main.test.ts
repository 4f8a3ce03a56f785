/** The door as a whole: help, usage, languages, exit codes, and questions that cannot be answered. */
import { expect, test } from "vitest";
import { said, transcript, type World } from "../../test/doors/said.ts";
import { smallFiles, smallPerson } from "../../test/doors/small-world.ts";
import { main } from "./main.ts";

const files = { ...smallFiles("world"), "person.yaml": smallPerson };
/** The only place in this file that knows how the door is called. */
async function check(line: string, world: World = {}): Promise<string> {
  const words = [...line.matchAll(/'([^']*)'|(\S+)/g)].map(([, quoted, plain]) => quoted ?? plain ?? "");
  const text = await transcript(words, { files, columns: 80, ...world });
  expect(text).not.toMatch(/\n\s+at .*:\d+/); // A stack trace.
  return text;
}

test("help, in both languages", async () => {
  expect(await check("--help")).toMatchInlineSnapshot(`
    "Usage: chainbreak [options] [command]

    Finds, breaks and proves account-takeover chains.

    Options:
      --lang <zh|en>                  language of what is said: zh or en; from the
                                      locale if not given
      --no-color                      without colour
      -V, --version                   show the version
      -h, --help                      show this help

    Commands:
      audit [options]                 what could be lost, how, how fast; and the
                                      least effort that stops it
      check [options] [path...]       check catalogue, person and story files;
                                      without PATH, all that is shipped
      detect [options] [backtest]     events in, a decision for each: allow, step
                                      up, hold or block, with its reasons
      design [options]                before a release: does a change open a path,
                                      for whom; are the rules kept
      explain [options] [word]        what a word means: a capability, condition,
                                      secret, flow, measure, institution or source
      graph [options]                 a person's rules; with --held, those possible
                                      that lead to a loss
      locked-out [options]            what you could still open if things were lost,
                                      what not, and what to do today so that you
                                      could
      import [options] <file...>      what bills, statements and lists of calls and
                                      texts say, and what could not be read
      investigate [options] <folder>  from records to what happened, what is still
                                      open in your name, and why
      verify [options] <folder>       whether an evidence pack is as it was made
      race [options]                  plays the night many times, both sides acting:
                                      how often money is lost, how much, how soon
      respond [options]               it is happening now: what to do next, and what
                                      to say
      incident [options] <new>        an incident file to begin with: \`incident new\`
      serve [options]                 the page, on this machine, until it is stopped
      starts [options]                the starts there are: what the other side may
                                      have when it begins
      simulate [options]              a labelled stream of ordinary life with chains
                                      planted in it
      sources [options] [word]        what the catalogue rests on, how old it is,
                                      and what nobody can look up
      test [options] [files...]       run stories: worlds with questions and the
                                      answers they must have

    Exit codes: 0 done, 1 complaints or failing stories, 2 wrong usage, 3 a fault of ours, 4 design found what was to be kept out.
    [0]"
  `);
  expect(await check("")).toBe(await check("--help"));
  expect(await check("--help --lang zh")).toMatchInlineSnapshot(`
    "用法： chainbreak [选项] [命令]

    找出盗号链条，算出怎样切断，并给出证明。

    选项：
      --lang <zh|en>               输出语言：zh 或 en；不写则按系统语言
      --no-color                   不用颜色
      -V, --version                显示版本号
      -h, --help                   显示帮助

    命令：
      audit [选项]                 对方最多能得手什么、多快；怎样最省工夫地切断
      check [选项] [path...]       检查流程库、个人资料和场景文件；不写 PATH
                                   则检查自带的全部
      detect [选项] [backtest]     读入事件，逐个判断：放行、补验、暂缓或拒绝，并说明理由
      design [选项]                上线之前：这次改动会不会打开一条路，影响谁；规则是否守住
      explain [选项] [word]        一个词是什么意思：能力、状态、秘密、流程、办法、机构或来源
      graph [选项]                 个人资料的全部规则；加上 --held
                                   则只给出办得到、且通向损失的部分
      locked-out [选项]            万一丢了东西：还能打开什么、打不开什么，今天先做什么就能打开
      import [选项] <file...>      读账单、流水、通话和短信清单：读出了什么，哪些没有读出来
      investigate [选项] <folder>  从记录看发生了什么、名下还有什么没关上、依据是什么
      verify [选项] <folder>       核对证据包是否和做好时一样
      race [选项]                  把这一夜推演许多遍：丢钱的概率、金额、快慢
      respond [选项]               正在发生：现在先做什么、怎么说
      incident [选项] <new>        打印一份事件文件样板：\`incident new\`
      serve [选项]                 在本机打开网页，直到停止
      starts [选项]                有哪些开局：对方一开始可能有什么
      simulate [选项]              生成带标签的事件流：日常生活，其中混入盗号链条
      sources [选项] [word]        流程库的依据出自哪里、有多旧、哪些外人查不到
      test [选项] [files...]       运行场景：带着问题和应有答案的小世界

    退出码：0 完成；1 有问题要改，或场景不符；2 用法不对；3 程序自身出错；4 design 发现了要拦下的问题。
    [0]"
  `);
  expect(await check("graph --help", { env: { LC_ALL: "zh_CN.UTF-8" } })).toMatchInlineSnapshot(`
    "用法： chainbreak graph [选项]

    个人资料的全部规则；加上 --held 则只给出办得到、且通向损失的部分

    选项：
      --lang <zh|en>         输出语言：zh 或 en；不写则按系统语言
      --no-color             不用颜色
      --person <file>        个人资料文件，或流程库里个人资料的 id
      --catalog <folder>     用这个文件夹里的流程库，而不是自带的
      --with <path...>       把你自己的文件或文件夹叠加在流程库上；可写多次
      --held <capabilities>  落到对方手里的：possess(sim.main),…；可以写多次
      --start <starts>       同上，用名字写：open-phone,…；\`chainbreak starts\`
                             列出全部；可以写多次
      --format <format>      写成什么格式（可选 "rules", "json", "dot",
                             "mermaid"，默认 "rules"）
      -h, --help             显示帮助
    [0]"
  `);
});

test("the first locale that is set decides the language", async () => {
  const isChinese = async (env: Record<string, string>) =>
    (await said(["--help"], { env })).out.includes("用法");
  expect([
    await isChinese({ LANG: "zh_CN" }),
    await isChinese({ LC_ALL: "C", LANG: "zh_CN" }),
    await isChinese({ LC_ALL: "", LC_MESSAGES: "zh_TW.UTF-8" }),
    await isChinese({ LANG: "de_DE" }),
    await isChinese({ LANG: "" }),
  ]).toEqual([true, false, true, false, false]);
});

test("wrong usage is a sentence and a way out, and exits with 2", async () => {
  const lines = [
    "chek",
    "check --jsn",
    "check --lang",
    "--lang de check",
    "audit",
    "audit --persn x",
    "audit --person x --measures all",
    "audit --person x --ways many",
    "audit --person x --ways 51",
    "explain a b",
    "serve --port 99999",
    "graph --person x --format png",
  ];
  const told: string[] = [];
  for (const line of lines) told.push(`$ ${line}\n${await check(line)}`);
  expect(told.join("\n")).toMatchInlineSnapshot(`
    "$ chek
    unknown command \`chek\`
      help: did you mean \`check\`?
    [2]
    $ check --jsn
    unknown option \`--jsn\`
      help: did you mean \`--json\`?
    [2]
    $ check --lang
    \`--lang <zh|en>\` needs a value
      help: see \`chainbreak check --help\`
    [2]
    $ --lang de check
    \`de\` is not supported as a language: zh or en
      help: see \`chainbreak --help\`
    [2]
    $ audit
    the option \`--person <file>\` is missing
      help: see \`chainbreak audit --help\`
    [2]
    $ audit --persn x
    unknown option \`--persn\`
      help: did you mean \`--person\`?
    [2]
    $ audit --person x --measures all
    \`all\` is not a value for \`--measures\`
      help: one of person, institution, both
    [2]
    $ audit --person x --ways many
    \`many\` is not a value for \`--ways\`
      help: one of 0–50
    [2]
    $ audit --person x --ways 51
    \`51\` is not a value for \`--ways\`
      help: one of 0–50
    [2]
    $ explain a b
    too many arguments: \`a, b\`
      help: see \`chainbreak explain --help\`
    [2]
    $ serve --port 99999
    \`99999\` is not a value for \`--port\`
      help: one of 0–65535
    [2]
    $ graph --person x --format png
    \`png\` is not a value for \`--format\`
      help: one of rules, json, dot, mermaid
    [2]"
  `);
});

test("wrong usage in Chinese", async () => {
  expect(await check("audit --persn x --lang zh")).toMatchInlineSnapshot(`
    "没有 \`--persn\` 这个选项
      怎么改：是不是 \`--person\`？
    [2]"
  `);
});

test("every wrong word of a question is named in one run", async () => {
  const question =
    "audit --catalog world --person person.yaml --held 'posess(sim.main),possess(sim.man)' --held 'know(account.pay.pasword)' --set 'suspendd(line.main)' --apply 'set-sim-pim,no-code-alone'";
  expect(await check(question)).toMatchInlineSnapshot(`
    "--apply: no measure \`set-sim-pim\` in this world
      help: one of \`no-code-alone\`, \`set-sim-pin(sim.main)\`
    --held: an account has no secret \`pasword\` in \`know(account.pay.pasword)\`
      help: did you mean \`password\`?
    --held: no sim \`man\` in \`possess(sim.man)\`
      help: did you mean \`main\`?
    --held: unknown capability \`posess\`
      help: did you mean \`possess\`?
    --set: unknown condition \`suspendd\`
      help: did you mean \`suspended\`?
    person.yaml:7:18: warning: \`nobody-knows\` is not in the catalogue; nothing about \`card.union\` has been read
      help: one of \`bank\`
    [1]"
  `);
});

test("values that no option can have are wrong usage, and the rest is named all the same", async () => {
  expect(
    await check("audit --catalog world --person persn.yaml --within soon --at noon --as-of never"),
  ).toMatchInlineSnapshot(`
    "--as-of: \`never\` is not a date
      help: write \`2020-09-04\`
    --at: \`noon\` is not a moment
      help: write \`19:30\` or \`fri 19:30\`
    --held: nothing is held at the start, so nothing can follow from it
      help: say what is in the wrong hands, for example \`possess(sim.main)\`
    --within: \`soon\` is not a duration
      help: write \`90m\`, \`13h\` or \`3d\`
    persn.yaml: there is no such file or folder
      help: check the path
    [2]"
  `);
});

test("nothing held is no question", async () => {
  expect(await check("audit --catalog world --person person.yaml")).toMatchInlineSnapshot(`
    "--held: nothing is held at the start, so nothing can follow from it
      help: say what is in the wrong hands, for example \`possess(sim.main)\`
    person.yaml:7:18: warning: \`nobody-knows\` is not in the catalogue; nothing about \`card.union\` has been read
      help: one of \`bank\`
    [1]"
  `);
});

test("a person that is not there, or is something else", async () => {
  const told: string[] = [];
  for (const person of ["nobody", "world", "world/cn/tel.yaml", "gone.yaml"])
    told.push(await check(`audit --catalog world --person ${person} --held 'possess(sim.main)'`));
  // The people that are shipped grow in number.
  expect(told.join("\n").replaceAll(/help: .*chengdu-2020`.*/g, "help: …")).toMatchInlineSnapshot(`
    "--person: no person \`nobody\`
      help: …
    [1]
    --person: no person \`world\`
      help: …
    [1]
    world/cn/tel.yaml: this is a file of an institution, not of a person
      help: give the path of a person file, which begins with \`person\`
    [1]
    gone.yaml: there is no such file or folder
      help: check the path
    [1]"
  `);
});

test("a broken catalogue gives no answer", async () => {
  const broken = { ...files, "world/cn/bad.yaml": "institution: bad\nflows: { a: { asks: fly(line) } }\n" };
  expect(
    await check("audit --catalog world --person person.yaml --held 'possess(sim.main)'", { files: broken }),
  ).toMatchInlineSnapshot(`
    "world/cn/bad.yaml:2:21: unknown capability \`fly\`
      help: every word stands in catalog/capabilities.yaml; add it there first
    [1]"
  `);
});

test("for programs an audit is the answer and nothing else, and complaints go elsewhere", async () => {
  const { code, out, err } = await said(
    ["audit", "--catalog", "world", "--person", "person.yaml", "--held", "possess(sim.main)", "--json"],
    { files },
  );
  const answer = JSON.parse(out);
  expect({
    code,
    label: answer.label,
    person: answer.person,
    held: answer.held,
    amount: answer.reachableAmount,
    alone: answer.alone,
  }).toMatchInlineSnapshot(`
    {
      "alone": [
        "no-code-alone",
        "set-sim-pin(sim.main)",
      ],
      "amount": 6329.5,
      "code": 0,
      "held": [
        "possess(sim.main)",
        "know(person.name)",
        "know(person.birth-date)",
        "know(person.address)",
      ],
      "label": "as-read",
      "person": "small",
    }
  `);
  expect(err).toMatchInlineSnapshot(`
    "person.yaml:7:18: warning: \`nobody-knows\` is not in the catalogue; nothing about \`card.union\` has been read
      help: one of \`bank\`
    "
  `);
});

test("measures in force, conditions set, a horizon and a day change the answer", async () => {
  const base = "audit --catalog world --person person.yaml --held 'possess(sim.main)' --json";
  const amount = async (more: string) =>
    JSON.parse((await check(`${base} ${more}`)).replace(/^[^{]*/s, "").replace(/\n\[0\]$/, ""))
      .reachableAmount;
  expect({
    plain: await amount(""),
    pin: await amount("--apply set-sim-pin"),
    sixMinutes: await amount("--within 6m"),
    aDay: await amount("--within 25h"),
    suspended: await amount("--set 'suspended(line.main)'"),
    both: await amount("--apply no-code-alone,set-sim-pin"),
  }).toMatchInlineSnapshot(`
    {
      "aDay": 6329.5,
      "both": 0,
      "pin": 0,
      "plain": 6329.5,
      "sixMinutes": 0,
      "suspended": 6329.5,
    }
  `);
});

test("a day given on the command line is the day the answer names", async () => {
  const { out } = await said(
    [
      "audit",
      "--catalog",
      "world",
      "--person",
      "person.yaml",
      "--held",
      "possess(sim.main)",
      "--as-of",
      "2021-01-02",
      "--json",
    ],
    { files },
  );
  expect(JSON.parse(out).asOf).toBe("2021-01-02");
});

test("who names no day is asked of today: what begins later is not in force yet, what ends later is still", async () => {
  const office =
    "institution: bank\nkind: bank\nprovides: card\nflows:\n  old: { gives: [charge(card)], valid: { until: 2029-12-31 } }\n  new: { gives: [know(card.pin)], valid: { from: 2030-01-01 } }\n";
  const person = (day: string) => `person: { id: p${day} }\ncards: { c: { bank: bank } }\n`;
  const rules = async (today: string, more: readonly string[] = [], day = "") => {
    const words = ["graph", "--catalog", "world", "--person", "p.yaml", ...more];
    const { out } = await said(words, { files: { "world/bank.yaml": office, "p.yaml": person(day) }, today });
    return ["bank/old", "bank/new"].filter((flow) => out.includes(flow));
  };
  expect([
    await rules("2029-12-31"),
    await rules("2030-01-01"),
    await rules("2029-12-31", [], ", as-of: 2031"),
    await rules("2031-01-01", [], ", as-of: 2026"),
  ]).toEqual([["bank/old"], ["bank/new"], ["bank/new"], ["bank/old"]]);
});

test("colour at a terminal only, and never where it is not wanted", async () => {
  const line = ["explain", "enter", "--catalog", "world"];
  const isColoured = async (world: World, more: string[] = []) =>
    (await said([...line, ...more], { files, ...world })).out.includes("\u001b[");
  expect([
    await isColoured({}),
    await isColoured({ isTerminal: true }),
    await isColoured({ isTerminal: true }, ["--no-color"]),
    await isColoured({ isTerminal: true, env: { NO_COLOR: "1" } }),
    await isColoured({ isTerminal: true, env: { TERM: "dumb" } }),
    await isColoured({ env: { FORCE_COLOR: "1" } }),
  ]).toEqual([false, true, false, false, false, true]);
});

test("an unknown word to explain is met with a guess", async () => {
  expect(await check("explain recieve-sms")).toMatchInlineSnapshot(`
    "\`recieve-sms\` is not a word of this catalogue
      help: did you mean \`receive-sms\`?
    [1]"
  `);
});

test("a graph with what is held keeps what leads to a loss", async () => {
  expect(
    await check("graph --catalog world --person person.yaml --held 'possess(sim.main)'"),
  ).toMatchInlineSnapshot(`
    "person.yaml:7:18: warning: \`nobody-knows\` is not in the catalogue; nothing about \`card.union\` has been read
      help: one of \`bank\`
    paywell/bind: enter(account.pay) + receive-sms(line.main) => pay-with(account.pay, card.salary) | 3m
    paywell/bind: enter(account.pay) + receive-sms(line.main) => pay-with(account.pay, card.spare) | 3m; assumed card.spare: reserved-line
    paywell/bind: enter(account.pay) + receive-sms(line.main) => pay-with(account.pay, card.union) | 3m
    paywell/pay: enter(account.pay) + pay-with(account.pay, card.salary) => charge(card.salary) | 1m
    paywell/pay: enter(account.pay) + pay-with(account.pay, card.spare) => charge(card.spare) | 1m
    paywell/pay: enter(account.pay) + pay-with(account.pay, card.union) => charge(card.union) | 1m
    paywell/send: enter(account.pay) => drain(account.pay) | 1441m
    paywell/sign-in: know(line.main.number) + receive-sms(line.main) => enter(account.pay) | 1m; unless frozen(account.pay); without no-code-alone
    tel/lift: know(line.main.number) => clear suspended(line.main) | 5m
    things/move-sim: possess(sim.main) => know(line.main.number) + receive-sms(line.main) | 2m; unless suspended(line.main); without set-sim-pin(sim.main)
    [0]"
  `);
  expect(await check("graph --catalog world --person person.yaml --held 'possess(card.salary)'")).toMatch(
    /\n\n\[0\]$/,
  );
  const { rules, losses } = JSON.parse(
    (await said(["graph", "--catalog", "world", "--person", "person.yaml", "--format", "json"], { files }))
      .out,
  );
  expect({
    rules: rules.length,
    withMeasures: rules.filter((rule: { with: string[] }) => rule.with.length > 0).length,
    losses: losses.length,
  }).toMatchInlineSnapshot(`
    {
      "losses": 4,
      "rules": 15,
      "withMeasures": 1,
    }
  `);
});

const story = `story: pin
title: { en: The PIN, zh: 密码 }
world: { person: ../person.yaml, held: [possess(sim.main)] }
ask:
  - { name: { en: with the PIN, zh: 有密码 }, measures: [set-sim-pin], losses: none }
  - { name: without, losses: none, because: { en: hope is no measure, zh: 光靠希望不行 } }
`;

test("a story that fails says what was expected, what came, and why", async () => {
  const told = { ...files, "stories/pin.yaml": story };
  expect(await check("test stories --catalog world", { files: told })).toMatchInlineSnapshot(`
    "✗ pin  The PIN  stories/pin.yaml
      without
        - no loss should be reachable; reachable: charge(card.salary): things/move-sim (2m) → paywell/sign-in (3m) → paywell/bind (6m) → paywell/pay (7m); charge(card.spare): things/move-sim (2m) → paywell/sign-in (3m) → paywell/bind (6m) → paywell/pay (7m); charge(card.union): things/move-sim (2m) → paywell/sign-in (3m) → paywell/bind (6m) → paywell/pay (7m); drain(account.pay): things/move-sim (2m) → paywell/sign-in (3m) → paywell/send (1d4m)
        because: hope is no measure
    1 story, 2 questions, 16 cross-checks; 1 failed
    [1]"
  `);
  expect(await check("test stories/pin.yaml --catalog world --lang zh", { files: told })).toMatch(
    /1 个场景，2 个问题，\d+ 次交叉核对；1 个不符\n\[1\]$/,
  );
  const good = { ...files, "stories/pin.yaml": story.replace(/ {2}- \{ name: without.*\n/, "") };
  expect(await check("test stories --catalog world", { files: good })).toMatch(
    /^1 story, 1 question, \d+ cross-checks\n\[0\]$/,
  );
});

test("no story at all is a failure", async () => {
  expect(await check("test world --catalog world")).toMatchInlineSnapshot(`
    "world: no story was found here
      help: give story files, or a folder that holds some
    0 stories, 0 questions, 0 cross-checks
    [1]"
  `);
});

test("a fault of ours is one sentence and how to report it; the stack only for those who ask", async () => {
  const fail = async (env: Readonly<Record<string, string>>) => {
    let err = "";
    const code = await main(["explain", "possess", "--lang", "en"], {
      out: () => {
        throw new Error("the floor gave way\nin the second line");
      },
      err: (text) => {
        err += text;
      },
      columns: 80,
      isOutTerminal: false,
      isErrTerminal: false,
      env,
      cwd: process.cwd(),
      today: "2026-11-28",
    });
    return { code, err };
  };
  expect(await fail({})).toMatchInlineSnapshot(`
    {
      "code": 3,
      "err": "chainbreak failed, and the fault is ours: the floor gave way
      help: run it again with CHAINBREAK_DEBUG=1 and report what it prints, with the files that brought it about if you may share them (SECURITY.md says where)
    ",
    }
  `);
  const { code, err } = await fail({ CHAINBREAK_DEBUG: "1" });
  expect(code).toBe(3);
  expect(err).toMatch(/\n\s+at /);
});
