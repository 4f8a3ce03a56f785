/**
 * One mail, or a mailbox of many, by postal-mime. A row is a mail: when it says it was written, who it says wrote it, its
 * subject, and in `text` the beginning of what it says. Whether that is true is for others: anyone can write any name.
 *
 * Links are kept as the name of their host: what stands behind it may open an account.
 */
import { Parser } from "htmlparser2";
import PostalMime, { type Email } from "postal-mime";
import type { RecordComplaint, RecordRow, RecordsRead } from "../model/index.ts";
import { complaining, noMoment } from "./entries.ts";
import { kept, present } from "./private.ts";
import { readMoment } from "./values.ts";

const headerWords =
  /^(?:Return-Path|Received|Delivered-To|From|To|Date|Subject|MIME-Version|Message-ID|DKIM-Signature|Authentication-Results|ARC-[\w-]+|X-[\w-]+|Content-Type):/im;

/** The head of a mail is ASCII whatever its body is. */
export function isMail(head: string): boolean {
  if (isMailbox(head)) return true;
  const above = head.split(/\r?\n\r?\n/)[0] ?? "";
  const lines = above.split(/\r?\n/);
  return (
    lines.every((line) => /^(?:[\w-]+:|[ \t])/.test(line)) &&
    headerWords.test(lines[0] ?? "") &&
    /^(?:From|Date):/im.test(above)
  );
}

const isMailbox = (head: string): boolean => /^From \S+.*\d{2}:\d{2}.*\r?\n[\w-]+:/.test(head);

export interface Attachment {
  readonly name: string;
  readonly bytes: Uint8Array;
}

export interface MailRead extends RecordsRead {
  /** What hung on a single mail; of a mailbox nothing is taken out. */
  readonly attachments: readonly Attachment[];
}

/** Of what a mail says, enough to know what it is about. */
const textChars = 1000;
/** A mailbox of ten years; what is longer is given in parts. */
const mailsMax = 200_000;

export async function readMail(file: string, bytes: Uint8Array): Promise<MailRead> {
  const { told, complain } = complaining(file);
  const rows: RecordRow[] = [];
  const attachments: Attachment[] = [];
  const isMany = isMailbox(asciiOf(bytes.subarray(0, 2000)));
  const parts = isMany ? mailsIn(bytes) : [bytes];
  for (const [i, part] of parts.slice(0, mailsMax).entries()) {
    const row = i + 1;
    let mail: Email;
    try {
      mail = await PostalMime.parse(part);
    } catch {
      complain(row, "record/unreadable-row", "this mail cannot be read");
      continue;
    }
    const time = sentAt(mail);
    const subject = kept(mail.subject);
    if (time === undefined) {
      complain(row, "record/unreadable-row", noMoment, subject?.slice(0, 60));
      continue;
    }
    rows.push(rowOf({ mail, time, subject, at: { file, row } }));
    if (!isMany)
      for (const { filename, content } of mail.attachments)
        if (filename !== null && typeof content !== "string")
          attachments.push({ name: filename, bytes: new Uint8Array(content) });
  }
  if (parts.length > mailsMax) complain(mailsMax + 1, "record/too-large", tooMany);
  return {
    source: isMany ? "mbox" : "mail",
    encoding: "mime",
    declared: {},
    rows,
    complaints: told satisfies readonly RecordComplaint[],
    attachments,
  };
}

const tooMany = `the file holds more than ${mailsMax} mails`;

function rowOf(given: {
  readonly mail: Email;
  readonly time: string;
  readonly subject: string | undefined;
  readonly at: RecordRow["at"];
}): RecordRow {
  const { mail, time, subject, at } = given;
  const labels = mail.headers.find(({ key }) => key === "x-gmail-labels")?.value ?? "";
  const name = mail.from?.name ?? "";
  const sender = [name, mail.from?.address ?? ""].filter((part) => part !== "").join(" ");
  const text = mail.text ?? wordsOf(mail.html ?? "");
  return {
    kind: "mail",
    at,
    time,
    direction: /\bSent\b|已发送/.test(labels) ? "out" : "in",
    ...present("counterparty", kept(sender)),
    ...present("description", subject),
    ...present("text", kept(withoutLinks(text).slice(0, textChars * 4))?.slice(0, textChars)),
  };
}

const withoutLinks = (text: string): string =>
  text.replace(/\b(https?:\/\/[^\s/?#"'<>)]+)[^\s"'<>)]*/gi, "$1/…");

/** With the offset the mail itself gives; else the moment the last server took it in. */
function sentAt({ headers, date }: Email): string | undefined {
  const raw = headers.find(({ key }) => key === "date")?.value;
  const received = headers
    .find(({ key }) => key === "received")
    ?.value.split(";")
    .at(-1);
  for (const text of [raw, received]) {
    const plainText = text?.replace(/\([^()]*\)/g, "").trim();
    const moment = plainText === undefined ? undefined : readMoment(plainText, { order: "day-first" });
    if (moment?.clock !== undefined && moment.offset !== undefined)
      return `${moment.date}T${moment.clock}${moment.offset}`;
  }
  const millis = Date.parse(date ?? "");
  return Number.isNaN(millis) ? undefined : `${new Date(millis).toISOString().slice(0, 19)}+00:00`;
}

function wordsOf(html: string): string {
  let words = "";
  let silent = 0;
  const parser = new Parser({
    onopentagname: (name) => {
      if (name === "style" || name === "script" || name === "head") silent++;
    },
    ontext: (text) => {
      if (silent === 0 && words.length < textChars * 8) words += `${text} `;
    },
    onclosetag: (name) => {
      if (name === "style" || name === "script" || name === "head") silent = Math.max(0, silent - 1);
    },
  });
  parser.end(html);
  return words;
}

const asciiOf = (bytes: Uint8Array): string => String.fromCharCode(...bytes);

/** Cut where a line begins with `From ` below an empty one, or at the top; a line quoted as `>From ` stays as it is. */
function mailsIn(bytes: Uint8Array): readonly Uint8Array[] {
  const starts: number[] = [];
  for (let at = 0; at >= 0 && at < bytes.length; at = bytes.indexOf(0x0a, at) + 1 || -1) {
    if (bytes[at] !== 0x46 || bytes[at + 1] !== 0x72) continue;
    const end = bytes.indexOf(0x0a, at);
    const line = asciiOf(bytes.subarray(at, Math.min(end < 0 ? bytes.length : end, at + 200)));
    const above = at === 0 || (bytes[at - 1] === 0x0a && (bytes[at - 2] === 0x0a || bytes[at - 3] === 0x0a));
    if (above && /^From \S+.*\d{2}:\d{2}/.test(line)) starts.push(at);
  }
  return starts.map((start, i) => {
    const body = bytes.indexOf(0x0a, start) + 1;
    return bytes.subarray(body === 0 ? bytes.length : body, starts[i + 1] ?? bytes.length);
  });
}
