/** Files and folders that were dropped, with the folders a file lay in: `bank/2024.csv`. Hidden ones are no records. */

/** A person's records are some dozens of files; a whole disk is a mistake. */
const filesMax = 2_000;

export async function filesOf(transfer: DataTransfer): Promise<readonly (readonly [string, File])[]> {
  // What was dropped is there only as long as this turn lasts.
  const entries = [...transfer.items].flatMap((item) => item.webkitGetAsEntry() ?? []);
  if (entries.length === 0) return [...transfer.files].map((file) => [file.name, file] as const);
  const found: (readonly [string, File])[] = [];
  const waiting = [...entries];
  for (let entry = waiting.shift(); entry !== undefined && found.length < filesMax; entry = waiting.shift()) {
    if (entry.name.startsWith(".")) continue;
    if (isFile(entry)) found.push([entry.fullPath.replace(/^\//, ""), await fileOf(entry)]);
    else if (isFolder(entry)) waiting.push(...(await entriesOf(entry)));
  }
  return found;
}

const isFile = (entry: FileSystemEntry): entry is FileSystemFileEntry => entry.isFile;
const isFolder = (entry: FileSystemEntry): entry is FileSystemDirectoryEntry => entry.isDirectory;

const fileOf = (entry: FileSystemFileEntry): Promise<File> =>
  new Promise((resolve, reject) => entry.file(resolve, reject));

/** A browser hands out a hundred at a time. */
async function entriesOf(folder: FileSystemDirectoryEntry): Promise<readonly FileSystemEntry[]> {
  const reader = folder.createReader();
  const found: FileSystemEntry[] = [];
  for (;;) {
    const some = await new Promise<readonly FileSystemEntry[]>((resolve, reject) =>
      reader.readEntries(resolve, reject),
    );
    if (some.length === 0) return found;
    found.push(...some);
  }
}
