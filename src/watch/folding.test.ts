import { mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test, vi } from "vitest";
import { fileNames } from "./folder.ts";
import { openFolding } from "./folding.ts";
import { type Journal, type NewEntry, openJournal } from "./journal.ts";
import { rootKeys } from "./sealing.ts";

const entry = (n: number): NewEntry => ({
  ...{ view: "v", institution: "i", person: new Uint8Array([n % 7]), received: n, decision: 0 },
  ...{ sealed: new Uint8Array(2_000).fill(n % 251), event: new TextEncoder().encode(`event ${n}`) },
  ...{ hasWebhook: false, owing: [] },
});

/** An open journal, a thread that folds it, and how large the file is that it is folded into. */
async function folding(
  during: (journal: Journal, size: () => number, said: readonly string[]) => Promise<void>,
): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "chainbreak-folding-"));
  const file = join(folder, fileNames.journal);
  const journal = openJournal(file, rootKeys(Buffer.alloc(32, 7)).cut);
  const said: string[] = [];
  const beside = openFolding({ folder, say: (line) => said.push(line) }, 5);
  try {
    await during(journal, () => statSync(file).size, said);
  } finally {
    await beside.close();
    journal.close();
    rmSync(folder, { recursive: true });
  }
}

test("what was committed comes into the file while nobody commits, long before a commit would have folded it", () =>
  folding(async (journal, size, said) => {
    // Two hundred pages: a commit folds at four thousand.
    journal.append(Array.from({ length: 100 }, (_, n) => entry(n)));
    await vi.waitFor(() => expect(size()).toBeGreaterThan(200_000), 10_000);
    expect(said).toEqual([]);
  }));

test("commits go on while it is folded, and the chain is whole", () =>
  folding(async (journal, size) => {
    const before = size();
    for (let n = 0; n < 400; n += 1) journal.append([entry(n)]);
    await vi.waitFor(() => expect(size()).toBeGreaterThan(before + 400 * 2_000), 10_000);
    expect([...journal.all()].map(({ seq }) => seq)).toEqual(Array.from({ length: 400 }, (_, n) => n + 1));
    // Whoever needs all of it folded now, as an erasure does, waits for the thread and is not refused.
    journal.age.settle();
  }));
