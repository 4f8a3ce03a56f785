/** One's own files over a catalogue: what stands in the place of what, what is added, and what follows from a fault. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { readShipped } from "../../test/kit/shipped.ts";
import { institutionNamed } from "./institution-named.ts";
import { layOver } from "./lay-over.ts";
import { readCatalog } from "./read-catalog.ts";

const founded = "basis: { status: tested, seen: 2020-09, source: page }";
const below = readCatalog(
  Object.entries({
    "words.yaml": `
capabilities:
  know: { of: [person|card|account], owner: true, en: "knows {}", zh: "知道{}" }
  enter: { of: [account], en: "enters {}", zh: "进{}" }
secrets:
  person: { id-number: { en: ID number, zh: 身份证号 } }
  account: { password: { en: password, zh: 密码 } }
conditions:
  frozen: { of: [account], stops: [enter], en: frozen, zh: 冻结 }
`,
    "aspects.yaml": `
aspects:
  sign-in: { name: { en: signing in, zh: 登录 }, question: { en: "how", zh: "怎么" }, of: [wallet] }
`,
    "sources.yaml": "sources: { page: { title: a page, url: https://example.org/page } }\n",
    "measures.yaml":
      "measures: { ask-more: { by: institution, effort: low, asks-more: [know(account.password)] } }\n",
    "jd.yaml": `institution: jd\nkind: wallet\nprovides: account\n${founded}\nsettings: { lock: { of: account, values: [off, on], en: lock, zh: 锁 } }\nflows:\n  sign-in: { asks: know(account.password), gives: [enter(account)], measures: [ask-more] }\n`,
    "pay.yaml": `institution: pay\nkind: wallet\nprovides: account\n${founded}\nflows:\n  sign-in: { asks: know(account.password), gives: [enter(account)] }\n`,
  }).map(([file, text]) => ({ file, text })),
);

/** The only place in this file that knows how files are laid: what is there then, and what was said. */
function check(...layers: readonly string[]) {
  const { catalog, complaints } = layOver(
    layers.map((text, i) => ({ file: `${"abcd"[i]}.yaml`, text })),
    below.catalog,
  );
  return {
    flows: [...catalog.institutions.values()].flatMap(({ id, flows }) =>
      flows.map((flow) => `${id}/${flow.id}`),
    ),
    said: complaints.map(
      ({ where, severity, code, sentence }) =>
        `${where} ${severity === "warning" ? "(warning) " : ""}${code}: ${sentence}`,
    ),
  };
}

const shipped = ["jd/sign-in", "pay/sign-in"];
const extension = (flows: string, more = "") => `extends: jd\n${founded}\n${more}flows:\n${flows}`;
const flow = (name: string, asks = "know(account.password)") =>
  `  ${name}: { asks: ${asks}, gives: [enter(account)] }\n`;
const institution = (id: string, flows: string) =>
  `institution: ${id}\nkind: wallet\nprovides: account\n${founded}\nflows:\n${flows}`;

test("the catalogue below is without a fault, and nothing laid over it changes nothing", () => {
  expect(below.complaints).toEqual([]);
  expect(check()).toEqual({ flows: shipped, said: [] });
});

test("an extension adds flows, settings, measures and readings, and takes nothing away", () => {
  const { catalog, complaints } = layOver(
    [
      {
        file: "a.yaml",
        text: `extends: jd\nalso: [shop]\n${founded}\nreads: { sign-in: whole }\ncontacts: [{ tel: 123 }]\nsettings: { mine: { of: account, values: [no, yes], en: mine, zh: 我的 } }\nflows:\n  again: { when: { account.lock: off, account.mine: yes }, asks: know(account.password), gives: [enter(account)], measures: [ask-more, hold] }\nmeasures:\n  hold: { by: institution, effort: low, replaces: { sign-in: { delay: { min: 1h } } }, delays: 1h }\n`,
      },
    ],
    below.catalog,
  );
  expect(complaints.map(String)).toEqual([]);
  const jd = catalog.institutions.get("jd");
  expect({
    flows: jd?.flows.map(({ id }) => id),
    settings: [...(jd?.settings.keys() ?? [])],
    measures: jd?.measures.map(({ id }) => id),
    reads: [...(jd?.reads ?? [])].map(([aspect, { kind }]) => `${aspect}: ${kind}`),
    also: jd?.also,
    contacts: jd?.contacts,
    kind: jd?.kind,
  }).toEqual({
    flows: ["sign-in", "again"],
    settings: ["lock", "mine"],
    measures: ["hold"],
    reads: ["sign-in: whole"],
    also: ["shop"],
    contacts: [{ tel: "123" }],
    kind: "wallet",
  });
  // What lies below is a value that others hold as well.
  expect(below.catalog.institutions.get("jd")?.flows.length).toBe(1);
});

