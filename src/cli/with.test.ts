/** `--with`: one's own files beside the shipped catalogue, at the door. */
import { expect, test } from "vitest";
import { said, transcript } from "../../test/doors/said.ts";
import { smallFiles, smallPerson } from "../../test/doors/small-world.ts";

const basis = "basis: { status: tested, seen: 2020-09-04, source: case }";
const extension = `extends: paywell
${basis}
flows:
  recover:
    title: { en: Get back in by the ID number, zh: 凭身份证号找回 }
    asks: know(person.id-number)
    gives: [enter(account)]
    takes: 1m
`;
/** Without the card of a bank nobody knows, which every command warns of. */
const somebody = smallPerson.replace(/^ {2}union: .*\n/m, "");
const files = {
  ...smallFiles("world"),
  "person.yaml": somebody,
  "own/paywell.yaml": extension,
  "own/friend.yaml": somebody.replace("id: small", "id: friend"),
  "broken.yaml": extension.replace("know(", "knows("),
};
const audit = "audit --person person.yaml --catalog world --held know(person.id-number) --json";

/** What is reached of this person, what was said beside it, and how it ended. */
async function check(line: string) {
  const { code, out, err } = await said(line.split(" "), { files });
  const losses: readonly { goal: string; verdict: string }[] = out.startsWith("{")
    ? JSON.parse(out).losses
    : [];
  return {
    reached: losses.filter(({ verdict }) => verdict === "reached").map(({ goal }) => goal),
    err: err.trim().split("\n"),
    code,
  };
}

test("a way somebody knows of their own wallet is a way, in every command that asks of the catalogue", async () => {
  expect(await check(audit)).toEqual({ reached: [], err: [""], code: 0 });
  expect(await check(`${audit} --with own`)).toEqual({ reached: ["drain(account.pay)"], err: [""], code: 0 });
  const told = (line: string) => transcript(line.split(" "), { files });
  expect(await told("explain paywell/recover --catalog world --with own")).toMatch(
    /Get back in by the ID number[\s\S]*\[0\]$/,
  );
  expect(await told("graph --person friend --catalog world --with own")).toMatch(
    /paywell\/recover[\s\S]*\[0\]$/,
  );
  expect(
    await told(
      "race --person friend --catalog world --with own --held know(person.id-number) --runs 10 --lang en",
    ),
  ).toMatch(/10 nights[\s\S]*\[0\]$/);
  expect(await told("check --with own")).toMatch(/no institution `paywell` to extend/);
});

test("a faulty file is told with what follows, the answer is one without it, and the exit code says so", async () => {
  expect(await check(`${audit} --with broken.yaml`)).toEqual({
    reached: [],
    err: [
      "broken.yaml: warning: left out, and therefore `paywell` is what it is without this file",
      "  help: mend it: an answer given now is an answer without this file",
      "broken.yaml:6:11: unknown capability `knows`",
      "  help: did you mean `know`?",
    ],
    code: 1,
  });
});

test("a path with nothing behind it stops the command", async () => {
  expect(await check(`${audit} --with nowhere`)).toEqual({
    reached: [],
    err: ["nowhere: there is no such file or folder", "  help: check the path"],
    code: 1,
  });
});

test("two catalogues are a fault of usage, in both languages", async () => {
  const twice = (lang: string) => check(`explain --catalog world --catalog other --lang ${lang}`);
  expect(await twice("en")).toMatchObject({
    err: ["`--catalog` is given twice", "  help: name one catalogue, and lay the rest over it by `--with`"],
    code: 2,
  });
  expect(await twice("zh")).toMatchObject({
    err: ["`--catalog` 写了两次", "  怎么改：只写一个流程库，其余的用 `--with` 叠加上去"],
    code: 2,
  });
});

test("a check of files laid over names their faults and counts what it read", async () => {
  const told = async (line: string) =>
    await said(line.split(" "), {
      files: {
        "a.yaml": extension.replace("paywell", "jd").replace("case", "everyday-use"),
        "b.yaml": "extends: jd\nflows: { x: { gives: [enter(acount)] } }\n",
      },
    });
  expect(await told("check --with a.yaml")).toMatchObject({
    code: 0,
    out: "1 file: 1 flow; 0 errors, 0 warnings\n",
  });
  const { code, err } = await told("check --with a.yaml b.yaml");
  expect(code).toBe(1);
  expect(err).toContain("b.yaml");
  expect(err).not.toContain("a.yaml");
});

test("a list of second steps counts for the sites a person names by their domains", async () => {
  const listed = {
    "me.yaml": `person: { id: me, region: gb }
accounts: { shop: { service: www.shop.example, second-factor: sms, balance: 20 } }
losses: [{ goal: enter(account.shop), en: the shop, zh: 店铺 }]
`,
    "all.json": JSON.stringify({ Shop: { domain: "shop.example", tfa: ["totp"], categories: ["retail"] } }),
    "cut.json": '{"Shop":{"domain":"shop.example","tfa":["totp"',
  };
  const line = "audit --person me.yaml --held know(account.shop.password) --json";
  const ask = async (more: string) => {
    const { code, out, err } = await said(`${line} ${more}`.trim().split(" "), { files: listed });
    const losses: readonly { goal: string; verdict: string }[] = JSON.parse(out).losses;
    return { code, err, verdicts: losses.map(({ goal, verdict }) => `${goal} ${verdict}`) };
  };
  expect(await ask("--with all.json")).toEqual({
    code: 0,
    err: expect.stringContaining("knows no second step `sms` at `www.shop.example`"),
    verdicts: [
      "cash-out(account.new-any-lender) not-ruled-out",
      "drain(account.shop) not-ruled-out",
      "enter(account.shop) reached",
    ],
  });
  const { code, err: told } = await said("sources --with all.json --json".split(" "), { files: listed });
  expect({ code, told }).toEqual({ code: 0, told: expect.stringContaining("plays no part here") });
  const cut = await ask("--with cut.json");
  expect(cut.code).toBe(1);
  expect(cut.err).toContain("it is cut short or damaged");
  expect(cut.err).toContain("left out, and therefore nothing it says counts");
});
