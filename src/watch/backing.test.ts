/** A copy made while the service runs, put back and gone through again. */
import { copyFileSync, existsSync, mkdirSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { expect, test } from "vitest";
import { emptyFolder, event, watched, watchVersion } from "../../test/kit/watched.ts";
import { backUpFolder, replayFolder, restoreFolder } from "./index.ts";

const replaying = { version: watchVersion, mappings: [] };

test("a copy made while it runs is restored to what was answered until then, and decides it the same", async () => {
  const service = watched();
  const first = await service.send("ee", event("e1"));
  await service.send("ee", event("e2", { kind: "password-reset", device: "another" }));
  const copy = join(emptyFolder(), "copy");
  const { records, head } = await backUpFolder(service.folder, copy, false);
  await service.send("ee", event("e3"));
  await service.close();
  expect([records, head.record]).toEqual([2, 2]);
  expect(readdirSync(copy).toSorted()).toEqual(["detect.yaml", "journal.sqlite", "people.sqlite"]);

  const back = emptyFolder();
  expect(() => restoreFolder(copy, back, head)).toThrow("there is no `secret.key`");
  copyFileSync(join(service.folder, "secret.key"), join(back, "secret.key"));
  expect(restoreFolder(copy, back, head)).toMatchObject({ records: 2, opened: 2, erased: 0, holds: true });
  expect(() => restoreFolder(copy, back, head)).toThrow("there is a journal in");
  expect(replayFolder(back, replaying)).toMatchObject({ records: 2, compared: 2, differ: 0 });
  const again = watched({}, back);
  expect(await again.send("ee", event("e1"))).toEqual(first);
  await again.close();
  await expect(backUpFolder(service.folder, copy, false)).rejects.toThrow("there is a copy");
});

test("a copy that was changed, or is not the one whose head was written down, is not left behind as if it were good", async () => {
  const service = watched();
  await service.send("ee", event("e1"));
  const [copy, other] = [join(emptyFolder(), "copy"), join(emptyFolder(), "other")];
  const { head } = await backUpFolder(service.folder, copy, false);
  await service.send("ee", event("e2"));
  const later = await backUpFolder(service.folder, other, true);
  expect(existsSync(join(other, "people.sqlite"))).toBe(false);
  await service.close();
  const folderWithKey = () => {
    const folder = emptyFolder();
    mkdirSync(folder, { recursive: true });
    copyFileSync(join(service.folder, "secret.key"), join(folder, "secret.key"));
    return folder;
  };
  expect(() => restoreFolder(other, folderWithKey(), later.head)).toThrow("there is no `people.sqlite`");
  const early = folderWithKey();
  expect(restoreFolder(copy, early, later.head)).toMatchObject({ holds: false });
  expect(readdirSync(early)).toEqual(["secret.key"]);
  const file = new DatabaseSync(join(copy, "journal.sqlite"));
  file.exec("update entries set decision = 3");
  file.close();
  const changed = folderWithKey();
  expect(restoreFolder(copy, changed, head)).toMatchObject({ broken: { record: 1, why: "chain" } });
  expect(readdirSync(changed)).toEqual(["secret.key"]);
});