test("an institution stands in the place of the one of its id, beside one that is new", () => {
  expect(check(institution("jd", flow("other-way")), institution("mine", flow("in")))).toEqual({
    flows: ["jd/other-way", "mine/in", "pay/sign-in"],
    said: [],
  });
});

test("what extends an institution of the same files extends that one", () => {
  expect(check(institution("jd", flow("other-way")), extension(flow("again"))).flows).toEqual([
    "jd/other-way",
    "jd/again",
    "pay/sign-in",
  ]);
});

test("a name that stands already is refused, and the institution stays what it is", () => {
  expect(
    check(
      extension(
        `${flow("again")}${flow("sign-in")}`,
        "settings: { lock: { of: account, values: [a], en: a, zh: a } }\n",
      ),
    ),
  ).toEqual({
    flows: shipped,
    said: [
      "a.yaml (warning) catalog/left-out: left out, and therefore `jd` is what it is without this file",
      "a.yaml:3:13 catalog/duplicate-id: `lock` stands in `jd` already",
      "a.yaml:6:3 catalog/duplicate-id: `sign-in` stands in `jd` already",
    ],
  });
});

test("whoever names one whose file has a fault means it, by id or name, and no namesake", () => {
  const own = `${institution("p-ay", flow("in", "knows(account.password)"))}name: { en: Pay Pal, zh: 付宝 }\n`;
  const { catalog } = layOver([{ file: "own.yaml", text: own }], below.catalog);
  for (const name of ["p-ay", "P-Ay", "pay pal", "付宝"])
    expect(institutionNamed(catalog, name), name).toEqual({ all: [] });
  // `pay` is written as the one that is there, and so is whoever was to be changed by a file that is wrong.
  expect(institutionNamed(catalog, "jd").institution?.id).toBe("jd");
  const over = layOver(
    [{ file: "jd.yaml", text: institution("jd", flow("in", "knows(person)")) }],
    below.catalog,
  );
  expect(institutionNamed(over.catalog, "jd").institution?.id).toBe("jd");
  expect([...(over.catalog.leftOut ?? [])]).toEqual([]);
});

test("one faulty file is one file's complaints and what follows, not a cascade", () => {
  // Its flow is named by another file, and its measure by a second: neither is complained of.
  expect(
    check(
      institution("mine", flow("in", "knows(account.password)")),
      institution("other", flow("go")).concat(
        "measures: { stop: { by: person, effort: low, removes: [mine/in, jd/again] } }\n",
      ),
      extension(flow("again", "know(account.passwords)")),
    ),
  ).toEqual({
    flows: ["jd/sign-in", "other/go", "pay/sign-in"],
    said: [
      "a.yaml (warning) catalog/left-out: left out, and therefore what hangs on `mine` is not judged",
      "a.yaml:6:15 catalog/unknown-capability: unknown capability `knows`",
      "c.yaml (warning) catalog/left-out: left out, and therefore `jd` is what it is without this file",
      "c.yaml:4:18 catalog/unknown-secret: an account has no secret `passwords` (in `know(account.passwords)`)",
    ],
  });
});

