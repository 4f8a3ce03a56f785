/** What a request is told that is not served, one for each reason; `docs/reference/service.md` says what to do. */
import { eventsMax } from "./contract.ts";
import type { ToldComplaint } from "./judging.ts";
import { rulesBytesMax } from "./rules-contract.ts";

const request = "request";
export const says = {
  noKey: {
    code: "watch/no-key",
    where: "request:authorization",
    message: "no key of this service",
    help: "send `Authorization: Bearer KEY`; `chainbreak detect key` makes one",
  },
  expired: {
    code: "watch/expired-key",
    where: "request:authorization",
    message: "the key has expired",
    help: "ask whoever runs the service for another",
  },
  mayNot: {
    code: "watch/may-not",
    where: "request:authorization",
    message: "this key may not do that",
    help: "its `may` in detect.yaml says what it may",
  },
  full: {
    code: "watch/full",
    where: request,
    message: "too many events wait: none of these was taken",
    help: "send them again when `Retry-After` says so",
  },
  stopping: {
    code: "watch/stopping",
    where: request,
    message: "the service is stopping: none of these was taken",
    help: "send them again when it is back",
  },
  disk: {
    code: "watch/cannot-keep",
    where: "service",
    message: "the disk refuses at the moment",
    help: "ask again; whoever runs the service sees why in its log",
  },
  notErased: {
    code: "watch/not-erased",
    where: "service",
    message: "the key could not be destroyed completely",
    help: "ask again: it is not erased before this is answered with 200",
  },
  nobody: {
    code: "watch/nobody",
    where: "request:person",
    message: "nobody of that name here",
    help: "an institution sees people by the names it sent",
  },
  noCase: {
    code: "watch/no-case",
    where: "request:id",
    message: "no such case",
    help: "GET /v1/cases lists them",
  },
  manyNotes: {
    code: "watch/many-notes",
    where: "request:note",
    message: "the case is full of notes",
    help: "open another",
  },
  tooMany: {
    code: "watch/too-large",
    where: "request:body",
    message: `more than ${eventsMax} events`,
    help: "send them in several requests",
  },
  notJson: {
    code: "watch/not-json",
    where: "request:content-type",
    message: "the request does not say that it is JSON",
    help: "send `application/json`, `application/cloudevents+json`, `application/cloudevents-batch+json` or `application/x-ndjson`",
  },
  notYaml: {
    code: "watch/not-yaml",
    where: "request:content-type",
    message: "the request does not say that it is YAML",
    help: "send the file of rules as it is, with `Content-Type: application/yaml`",
  },
  largeRules: {
    code: "watch/too-large",
    where: "request:body",
    message: `more than ${rulesBytesMax / 1024} kB of rules`,
    help: "leave out what no rule asks; lists may stand in a file of their own at `--rules`",
  },
  comparing: {
    code: "watch/comparing",
    where: request,
    message: "a comparison of rules is under way, and one is done at a time",
    help: "ask again when `Retry-After` says so, or stop yours",
  },
  otherRules: {
    code: "watch/other-rules",
    where: "request:over",
    message: "another version of the rules is in force by now",
    help: "see what GET /v1/rules says, and put yours over that",
  },
  sameVersion: {
    code: "watch/same-version",
    where: "rules.yaml",
    message: "these rules say something else than those in force, under the same version",
    help: "count `version` up, so that the two can be told apart",
  },
  noVersion: {
    code: "watch/no-version",
    where: "request:number",
    message: "no version of that number, or nobody can read any more what it said",
    help: "GET /v1/rules/versions lists them",
  },
  noRule: (names: readonly string[]): ToldComplaint => ({
    code: "watch/no-rule",
    where: "request:rule",
    message: "no rule of that name is in force",
    help:
      names.length === 0
        ? "no rules are in force"
        : `there are ${names.map((name) => `\`${name}\``).join(", ")}`,
  }),
  noBacktest: {
    code: "watch/no-backtest",
    where: "request:id",
    message: "no such comparison of rules",
    help: "GET /v1/backtests lists them; a start of the service forgets them",
  },
  noList: (names: readonly string[]): ToldComplaint => ({
    code: "watch/no-list",
    where: "request:list",
    message: "no list of that name in the rules in force",
    help:
      names.length === 0
        ? "the rules in force have no list: write one under `lists` in the file of rules"
        : `there are ${names.map((name) => `\`${name}\``).join(", ")}`,
  }),
  noEntry: {
    code: "watch/no-entry",
    where: "request:entry",
    message: "nothing of yours with that number stands on the list",
    help: "GET /v1/lists lists it; what the rules themselves say is taken out of their file",
  },
  listedAlready: {
    code: "watch/listed-already",
    where: "request:value",
    message: "that stands on the list already",
    help: "take it off first, to give it another last day",
  },
  listedInFile: {
    code: "watch/listed-already",
    where: "request:value",
    message: "that stands on the list by the rules themselves",
    help: "nothing is to be done; whoever runs the service changes it in the file of rules",
  },
  dayOver: {
    code: "watch/day-over",
    where: "request:expires",
    message: "the last day on which it would count is over",
    help: "give a day that is to come, or leave it out",
  },
  manyEntries: {
    code: "watch/many-entries",
    where: "request:list",
    message: "as much stands on the list as may",
    help: "take off what no longer counts, or have it written into the file of rules",
  },
  notUtf8: {
    code: "watch/not-utf-8",
    where: "request:body",
    message: "the body is not UTF-8: names in it would be read as others",
    help: "send it as UTF-8, which is what JSON is written in",
  },
  encoded: {
    code: "watch/encoded",
    where: "request:content-encoding",
    message: "the body is compressed, and is not unpacked here",
    help: "send it as it is, without `Content-Encoding`; the proxy may unpack it",
  },
  cutOff: {
    code: "watch/cut-off",
    where: "request:body",
    message: "the request ended before its body did: none of it was taken",
    help: "send all of it again",
  },
  noRecord: {
    code: "watch/no-record",
    where: "request:record",
    message: "no record of this person has that number",
    help: "GET /v1/people/PERSON lists them",
  },
  noJson: {
    code: "watch/not-json",
    where: "request:body",
    message: "the body is not JSON",
    help: "send one event, a list of events, or one a line as `application/x-ndjson`",
  },
  listeners: {
    code: "watch/full",
    where: request,
    message: "as many listen as may",
    help: "close another page",
  },
  noPage: {
    code: "watch/unknown-route",
    where: "request:/",
    message: "the page was not built where this service runs",
    help: "build it with `npm run build:page`, and start the service again",
  },
  nothingHere: {
    code: "watch/unknown-route",
    where: request,
    message: "nothing is served here",
    help: "see /openapi.json",
  },
  ours: {
    code: "watch/our-fault",
    where: "service",
    message: "this is our fault, not yours",
    help: "please report what you asked",
  },
} satisfies Readonly<Record<string, ToldComplaint | ((names: readonly string[]) => ToldComplaint)>>;
