/**
 * A site of a list of second steps (`second-factors.ts`) as an institution nobody has written: signing in is read (the
 * password, and of the second steps those it offers), where it says how one gets back in is a contact, each step it
 * offers is a measure of the person's. Everything else stays unread, and the archetype of its kind lends its worst ways.
 *
 * What to know to trust it: the list makes nothing safe (law C5). A second step the list does not know at a site counts
 * there as none; what it says is `claimed`; and such an institution counts in nobody else's figures. The file has no
 * date, so it is as of the day it is read.
 */
import type { Institution, Vocabulary } from "../model/index.ts";
import { readInstitution } from "./read-institution.ts";
import type { SecondStep, Site } from "./second-factors.ts";
import { readYaml } from "./yaml-text.ts";

export interface SiteQuestion {
  readonly site: Site;
  /** What the person calls it: the id the institution gets. */
  readonly id: string;
  readonly vocabulary: Vocabulary;
  /** The day the list is read. */
  readonly day: string;
  /** What of the person's it runs, where that says more than its category. */
  readonly runs?: "card" | "mailbox" | undefined;
}

/** The institution a site becomes. It goes through the reader of files, so it can say nothing a file could not. */
export function institutionOfSite({ site, id, vocabulary, day, runs }: SiteQuestion): Institution {
  const kind = runs === "card" ? "bank" : runs === "mailbox" ? "mail" : site.kind;
  const body = {
    institution: "site",
    name: both(site.name, site.name),
    also: [...new Set([site.domain])],
    kind,
    provides: kind === "bank" ? ["account", "card"] : "account",
    contacts: contactsOf(site),
    ...defaultsOf(site),
    basis: basisOf(site, day),
    ...signInOf(site),
  };
  const { institution, complaints } = readInstitution(
    readYaml(JSON.stringify(body), site.domain),
    vocabulary,
  );
  if (institution === undefined)
    throw new Error(`the site ${site.domain} makes no institution: ${complaints.map(String).join("; ")}`);
  return { ...institution, id, isListed: true };
}

const both = (en: string, zh: string) => ({ en, zh });

function basisOf({ domain, documentation }: Site, day: string) {
  const page = documentation === undefined ? "" : ` ${documentation}`;
  return {
    status: "claimed",
    seen: day,
    source: `https://github.com/2factorauth/twofactorauth/blob/master/entries/${domain[0]}/${domain}.json`,
    note: both(
      `The list of second steps at 2fa.directory; the file has no date.${page}`,
      `来自 2fa.directory 的第二步验证名单，文件没有写日期。${page}`,
    ),
  };
}

function contactsOf({ documentation, recovery }: Site) {
  return [
    ...(recovery === undefined
      ? []
      : [{ url: recovery, note: both("how to get back in", "第二步验证丢了怎么办") }]),
    ...(documentation === undefined
      ? []
      : [{ url: documentation, note: both("how to turn on the second step", "怎么开启第二步验证") }]),
  ];
}

/** Of a site that offers none nobody need ask which one is turned on, nor what it asks when that is lost. */
const defaultsOf = ({ offers }: Site) =>
  offers === undefined || offers.size > 0
    ? {}
    : { defaults: { account: { "second-factor": "none" } }, reads: { "lost-second-step": "none" } };

const steps = ["sms", "app", "key"] as const;

function signInOf({ offers, codes }: Site) {
  // Where the list says nothing there is nothing to read.
  if (offers === undefined) return {};
  const missing = steps.filter((step) => !offers.has(step));
  const signIn = (title: ReturnType<typeof both>, when: readonly string[], ...asks: readonly unknown[]) => ({
    title,
    channel: "web",
    when: { "account.second-factor": when },
    asks: ["know(account.password)", ...asks],
    gives: ["enter(account)"],
    takes: { min: "1m", likely: "2m", max: "10m" },
    aspect: "sign-in",
  });
  // The list has no passkeys; whoever says that one is used knows better, but where there is no second step at all.
  const alone = ["unknown", "none", ...missing, ...(offers.size === 0 ? ["passkey"] : [])];
  return {
    flows: {
      "sign-in-with-password": signIn(both("Sign in with the password alone", "只用密码登录"), alone),
      ...(offers.has("sms")
        ? {
            "sign-in-with-code": signIn(
              both(
                "Sign in with the password and a code to the phone number",
                "用密码加发到手机号的验证码登录",
              ),
              ["sms"],
              { any: codes.map((code) => `${code}(line)`) },
            ),
          }
        : {}),
      ...(offers.has("app")
        ? {
            "sign-in-with-app": signIn(
              both("Sign in with the password and a code from an app", "用密码加应用里的动态口令登录"),
              ["app"],
              "make-code(account)",
            ),
          }
        : {}),
      ...(offers.has("key")
        ? {
            "sign-in-with-key": signIn(
              both("Sign in with the password and a security key", "用密码加安全密钥登录"),
              ["key"],
              "use-passkey(account)",
            ),
          }
        : {}),
      ...(offers.size === 0
        ? {}
        : {
            "sign-in-with-passkey": {
              ...signIn(both("Sign in with a passkey", "用通行密钥登录"), ["passkey"]),
              asks: "use-passkey(account)",
            },
          }),
    },
    measures: Object.fromEntries(
      steps.filter((step) => offers.has(step)).map((step) => [`second-step-by-${step}`, turnedOn[step]]),
    ),
  };
}

const turnOn = (step: SecondStep, effort: string, title: ReturnType<typeof both>) => ({
  title,
  by: "person",
  effort,
  changes: { "account.second-factor": step },
});
const turnedOn = {
  sms: turnOn(
    "sms",
    "low",
    both("Turn on the second step by codes to the phone", "开启第二步验证（手机验证码）"),
  ),
  app: turnOn(
    "app",
    "low",
    both("Turn on the second step with an authenticator app", "开启第二步验证（使用验证器应用）"),
  ),
  // One has to be bought.
  key: turnOn(
    "key",
    "medium",
    both("Turn on the second step with a security key", "开启第二步验证（使用安全密钥）"),
  ),
};