test("where what would have taken a place is wrong, what was there stands", () => {
  expect(check(institution("jd", flow("in", "knows(account.password)"))).flows).toEqual(shipped);
  // Wrong only beside other files: a measure nobody has.
  expect(check(institution("jd", "  in: { gives: [enter(account)], measures: [nobody-has] }\n"))).toEqual({
    flows: shipped,
    said: [
      "a.yaml (warning) catalog/left-out: left out, and therefore `jd` is what it is without this file",
      "a.yaml:6:45 catalog/unknown-measure: no measure `nobody-has`",
    ],
  });
  expect(check(extension("  in: { gives: [enter(account)], aspect: nothing }\n"))).toEqual({
    flows: shipped,
    said: [
      "a.yaml (warning) catalog/left-out: left out, and therefore `jd` is what it is without this file",
      "a.yaml:4:42 catalog/unknown-aspect: unknown aspect `nothing`",
    ],
  });
});

test("what is no YAML is told by its first lines", () => {
  expect(check("extends: jd\nflows: [", "institution: jd\nflows: {", "whatever: [").said).toEqual([
    "a.yaml (warning) catalog/left-out: left out, and therefore `jd` is what it is without this file",
    expect.stringMatching(/^a\.yaml:\d+:\d+ yaml\/syntax/),
    "b.yaml (warning) catalog/left-out: left out, and therefore `jd` is what it is without this file",
    expect.stringMatching(/^b\.yaml:\d+:\d+ yaml\/syntax/),
    "c.yaml (warning) catalog/left-out: left out, and therefore nothing it says counts",
    expect.stringMatching(/^c\.yaml:\d+:\d+ yaml\/syntax/),
  ]);
});

test("whose id is no text has none", () => {
  const [left] = check("institution: { id: mine }\nflows: {}\n").said;
  expect(left).toBe("a.yaml (warning) catalog/left-out: left out, and therefore nothing it says counts");
});

test("where a file of words is wrong no institution of these files is read", () => {
  const words = "capabilities:\n  fly: { of: [card], en: flies }\n";
  expect(check(words, institution("mine", flow("in", "fly(card)")), extension(flow("again")))).toEqual({
    flows: shipped,
    said: [
      "a.yaml (warning) catalog/left-out: left out, and therefore no institution of these files is read, for it may speak of these words",
      "a.yaml:2:8 shape/missing-key: `zh` is missing",
    ],
  });
});

test("an institution nobody has cannot be extended", () => {
  expect(check(extension(flow("again")).replace("jd", "jb")).said).toEqual([
    "a.yaml (warning) catalog/left-out: left out, and therefore `jb` is what it is without this file",
    "a.yaml:1:10 catalog/unknown-institution: no institution `jb` to extend",
  ]);
});

test("whoever writes the name they know, or how an id begins, is told the id", () => {
  const files = ["intesa", "工商银行", "ICBC", "no-such-place"].map((named, i) => ({
    file: `${i}.yaml`,
    text: extension(flow("again")).replace("jd", named),
  }));
  const { complaints } = layOver(files, readShipped().catalog);
  expect(
    complaints.flatMap(({ code, help }) => (code === "catalog/unknown-institution" ? [help] : [])),
  ).toEqual([
    "did you mean `intesa-sanpaolo`?",
    "did you mean `icbc`?",
    "one of `icbc`, `icbc-ar`, `icbc-asia`",
    "write the institution's own file, or lay this one over the catalogue that has it by `--with`",
  ]);
});

test("laid over in whatever order they are handed in, files make the same catalogue, and what lies below stays", () => {
  const layers = [
    { file: "a.yaml", text: extension(flow("again")) },
    { file: "b.yaml", text: extension(flow("once-more")) },
    { file: "c.yaml", text: institution("mine", flow("in")) },
    { file: "d.yaml", text: institution("bad", flow("in", "knows(x)")) },
  ];
  const told = (texts: typeof layers) => {
    const { catalog, complaints } = layOver(texts, below.catalog);
    return [[...catalog.institutions], complaints.map(String)];
  };
  fc.assert(
    fc.property(
      fc.shuffledSubarray(layers, { minLength: layers.length, maxLength: layers.length }),
      (texts) => {
        expect(told(texts)).toEqual(told(layers));
      },
    ),
  );
});
