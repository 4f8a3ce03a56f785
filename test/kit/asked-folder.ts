/** A stranger's folder asked through the command line's own door, and its answer held against what was written down of every row. */
import { expect } from "vitest";
import type { StillOpen } from "../../src/investigate/index.ts";
import { said } from "../doors/said.ts";
import type { StrangersFolder } from "./stranger-files.ts";

export interface FolderAnswer {
  readonly label: string;
  readonly rows: readonly {
    readonly file: string;
    readonly row: number;
    readonly actor: string;
    readonly why: { readonly code: string };
  }[];
  readonly timeline: readonly { readonly at: string; readonly actor: string; readonly what: string }[];
  readonly questions: readonly {
    readonly id: string;
    readonly status: string;
    readonly answer: readonly string[];
    readonly wouldAnswer: readonly string[];
  }[];
  readonly open: readonly StillOpen[];
  readonly losses: readonly { readonly amount: number; readonly currency: string | null }[];
  readonly explanations: readonly {
    readonly proved: boolean;
    readonly steps: readonly { readonly flow: string; readonly actor: string; readonly unseen: boolean }[];
  }[];
  readonly preparations: readonly { readonly amount: number }[];
  readonly contradictions: readonly unknown[];
  readonly unexplained: readonly { readonly file: string; readonly row: number }[];
  readonly missingLinks: readonly { readonly gives: readonly string[] }[];
  readonly coverage: {
    readonly gaps: readonly { readonly what: string; readonly kind: string }[];
    readonly files: readonly {
      readonly file: string;
      readonly from: string | null;
      readonly rows: number;
    }[];
  };
}

export async function askedOf({ files, person, told, intruders, repeated = 0 }: StrangersFolder) {
  const folder = Object.fromEntries(Object.entries(files).map(([file, text]) => [`records/${file}`, text]));
  const { code, out } = await said(
    ["investigate", "records", "--person", "person.yaml", "--told", "told.json", "--rows", "--json"],
    { files: { ...folder, "person.yaml": person, "told.json": JSON.stringify(told) } },
  );
  expect(code).toBe(0);
  const answer: FolderAnswer = JSON.parse(out);
  const theirs = new Set(intruders);
  const isAgain = ({ why }: FolderAnswer["rows"][number]) => why.code === "stands-twice";
  const once = answer.rows.filter((row) => !isAgain(row));
  const actorsOf = (isTheirs: boolean) =>
    once.flatMap(({ file, row, actor }) => (theirs.has(`${file} ${row}`) === isTheirs ? [actor] : []));
  const asked = (id: string) => answer.questions.find((each) => each.id === id)!;
  // A question without an answer says what would answer it.
  for (const { status, answer: found, wouldAnswer } of answer.questions)
    expect(status === "unanswered" ? wouldAnswer.length : found.length).toBeGreaterThan(0);
  expect(answer.rows.length).toBe(answer.coverage.files.reduce((sum, { rows }) => sum + rows, 0));
  expect(answer.rows.filter(isAgain).length).toBe(repeated);
  return { answer, ofTheirs: actorsOf(true), ofOwners: actorsOf(false), asked };
}
